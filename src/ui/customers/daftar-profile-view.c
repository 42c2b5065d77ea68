/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-view.h"

#include "daftar-empty-state.h"
#include "daftar-fold.h"
#include "daftar-note.h"
#include "daftar-profile-parts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* From this width on the facts stand beside the timeline. */
#define WIDE 860
#define FACTS_WIDTH 280
#define TEXT_WIDTH 720

/* One customer at a glance, and the place to write down what happened. */
struct _DaftarProfileView
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 customer_id;
  DaftarProfile *profile;
  GCancellable *cancellable;

  GtkWidget *stack;
  GtkWidget *fold;
  GtkWidget *scroller;
  GtkWidget *columns;
  GtkWidget *main;
  GtkWidget *side;
  GtkWidget *top;      /* header, buttons, promised, open: made anew with each profile */
  GtkWidget *composer; /* stays, with what is being typed in it */
  GtkWidget *entry;
  GtkWidget *channel;
  GtkWidget *timeline;
  GtkWidget *more;
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
add_entries (DaftarProfileView *self,
             GPtrArray         *entries)
{
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (GTK_BOX (self->timeline), daftar_timeline_row_new (self->ui, g_ptr_array_index (entries, i)));
}

static void
fill_timeline (DaftarProfileView *self)
{
  clear_box (self->timeline);
  if (self->profile->timeline->len == 0)
    {
      GtkWidget *nothing = gtk_label_new (_("Nothing has been written down yet."));

      gtk_widget_add_css_class (nothing, "dim-label");
      gtk_widget_set_margin_top (nothing, 12);
      gtk_box_append (GTK_BOX (self->timeline), nothing);
    }
  add_entries (self, self->profile->timeline);
  gtk_widget_set_visible (self->more, self->profile->timeline->len >= DAFTAR_PROFILE_TIMELINE);
}

static void
fill (DaftarProfileView *self)
{
  clear_box (self->top);
  clear_box (self->side);
  append_if (self->top, daftar_profile_header_new (self->ui, self->profile));
  append_if (self->top, daftar_profile_buttons_new (self->ui, self->profile));
  append_if (self->top, daftar_profile_promised_new (self->ui, self->profile));
  append_if (self->top, daftar_profile_open_new (self->ui, self->profile));
  append_if (self->side, daftar_profile_facts_new (self->ui, self->profile));
  fill_timeline (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "profile");
}

static void
set_profile (DaftarProfileView *self,
             DaftarProfile     *profile)
{
  g_clear_pointer (&self->profile, daftar_profile_free);
  self->profile = profile;
  if (profile != NULL)
    fill (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nobody");
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
  return daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, self->customer_id)
         || daftar_changes_touch (changes, DAFTAR_KIND_TICKET, 0) || daftar_changes_touch (changes, DAFTAR_KIND_DEAL, 0)
         || daftar_changes_touch (changes, DAFTAR_KIND_FOLLOW_UP, 0)
         || daftar_changes_touch (changes, DAFTAR_KIND_CONTACT_POINT, 0);
}

static void
changed_cb (DaftarProfileView *self,
            DaftarChanges     *changes)
{
  if (self->customer_id != 0 && concerns (self, changes))
    load (self);
}

static void
older_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarProfileView) self = data;
  g_autoptr (GPtrArray) entries = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (entries == NULL || self->stack == NULL || self->profile == NULL)
    return;
  add_entries (self, entries);
  g_ptr_array_extend (self->profile->timeline, entries, (GCopyFunc) g_object_ref, NULL);
  gtk_widget_set_visible (self->more, entries->len >= DAFTAR_PROFILE_TIMELINE);
}

static void
load_older (DaftarProfileView *self)
{
  DaftarTimelineRequest *request = g_new0 (DaftarTimelineRequest, 1);
  GPtrArray *timeline = self->profile->timeline;

  request->customer_id = self->customer_id;
  request->before = DAFTAR_INTERACTION (g_ptr_array_index (timeline, timeline->len - 1))->at;
  request->limit = DAFTAR_PROFILE_TIMELINE;
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_timeline_read, request, g_free,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, older_cb, g_object_ref (self));
}

/* --- Writing down. --------------------------------------------------------------------------------- */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarProfileView) self = data;
  g_autoptr (GError) error = NULL;
  gint64 operation;
  g_autoptr (DaftarCustomer) customer = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  if (self->stack == NULL)
    return;
  gtk_widget_set_sensitive (self->entry, TRUE);
  if (customer == NULL)
    {
      /* What was typed stays where it is. */
      daftar_ui_tell_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  daftar_ui_toast_undo (GTK_WIDGET (self), self->ui, _("Written down"), operation);
}

static void
write_cb (DaftarProfileView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  DaftarNote *note;

  if (self->profile == NULL || *text == '\0')
    return;
  note = daftar_note_new ();
  note->customer_id = self->customer_id;
  note->body = g_strdup (text);
  note->channel = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->channel));
  note->direction =
    note->channel == DAFTAR_CHANNEL_NONE ? DAFTAR_CONTACT_DIRECTION_NONE : DAFTAR_CONTACT_DIRECTION_IN;
  gtk_widget_set_sensitive (self->entry, FALSE);
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "note.add", daftar_note_write, note,
                            (GDestroyNotify) daftar_note_free, g_object_unref, NULL, written_cb, g_object_ref (self));
}

static GtkWidget *
make_channel (void)
{
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);
  GtkWidget *channel;

  gtk_string_list_append (channels, daftar_enum_label (&daftar_enum_interaction_kind, DAFTAR_INTERACTION_KIND_NOTE));
  for (int i = DAFTAR_CHANNEL_NONE + 1; i < DAFTAR_N_CHANNEL; i++)
    gtk_string_list_append (channels, daftar_enum_label (&daftar_enum_channel, i));
  channel = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&channels)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (channel), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Channel"), -1);
  gtk_widget_set_valign (channel, GTK_ALIGN_CENTER);
  return channel;
}

static GtkWidget *
make_composer (DaftarProfileView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->channel = make_channel ();
  self->entry = gtk_entry_new ();
  gtk_widget_set_name (self->entry, "profile-write");
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Write what happened…"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "daftar-check-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, _("Save"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Write what happened"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (write_cb), self);
  g_signal_connect_swapped (self->entry, "icon-press", G_CALLBACK (write_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->channel);
  return box;
}

/* --- Layout. --------------------------------------------------------------------------------------- */

/* Wide: facts beside; narrow: facts between what is open and the timeline. */
static void
fold_cb (DaftarProfileView *self)
{
  gboolean narrow = daftar_fold_get_narrow (DAFTAR_FOLD (self->fold));

  g_object_ref (self->side);
  if (gtk_widget_get_parent (self->side) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->side)), self->side);
  if (narrow)
    gtk_box_append (GTK_BOX (self->main), self->side);
  else
    gtk_box_append (GTK_BOX (self->columns), self->side);
  gtk_widget_set_size_request (self->side, narrow ? -1 : FACTS_WIDTH, -1);
  gtk_widget_set_hexpand (self->side, FALSE);
  g_object_unref (self->side);
}

static GtkWidget *
make_columns (DaftarProfileView *self)
{
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->timeline = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_name (self->timeline, "profile-timeline");
  self->composer = make_composer (self);
  self->more = gtk_button_new_with_label (_("Show older"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more, "pill");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (load_older), self);
  gtk_widget_set_hexpand (self->main, TRUE);
  gtk_box_append (GTK_BOX (self->main), self->top);
  gtk_box_append (GTK_BOX (self->main), self->composer);
  gtk_box_append (GTK_BOX (self->main), self->timeline);
  gtk_box_append (GTK_BOX (self->main), self->more);
  gtk_box_append (GTK_BOX (self->columns), self->main);
  gtk_box_append (GTK_BOX (self->columns), self->side);
  gtk_widget_add_css_class (self->columns, "daftar-profile");
  return self->columns;
}

static void
daftar_profile_view_dispose (GObject *object)
{
  DaftarProfileView *self = DAFTAR_PROFILE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->profile, daftar_profile_free);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_profile_view_parent_class)->dispose (object);
}

static void
daftar_profile_view_class_init (DaftarProfileViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_profile_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

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
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->fold = daftar_fold_new (WIDE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TEXT_WIDTH + FACTS_WIDTH + 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_columns (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  daftar_fold_set_child (DAFTAR_FOLD (self->fold), self->scroller);
  g_signal_connect_swapped (self->fold, "notify::narrow", G_CALLBACK (fold_cb), self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-customers-symbolic", _("Who is it?"),
                                               _("Choose a customer, or type a part of the name or number."), NULL,
                                               NULL),
                       "nobody");
  gtk_stack_add_named (GTK_STACK (self->stack), self->fold, "profile");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
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
  if (self->customer_id != customer_id)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
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
