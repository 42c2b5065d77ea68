/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-view.h"

#include "daftar-empty-state.h"
#include "daftar-fold.h"
#include "daftar-note-edit-dialog.h"
#include "daftar-photo.h"
#include "daftar-photo-edit.h"
#include "daftar-profile-composer.h"
#include "daftar-profile-facts.h"
#include "daftar-profile-parts.h"
#include "daftar-profile-print.h"
#include "daftar-reach.h"
#include "daftar-shell-dialog.h"
#include "daftar-sticky-scroll.h"
#include "daftar-timeline.h"
#include "daftar-ui-write.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* From this width on the facts stand beside the timeline. */
#define WIDE 700
#define FACTS_WIDTH 320
#define TEXT_WIDTH 720

/* One customer at a glance, and the place to write down what happened. */
struct _DaftarProfileView
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 customer_id;
  DaftarProfile *profile;
  DaftarTimeline *timeline;
  GCancellable *cancellable;

  GtkWidget *stack;
  GtkWidget *fold;
  GtkWidget *tabs;     /* the switcher; only when narrow */
  GtkWidget *pages;
  GtkWidget *columns;  /* of the first page */
  GtkWidget *second;   /* the second page, for the facts when narrow */
  GtkWidget *scroll;
  GtkWidget *top;      /* header, buttons, promised, open: made anew with each profile */
  GtkWidget *composer; /* stays, with what is being typed in it */
  GtkWidget *side;     /* the facts' own scroller */
  GtkWidget *facts;
};

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarProfileView, daftar_profile_view, GTK_TYPE_WIDGET)

/* --- Filling. -------------------------------------------------------------------------------------- */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
append_if (GtkWidget *box,
           GtkWidget *child)
{
  if (child != NULL)
    gtk_box_append (GTK_BOX (box), child);
}

static void
fill (DaftarProfileView *self)
{
  clear_box (self->top);
  append_if (self->top, daftar_profile_header_new (self->ui, self->profile));
  append_if (self->top, daftar_profile_buttons_new (self->ui, self->profile));
  append_if (self->top, daftar_profile_promised_new (self->ui, self->profile));
  append_if (self->top, daftar_profile_open_new (self->ui, self->profile));
  append_if (self->top, daftar_profile_pinned_new (self->ui, self->profile));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "profile");
}

static void
set_profile (DaftarProfileView *self,
             DaftarProfile     *profile)
{
  gboolean other = profile != NULL && (self->profile == NULL
                                       || DAFTAR_RECORD (self->profile->customer)->id
                                            != DAFTAR_RECORD (profile->customer)->id);
  g_autoptr (DaftarProfile) old = self->profile;

  self->profile = profile;
  daftar_profile_facts_set_profile (DAFTAR_PROFILE_FACTS (self->facts), profile);
  daftar_timeline_set_profile (self->timeline, profile);
  if (profile != NULL)
    fill (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nobody");
  if (other)
    {
      daftar_sticky_scroll_to_top (DAFTAR_STICKY_SCROLL (self->scroll));
      gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "story");
    }
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarProfileView) self = data;
  g_autoptr (GError) error = NULL;
  DaftarProfile *profile = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&profile, daftar_profile_free);
      return;
    }
  if (error != NULL)
    daftar_ui_tell_error (GTK_WIDGET (self), error);
  /* Deleted meanwhile, here or elsewhere. */
  if (profile != NULL && profile->customer->deleted_at != 0)
    g_clear_pointer (&profile, daftar_profile_free);
  set_profile (self, profile);
}

static void
load (DaftarProfileView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_profile_read,
                           g_memdup2 (&self->customer_id, sizeof self->customer_id), g_free,
                           (GDestroyNotify) daftar_profile_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
concerns (DaftarProfileView *self,
          DaftarChanges     *changes)
{
  static const DaftarKind kinds[] = { DAFTAR_KIND_TICKET,      DAFTAR_KIND_DEAL,         DAFTAR_KIND_FOLLOW_UP,
                                      DAFTAR_KIND_CONTACT_POINT, DAFTAR_KIND_OCCASION,   DAFTAR_KIND_INTERACTION,
                                      DAFTAR_KIND_CUSTOM_FIELD, DAFTAR_KIND_CUSTOM_VALUE, DAFTAR_KIND_PURCHASE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (daftar_changes_touch (changes, kinds[i], 0))
      return TRUE;
  return daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, self->customer_id)
         || (self->profile != NULL
             && ((self->profile->company != NULL
                  && daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, DAFTAR_RECORD (self->profile->company)->id))
                 || (self->profile->referrer != NULL
                     && daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER,
                                              DAFTAR_RECORD (self->profile->referrer)->id))));
}

static void
changed_cb (DaftarProfileView *self,
            DaftarChanges     *changes)
{
  if (self->customer_id != 0 && concerns (self, changes))
    load (self);
}

/* --- Picture. -------------------------------------------------------------------------------------- */

static void
set_photo (DaftarProfileView *self,
           gint64             customer_id,
           GBytes            *photo)
{
  daftar_ui_write (GTK_WIDGET (self), self->ui, "customer.photo", photo != NULL ? _("Picture saved") : _("Picture removed"),
                   daftar_photo_edit_write, daftar_photo_edit_new (customer_id, photo),
                   (GDestroyNotify) daftar_photo_edit_free, g_object_unref, NULL, NULL);
}

typedef struct
{
  DaftarProfileView *self;
  gint64 customer_id; /* one may have gone on to the next meanwhile */
} Photo;

static Photo *
photo_new (DaftarProfileView *self)
{
  Photo *photo = g_new0 (Photo, 1);

  photo->self = g_object_ref (self);
  photo->customer_id = self->customer_id;
  return photo;
}

static void
photo_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Photo *photo = data;
  g_autoptr (DaftarProfileView) self = photo->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = daftar_photo_load_finish (result, &error);

  if (self->stack == NULL)
    ;
  else if (bytes == NULL)
    daftar_ui_tell_error (GTK_WIDGET (self), error);
  else
    set_photo (self, photo->customer_id, bytes);
  g_free (photo);
}

static void
photo_chosen_cb (GFile    *file,
                 gpointer  data)
{
  daftar_photo_load_async (file, NULL, photo_loaded_cb, photo_new (data));
}

static void
photo_choose_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  static const char *const suffixes[] = { "jpg", "jpeg", "png", "webp", "gif", "bmp", NULL };

  daftar_shell_open_file (widget, _("Choose a Picture"), _("Pictures"), suffixes, photo_chosen_cb, widget);
}

static void
photo_pasted_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Photo *photo = data;
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);

  if (texture != NULL)
    {
      daftar_photo_load_async (NULL, texture, photo_loaded_cb, photo);
      return;
    }
  if (photo->self->stack != NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, _("There is no picture to paste. Copy one first."));

      daftar_ui_tell_error (GTK_WIDGET (photo->self), error);
    }
  g_object_unref (photo->self);
  g_free (photo);
}

static void
photo_paste_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (widget), NULL, photo_pasted_cb,
                                    photo_new (DAFTAR_PROFILE_VIEW (widget)));
}

static void
photo_remove_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  set_photo (DAFTAR_PROFILE_VIEW (widget), DAFTAR_PROFILE_VIEW (widget)->customer_id, NULL);
}

/* --- Other actions. -------------------------------------------------------------------------------- */

static void
reach_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DaftarProfileView *self = DAFTAR_PROFILE_VIEW (widget);

  if (self->profile != NULL)
    daftar_reach_open (widget, self->profile, NULL, g_variant_get_int32 (parameter));
}

static void
edit_note_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DaftarProfileView *self = DAFTAR_PROFILE_VIEW (widget);

  if (self->profile != NULL)
    daftar_note_edit_dialog_present_pinned (widget, self->ui, self->profile->customer);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarProfileView *self = DAFTAR_PROFILE_VIEW (widget);

  if (daftar_fold_get_narrow (DAFTAR_FOLD (self->fold)))
    gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "details");
  daftar_profile_facts_edit (DAFTAR_PROFILE_FACTS (self->facts), "name");
}

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  daftar_profile_view_write (DAFTAR_PROFILE_VIEW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarProfileView *self = DAFTAR_PROFILE_VIEW (widget);

  if (self->profile == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "story");
  daftar_timeline_search (self->timeline);
}

/* --- Layout. --------------------------------------------------------------------------------------- */

/* Wide: the facts beside the story; narrow: a second tab. */
static void
fold_cb (DaftarProfileView *self)
{
  gboolean narrow = daftar_fold_get_narrow (DAFTAR_FOLD (self->fold));
  GtkWidget *to = narrow ? self->second : self->columns;

  gtk_widget_set_visible (self->tabs, narrow);
  gtk_stack_page_set_visible (gtk_stack_get_page (GTK_STACK (self->pages), self->second), narrow);
  if (!narrow)
    gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "story");
  if (gtk_widget_get_parent (self->side) == to)
    return;
  g_object_ref (self->side);
  if (gtk_widget_get_parent (self->side) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->side)), self->side);
  gtk_box_append (GTK_BOX (to), self->side);
  gtk_widget_set_size_request (self->side, narrow ? -1 : FACTS_WIDTH, -1);
  gtk_widget_set_hexpand (self->side, narrow);
  g_object_unref (self->side);
}

static GtkWidget *
make_bar (DaftarProfileView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->composer = daftar_profile_composer_new (self->ui);
  gtk_box_append (GTK_BOX (bar), self->composer);
  gtk_box_append (GTK_BOX (bar), daftar_timeline_get_bar (self->timeline));
  gtk_widget_add_css_class (bar, "daftar-profile-bar");
  return bar;
}

static GtkWidget *
make_story (DaftarProfileView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  self->top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->top, "daftar-profile-top");
  self->scroll = daftar_sticky_scroll_new (self->top, make_bar (self), daftar_timeline_get_list (self->timeline));
  daftar_timeline_add_actions (self->timeline, self->scroll);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), TEXT_WIDTH);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->scroll);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_hexpand (scroller, TRUE);
  daftar_timeline_watch (self->timeline, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  return scroller;
}

static GtkWidget *
make_side (DaftarProfileView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->side = gtk_scrolled_window_new ();
  self->facts = daftar_profile_facts_new (self->ui);
  gtk_widget_add_css_class (self->facts, "daftar-profile-facts");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->facts);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->side), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->side), clamp);
  gtk_widget_set_vexpand (self->side, TRUE);
  return self->side;
}

static GtkWidget *
make_pages (DaftarProfileView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->columns), make_story (self));
  gtk_box_append (GTK_BOX (self->columns), make_side (self));
  gtk_widget_set_size_request (self->side, FACTS_WIDTH, -1);
  self->pages = gtk_stack_new ();
  gtk_stack_add_titled (GTK_STACK (self->pages), self->columns, "story", _("Timeline"));
  gtk_stack_add_titled (GTK_STACK (self->pages), self->second, "details", _("Details"));
  gtk_stack_page_set_visible (gtk_stack_get_page (GTK_STACK (self->pages), self->second), FALSE);
  gtk_widget_set_vexpand (self->pages, TRUE);
  self->tabs = gtk_stack_switcher_new ();
  gtk_widget_set_name (self->tabs, "profile-tabs");
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->tabs), GTK_STACK (self->pages));
  gtk_widget_set_halign (self->tabs, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (self->tabs, 6);
  gtk_widget_set_visible (self->tabs, FALSE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_WIDTH + FACTS_WIDTH + 60);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), TEXT_WIDTH + FACTS_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->pages);
  gtk_box_append (GTK_BOX (box), self->tabs);
  gtk_box_append (GTK_BOX (box), clamp);
  return box;
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
daftar_profile_view_dispose (GObject *object)
{
  DaftarProfileView *self = DAFTAR_PROFILE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->timeline != NULL)
    daftar_timeline_close (self->timeline);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->profile, daftar_profile_free);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_profile_view_parent_class)->dispose (object);
}

static void
daftar_profile_view_class_init (DaftarProfileViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_profile_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "profile.reach", "i", reach_action);
  gtk_widget_class_install_action (widget_class, "profile.photo-choose", NULL, photo_choose_action);
  gtk_widget_class_install_action (widget_class, "profile.photo-paste", NULL, photo_paste_action);
  gtk_widget_class_install_action (widget_class, "profile.photo-remove", NULL, photo_remove_action);
  gtk_widget_class_install_action (widget_class, "profile.edit-note", NULL, edit_note_action);
  gtk_widget_class_install_action (widget_class, "profile.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "profile.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "profile.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "profile.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "profile.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "profile.search", NULL);

  /**
   * DaftarProfileView::shown:
   *
   * Another profile is shown, or none.
   */
  signals[SIGNAL_SHOWN] =
    g_signal_new ("shown", DAFTAR_TYPE_PROFILE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daftar_profile_view_init (DaftarProfileView *self)
{
}

/**
 * daftar_profile_view_new:
 * @ui: the context
 *
 * Returns: (transfer floating): a view that shows nobody yet
 */
GtkWidget *
daftar_profile_view_new (DaftarUiContext *ui)
{
  DaftarProfileView *self = g_object_new (DAFTAR_TYPE_PROFILE_VIEW, NULL);

  self->ui = g_object_ref (ui);
  self->timeline = daftar_timeline_new (ui);
  self->fold = daftar_fold_new (WIDE);
  daftar_fold_set_child (DAFTAR_FOLD (self->fold), make_pages (self));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-customers-symbolic", _("Who is it?"),
                                               _("Choose a customer, or type a part of the name or number."), NULL,
                                               NULL),
                       "nobody");
  gtk_stack_add_named (GTK_STACK (self->stack), self->fold, "profile");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_object (self->fold, "notify::narrow", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  daftar_fold_start_narrow (DAFTAR_FOLD (self->fold));
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * daftar_profile_view_show:
 * @self: the view
 * @customer_id: whom to show; 0 for nobody
 */
void
daftar_profile_view_show (DaftarProfileView *self,
                          gint64             customer_id)
{
  daftar_profile_composer_set_customer (DAFTAR_PROFILE_COMPOSER (self->composer), customer_id);
  self->customer_id = customer_id;
  if (customer_id != 0)
    load (self);
  else
    set_profile (self, NULL);
}

/**
 * daftar_profile_view_get_profile:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what is shown
 */
DaftarProfile *
daftar_profile_view_get_profile (DaftarProfileView *self)
{
  return self->profile;
}

/**
 * daftar_profile_view_write:
 * @self: the view
 *
 * Goes to where one writes down what happened.
 */
void
daftar_profile_view_write (DaftarProfileView *self)
{
  if (self->customer_id == 0)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "story");
  gtk_widget_grab_focus (self->composer);
}

/**
 * daftar_profile_view_print:
 * @self: the view
 *
 * Prints the customer who is shown.
 */
void
daftar_profile_view_print (DaftarProfileView *self)
{
  if (self->profile != NULL)
    daftar_profile_print (GTK_WIDGET (self), self->ui, self->customer_id);
}

/**
 * daftar_profile_view_save_pdf:
 * @self: the view
 *
 * Saves the customer who is shown as a PDF file, whose place is asked for.
 */
void
daftar_profile_view_save_pdf (DaftarProfileView *self)
{
  if (self->profile != NULL)
    daftar_profile_save_pdf (GTK_WIDGET (self), self->ui, self->customer_id, self->profile->customer->name);
}
