/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-form-dialog.h"

#include <glib/gi18n.h>

#define WIDTH 480
#define MAX_WIDTH 560

struct _DaftarFormDialog
{
  AdwWindow parent_instance;

  GtkWidget *owner;
  GtkWidget *save;
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *revealer;
  GtkWidget *error;
  gboolean ready;
  gboolean busy;
  gboolean closed;
};

enum
{
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarFormDialog, daftar_form_dialog, ADW_TYPE_WINDOW)

static void
update_save (DaftarFormDialog *self)
{
  if (self->closed)
    return;
  gtk_widget_set_sensitive (self->save, self->ready && !self->busy);
}

static void
save_cb (DaftarFormDialog *self)
{
  if (self->ready && !self->busy)
    g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save_cb (DAFTAR_FORM_DIALOG (widget));
}

static void
daftar_form_dialog_dispose (GObject *object)
{
  DAFTAR_FORM_DIALOG (object)->closed = TRUE;
  g_clear_weak_pointer (&DAFTAR_FORM_DIALOG (object)->owner);
  G_OBJECT_CLASS (daftar_form_dialog_parent_class)->dispose (object);
}

static void
daftar_form_dialog_class_init (DaftarFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_form_dialog_dispose;

  /**
   * DaftarFormDialog::save:
   *
   * Somebody wants to save the form.
   */
  signals[SIGNAL_SAVE] =
    g_signal_new ("save", DAFTAR_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (DaftarFormDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_name (cancel, "cancel");
  self->save = gtk_button_new ();
  gtk_widget_set_name (self->save, "save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  gtk_widget_add_css_class (header, "daftar-pane-header");
  return header;
}

static GtkWidget *
make_error (DaftarFormDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("daftar-warning-symbolic");

  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->error), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_set_hexpand (self->error, TRUE);
  gtk_widget_set_name (self->error, "form-error");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_widget_add_css_class (box, "daftar-form-error");
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  return self->revealer;
}

/* Ctrl+Enter, before a text view makes a new line of it. */
static void
add_save_keys (DaftarFormDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (enters[i], GDK_CONTROL_MASK), gtk_named_action_new ("form.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
daftar_form_dialog_init (DaftarFormDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_save_keys (self);
  self->ready = TRUE;
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), MAX_WIDTH);
  gtk_widget_set_margin_start (self->clamp, 18);
  gtk_widget_set_margin_end (self->clamp, 18);
  gtk_widget_set_margin_top (self->clamp, 6);
  gtk_widget_set_margin_bottom (self->clamp, 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_error (self));
  gtk_box_append (GTK_BOX (box), self->scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

/**
 * daftar_form_dialog_new:
 * @parent: a widget in the window that it stands over
 * @title: what it is for
 * @save_label: what the saving button says, with a mnemonic: a word
 *
 * Returns: (transfer none): the dialog; present it as a window. It belongs to the toolkit as windows do.
 */
DaftarFormDialog *
daftar_form_dialog_new (GtkWidget  *parent,
                        const char *title,
                        const char *save_label)
{
  DaftarFormDialog *self = g_object_new (DAFTAR_TYPE_FORM_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  int height;

  g_set_weak_pointer (&self->owner, parent);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (GTK_BUTTON (self->save), save_label);
  gtk_button_set_use_underline (GTK_BUTTON (self->save), TRUE);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      /* Not the property for it: with that GTK 4.8 keeps pointing to the parent, and reaches for it when the last
       * reference of the dialog is dropped, which may be that of a call still under way. */
      g_signal_connect_object (root, "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
      height = gtk_widget_get_height (GTK_WIDGET (root));
      /* On the small screen of a counter the form scrolls rather than the window growing past its owner. */
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX (height - 140, 300));
      if (gtk_widget_get_width (GTK_WIDGET (root)) < WIDTH + 24)
        gtk_window_set_default_size (GTK_WINDOW (self), gtk_widget_get_width (GTK_WIDGET (root)), -1);
    }
  return self;
}

/**
 * daftar_form_dialog_set_destructive:
 * @self: the dialog
 *
 * What its button does can't be taken back: it looks so.
 */
void
daftar_form_dialog_set_destructive (DaftarFormDialog *self)
{
  gtk_widget_remove_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (self->save, "destructive-action");
}

/**
 * daftar_form_dialog_set_width:
 * @self: the dialog
 * @width: how wide it is where there is room, for a form that has more side by side than others
 */
void
daftar_form_dialog_set_width (DaftarFormDialog *self,
                              int               width)
{
  GtkWindow *over = gtk_window_get_transient_for (GTK_WINDOW (self));
  int room = over != NULL ? gtk_widget_get_width (GTK_WIDGET (over)) : 0;

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
  gtk_window_set_default_size (GTK_WINDOW (self), room > 0 ? MIN (width + 36, room) : width + 36, -1);
}

/**
 * daftar_form_dialog_set_child:
 * @self: the dialog
 * @child: the form
 */
void
daftar_form_dialog_set_child (DaftarFormDialog *self,
                              GtkWidget        *child)
{
  adw_clamp_set_child (ADW_CLAMP (self->clamp), child);
}

/**
 * daftar_form_dialog_set_error:
 * @self: the dialog
 * @sentence: (nullable): what is wrong and what to do; %NULL when nothing is
 */
void
daftar_form_dialog_set_error (DaftarFormDialog *self,
                              const char       *sentence)
{
  if (self->closed)
    return;
  if (sentence != NULL)
    gtk_label_set_label (GTK_LABEL (self->error), sentence);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), sentence != NULL);
}

/**
 * daftar_form_dialog_set_ready:
 * @self: the dialog
 * @ready: whether there is enough to save
 */
void
daftar_form_dialog_set_ready (DaftarFormDialog *self,
                              gboolean          ready)
{
  self->ready = ready;
  update_save (self);
}

/**
 * daftar_form_dialog_set_busy:
 * @self: the dialog
 * @busy: whether it is being saved: it can't be saved twice
 */
void
daftar_form_dialog_set_busy (DaftarFormDialog *self,
                             gboolean          busy)
{
  self->busy = busy;
  update_save (self);
}

/**
 * daftar_form_dialog_done:
 * @self: the dialog
 *
 * Closes it: everything is saved.
 */
void
daftar_form_dialog_done (DaftarFormDialog *self)
{
  if (!self->closed)
    gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * daftar_form_dialog_is_closed:
 * @self: the dialog
 *
 * Returns: whether it was closed: an answer that comes now has no widgets to be shown in
 */
gboolean
daftar_form_dialog_is_closed (DaftarFormDialog *self)
{
  return self->closed;
}

/**
 * daftar_form_dialog_get_owner:
 * @self: the dialog
 *
 * Returns: (transfer none) (nullable): the widget that it was opened from, for toasts; %NULL if it is gone
 */
GtkWidget *
daftar_form_dialog_get_owner (DaftarFormDialog *self)
{
  return self->owner;
}
