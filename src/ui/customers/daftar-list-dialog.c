/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-list-dialog.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 8
#define LEAST_HEIGHT 320
#define MAX_HEIGHT 620

struct _DaftarListDialog
{
  AdwWindow parent_instance;

  GtkWidget *owner;
  GtkWidget *box;
  GtkWidget *header;
  GtkWidget *overlay;
  GtkWidget *stack;
  int width;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (DaftarListDialog, daftar_list_dialog, ADW_TYPE_WINDOW)

static void
daftar_list_dialog_dispose (GObject *object)
{
  DAFTAR_LIST_DIALOG (object)->closed = TRUE;
  g_clear_weak_pointer (&DAFTAR_LIST_DIALOG (object)->owner);
  G_OBJECT_CLASS (daftar_list_dialog_parent_class)->dispose (object);
}

static void
daftar_list_dialog_class_init (DaftarListDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_list_dialog_dispose;
}

/* Escape, before a toast that is still seen takes it for itself. */
static void
add_close_key (DaftarListDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
daftar_list_dialog_init (DaftarListDialog *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->header = adw_header_bar_new ();
  self->overlay = adw_toast_overlay_new ();
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (self->header, "daftar-pane-header");
  gtk_widget_set_vexpand (self->overlay, TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->overlay), self->stack);
  gtk_box_append (GTK_BOX (self->box), self->header);
  gtk_box_append (GTK_BOX (self->box), self->overlay);
  adw_window_set_content (ADW_WINDOW (self), self->box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  add_close_key (self);
}

/**
 * daftar_list_dialog_new:
 * @parent: a widget in the window that it stands over
 * @title: what it shows
 * @width: how wide it is where there is room
 *
 * Returns: (transfer none): the dialog; present it as a window. It belongs to the toolkit as windows do.
 */
DaftarListDialog *
daftar_list_dialog_new (GtkWidget  *parent,
                        const char *title,
                        int         width)
{
  DaftarListDialog *self = g_object_new (DAFTAR_TYPE_LIST_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  int height = LEAST_HEIGHT;

  g_set_weak_pointer (&self->owner, parent);
  self->width = width;
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      /* See daftar_form_dialog_new(). */
      g_signal_connect_object (root, "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
      height = CLAMP (gtk_widget_get_height (GTK_WIDGET (root)) - 100, LEAST_HEIGHT, MAX_HEIGHT);
      if (gtk_widget_get_width (GTK_WIDGET (root)) > 0)
        width = MIN (width, gtk_widget_get_width (GTK_WIDGET (root)));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  return self;
}

/**
 * daftar_list_dialog_set_top:
 * @self: the dialog
 * @top: stands under the header, whatever is shown below: a search
 */
void
daftar_list_dialog_set_top (DaftarListDialog *self,
                            GtkWidget        *top)
{
  gtk_box_insert_child_after (GTK_BOX (self->box), top, self->header);
}

/**
 * daftar_list_dialog_set_end:
 * @self: the dialog
 * @bottom: stands under the list: what is done with those chosen in it
 */
void
daftar_list_dialog_set_end (DaftarListDialog *self,
                            GtkWidget        *bottom)
{
  gtk_box_append (GTK_BOX (self->box), bottom);
}

/**
 * daftar_list_dialog_add:
 * @self: the dialog
 * @name: of this state
 * @child: what is shown in it
 * @scrolls: whether it is a list, which scrolls and is no wider than one can read
 */
void
daftar_list_dialog_add (DaftarListDialog *self,
                        const char       *name,
                        GtkWidget        *child,
                        gboolean          scrolls)
{
  GtkWidget *scroller, *clamp;

  if (!scrolls)
    {
      gtk_stack_add_named (GTK_STACK (self->stack), child, name);
      return;
    }
  scroller = gtk_scrolled_window_new ();
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), self->width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), self->width);
  gtk_widget_set_margin_start (child, 18);
  gtk_widget_set_margin_end (child, 18);
  gtk_widget_set_margin_top (child, 6);
  gtk_widget_set_margin_bottom (child, 18);
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, name);
}

/**
 * daftar_list_dialog_show:
 * @self: the dialog
 * @name: a state
 */
void
daftar_list_dialog_show (DaftarListDialog *self,
                         const char       *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

typedef struct
{
  GSourceOnceFunc undo;
  gpointer data;
  GDestroyNotify destroy;
} Offer;

static void
offer_cb (AdwToast *toast,
          Offer    *offer)
{
  offer->undo (offer->data);
}

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  if (offer->destroy != NULL)
    offer->destroy (offer->data);
  g_free (offer);
}

/**
 * daftar_list_dialog_toast:
 * @self: the dialog
 * @text: what was done
 * @undo: (nullable): takes it back
 * @data: for @undo
 * @destroy: (nullable): frees @data, whether it was pressed or not
 */
void
daftar_list_dialog_toast (DaftarListDialog *self,
                          const char       *text,
                          GSourceOnceFunc   undo,
                          gpointer          data,
                          GDestroyNotify    destroy)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (undo != NULL)
    {
      Offer *offer = g_new0 (Offer, 1);

      offer->undo = undo;
      offer->data = data;
      offer->destroy = destroy;
      adw_toast_set_button_label (toast, _("Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (offer_cb), offer, offer_free, 0);
    }
  else if (destroy != NULL)
    destroy (data);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->overlay), toast);
}

/**
 * daftar_list_dialog_is_closed:
 * @self: the dialog
 *
 * Returns: whether it was closed: an answer that comes now has no widgets to be shown in
 */
gboolean
daftar_list_dialog_is_closed (DaftarListDialog *self)
{
  return self->closed;
}

/**
 * daftar_list_dialog_get_owner:
 * @self: the dialog
 *
 * Returns: (transfer none) (nullable): the widget that it was opened from; %NULL if it is gone
 */
GtkWidget *
daftar_list_dialog_get_owner (DaftarListDialog *self)
{
  return self->owner;
}
