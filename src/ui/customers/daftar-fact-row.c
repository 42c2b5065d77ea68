/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fact-row.h"

#include "daftar-error.h"

#include <glib/gi18n.h>

struct _DaftarFactRow
{
  GtkListBoxRow parent_instance;

  DaftarUiContext *ui;
  char *key;
  const DaftarFactEditor *how; /* nullable: it can't be edited */
  gpointer data;
  GDestroyNotify data_free;

  GtkWidget *box;
  GtkWidget *shown;  /* icon, value and caption, buttons */
  GtkWidget *icon;
  GtkWidget *value;
  GtkWidget *caption;
  GtkWidget *buttons;
  GtkWidget *edit;   /* nullable: only while it is edited */
  GtkWidget *editor;
  GtkWidget *focus;  /* what takes the focus in @editor */
  GtkWidget *error;
  gboolean busy;
  gboolean conflicted;
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarFactRow, daftar_fact_row, GTK_TYPE_LIST_BOX_ROW)

/* --- Beginning and ending. ------------------------------------------------------------------------- */

static void
finish (DaftarFactRow *self)
{
  if (self->edit == NULL)
    return;
  self->editor = self->focus = self->error = NULL;
  self->conflicted = FALSE;
  gtk_box_remove (GTK_BOX (self->box), g_steal_pointer (&self->edit));
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_visible (self->shown, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

/**
 * daftar_fact_row_cancel:
 * @self: the row
 *
 * Leaves the fact as it was.
 */
void
daftar_fact_row_cancel (DaftarFactRow *self)
{
  if (!self->busy)
    finish (self);
}

/**
 * daftar_fact_row_save:
 * @self: the row
 *
 * Saves what was typed; the row is edited until that is done.
 */
void
daftar_fact_row_save (DaftarFactRow *self)
{
  if (self->edit == NULL || self->busy)
    return;
  daftar_fact_row_set_error (self, NULL);
  self->how->save (self, self->editor, self->data);
}

/**
 * daftar_fact_row_remove:
 * @self: the row
 *
 * Takes the fact away, if it is one that can go.
 */
void
daftar_fact_row_remove (DaftarFactRow *self)
{
  if (self->how != NULL && self->how->remove != NULL && !self->busy)
    self->how->remove (self, self->data);
}

static gboolean
in_popover (DaftarFactRow *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL && gtk_widget_is_ancestor (popover, GTK_WIDGET (self));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DaftarFactRow         *self)
{
  if (self->edit == NULL)
    {
      if (key != GDK_KEY_Delete || self->how == NULL || self->how->remove == NULL)
        return GDK_EVENT_PROPAGATE;
      daftar_fact_row_remove (self);
      return GDK_EVENT_STOP;
    }
  /* Within the list of a drop-down the keys are its own. */
  if (in_popover (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    daftar_fact_row_cancel (self);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && state & GDK_CONTROL_MASK)
    daftar_fact_row_save (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* --- Saving. --------------------------------------------------------------------------------------- */

typedef struct
{
  DaftarFactRow *row;
  char *toast;
} Write;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Write *write = data;
  g_autoptr (DaftarFactRow) self = write->row;
  g_autofree char *toast = write->toast;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  g_autoptr (GObject) saved = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  g_free (write);
  if (self->box == NULL)
    return;
  self->busy = FALSE;
  gtk_widget_set_sensitive (self->box, TRUE);
  if (error != NULL)
    {
      /* The next try knows what the others did. */
      self->conflicted = g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT);
      if (self->edit != NULL)
        daftar_fact_row_set_error (self, error->message);
      else
        daftar_ui_tell_error (GTK_WIDGET (self), error);
      if (self->focus != NULL)
        gtk_widget_grab_focus (self->focus);
      return;
    }
  if (operation != 0)
    daftar_ui_toast_undo (GTK_WIDGET (self), self->ui, toast, operation);
  finish (self);
}

/**
 * daftar_fact_row_write:
 * @self: the row
 * @operation: what is done, for the history
 * @toast: what is said when it is done, with the offer to take it back
 * @func: does it; returns a #GObject or %NULL with an error
 * @request: (transfer full): passed to @func
 * @request_free: frees @request
 */
void
daftar_fact_row_write (DaftarFactRow   *self,
                       const char      *operation,
                       const char      *toast,
                       DaftarWriteFunc  func,
                       gpointer         request,
                       GDestroyNotify   request_free)
{
  Write *write = g_new0 (Write, 1);

  write->row = g_object_ref (self);
  write->toast = g_strdup (toast);
  self->busy = TRUE;
  gtk_widget_set_sensitive (self->box, FALSE);
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), operation, func, request, request_free,
                            g_object_unref, NULL, written_cb, write);
}

/**
 * daftar_fact_row_set_error:
 * @self: the row, while it is edited
 * @sentence: (nullable): what is wrong and what to do
 */
void
daftar_fact_row_set_error (DaftarFactRow *self,
                           const char    *sentence)
{
  if (self->error == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
  if (sentence != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->error), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/* --- The editor. ----------------------------------------------------------------------------------- */

static GtkWidget *
make_button (const char *icon,
             const char *name,
             const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
make_end (DaftarFactRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_label_new (gtk_label_get_label (GTK_LABEL (self->caption)));
  GtkWidget *cancel = make_button ("window-close-symbolic", "fact-cancel", _("Cancel"));
  GtkWidget *save = make_button ("daftar-check-symbolic", "fact-save", _("Save"));

  gtk_label_set_xalign (GTK_LABEL (space), 0);
  gtk_label_set_ellipsize (GTK_LABEL (space), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (space), 4);
  gtk_widget_add_css_class (space, "dim-label");
  gtk_widget_add_css_class (space, "daftar-second");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (line), space);
  if (self->how->remove != NULL)
    {
      GtkWidget *remove = make_button ("user-trash-symbolic", "fact-remove", _("Remove"));

      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (daftar_fact_row_remove), self);
      gtk_box_append (GTK_BOX (line), remove);
    }
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (daftar_fact_row_cancel), self);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (daftar_fact_row_save), self);
  gtk_widget_remove_css_class (save, "flat");
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_box_append (GTK_BOX (line), cancel);
  gtk_box_append (GTK_BOX (line), save);
  return line;
}

/* All of the row is to be seen, also what is below the entry: once it has its size. */
static gboolean
show_row_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       data)
{
  DaftarFactRow *self = DAFTAR_FACT_ROW (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double below;

  if (self->edit != NULL && gtk_widget_get_height (self->edit) <= 0)
    return G_SOURCE_CONTINUE;
  if (self->edit == NULL || scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  below = bounds.origin.y + bounds.size.height + 12 - gtk_widget_get_height (scroller);
  if (below > 0)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + MIN (below, MAX (0, bounds.origin.y - 12)));
  return G_SOURCE_REMOVE;
}

/**
 * daftar_fact_row_edit:
 * @self: the row
 *
 * Turns the row into an entry.
 */
void
daftar_fact_row_edit (DaftarFactRow *self)
{
  if (self->how == NULL || self->edit != NULL)
    return;
  self->focus = NULL;
  self->edit = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->editor = self->how->make (self, self->data);
  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->error), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->error), 12);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_set_name (self->error, "fact-error");
  gtk_widget_add_css_class (self->error, "daftar-late");
  gtk_widget_add_css_class (self->error, "daftar-second");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (self->edit), make_end (self));
  gtk_box_append (GTK_BOX (self->edit), self->editor);
  gtk_box_append (GTK_BOX (self->edit), self->error);
  gtk_widget_set_visible (self->shown, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->edit);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (self->focus != NULL ? self->focus : self->editor);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_row_cb, NULL, NULL);
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
daftar_fact_row_dispose (GObject *object)
{
  DaftarFactRow *self = DAFTAR_FACT_ROW (object);

  self->box = self->edit = self->editor = self->focus = self->error = NULL;
  if (self->data_free != NULL)
    g_clear_pointer (&self->data, self->data_free);
  self->how = NULL;
  g_clear_object (&self->ui);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (daftar_fact_row_parent_class)->dispose (object);
}

static void
daftar_fact_row_class_init (DaftarFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_fact_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "row");

  /**
   * DaftarFactRow::finished:
   *
   * It is no longer being edited.
   */
  signals[SIGNAL_FINISHED] =
    g_signal_new ("finished", DAFTAR_TYPE_FACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* An address that goes on in the next line has no hyphen there. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
daftar_fact_row_init (DaftarFactRow *self)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->shown = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->icon = gtk_image_new ();
  self->caption = make_label ("dim-label");
  gtk_widget_add_css_class (self->caption, "daftar-second");
  self->value = make_label (NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (text), self->caption);
  gtk_box_append (GTK_BOX (text), self->value);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (self->shown, TRUE);
  gtk_box_append (GTK_BOX (self->shown), self->icon);
  gtk_box_append (GTK_BOX (self->shown), text);
  gtk_box_append (GTK_BOX (self->shown), self->buttons);
  gtk_box_append (GTK_BOX (self->box), self->shown);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "daftar-fact");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * daftar_fact_row_new:
 * @ui: the context
 * @key: what it is found by: "city", "point-12"
 * @icon: (nullable): a symbolic icon
 * @value: (nullable): the value as it is shown
 * @caption: what it is
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
daftar_fact_row_new (DaftarUiContext *ui,
                     const char      *key,
                     const char      *icon,
                     const char      *value,
                     const char      *caption)
{
  DaftarFactRow *self = g_object_new (DAFTAR_TYPE_FACT_ROW, NULL);
  g_autofree char *name = value != NULL ? g_strdup_printf ("%s: %s", caption, value) : g_strdup (caption);
  g_autofree char *widget_name = g_strdup_printf ("fact-%s", key);

  self->ui = g_object_ref (ui);
  self->key = g_strdup (key);
  gtk_widget_set_name (GTK_WIDGET (self), widget_name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->icon, icon != NULL);
  gtk_label_set_label (GTK_LABEL (self->value), value != NULL ? value : "");
  gtk_widget_set_visible (self->value, value != NULL);
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

const char *
daftar_fact_row_get_key (DaftarFactRow *self)
{
  return self->key;
}

/**
 * daftar_fact_row_add_button:
 * @self: the row
 * @button: something to do with the fact, at its end
 */
void
daftar_fact_row_add_button (DaftarFactRow *self,
                            GtkWidget     *button)
{
  gtk_box_append (GTK_BOX (self->buttons), button);
}

/**
 * daftar_fact_row_set_editor:
 * @self: the row
 * @editor: how it is edited
 * @data: (transfer full): for its functions
 * @data_free: (nullable): frees @data
 */
void
daftar_fact_row_set_editor (DaftarFactRow          *self,
                            const DaftarFactEditor *editor,
                            gpointer                data,
                            GDestroyNotify          data_free)
{
  self->how = editor;
  self->data = data;
  self->data_free = data_free;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * daftar_fact_row_watch:
 * @self: the row
 * @entry: an entry of its editor, in which Enter saves
 */
void
daftar_fact_row_watch (DaftarFactRow *self,
                       GtkWidget     *entry)
{
  g_signal_connect_object (entry, "activate", G_CALLBACK (daftar_fact_row_save), self, G_CONNECT_SWAPPED);
}

/**
 * daftar_fact_row_set_focus:
 * @self: the row
 * @widget: what takes the focus when editing begins
 */
void
daftar_fact_row_set_focus (DaftarFactRow *self,
                           GtkWidget     *widget)
{
  self->focus = widget;
}

gboolean
daftar_fact_row_is_editing (DaftarFactRow *self)
{
  return self->edit != NULL || self->busy;
}

/**
 * daftar_fact_row_is_conflicted:
 * @self: the row
 *
 * Returns: whether the last try was refused because somebody else changed the fact: the next one goes from the newest
 */
gboolean
daftar_fact_row_is_conflicted (DaftarFactRow *self)
{
  return self->conflicted;
}
