/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fields-preferences.h"

#include "daftar-custom-edit.h"
#include "daftar-shell-dialog.h"
#include "daftar-undo.h"

#include <glib/gi18n.h>

#define NEWEST -1

/* The page of the fields that the shop keeps of every customer. It lives as data of the page. */
typedef struct
{
  DaftarUiContext *ui;
  AdwPreferencesPage *page; /* unowned: it owns this */
  GtkWidget *group;
  GtkWidget *add;
  GPtrArray *rows; /* GtkWidget, unowned */
  gint64 focus;    /* which field has the focus when the rows are made anew; 0 for none, NEWEST for the last */
  gint64 deleted;  /* the operation that "Undo" takes back */
} FieldsPage;

/* A field with the rows it is edited in. */
typedef struct
{
  FieldsPage *page;
  DaftarCustomField *field; /* a new one has no id */
  GtkWidget *expander;
  GtkWidget *name;
  GtkWidget *type;
  GtkWidget *choices;
  GtkWidget *choices_row;
} FieldRow;

static void
fields_page_free (gpointer data)
{
  FieldsPage *self = data;

  g_ptr_array_unref (self->rows);
  g_object_unref (self->ui);
  g_free (self);
}

static void
field_row_free (gpointer data)
{
  FieldRow *row = data;

  g_object_unref (row->field);
  g_free (row);
}

static void
say (FieldsPage *self,
     const char *text,
     const char *button,
     const char *action)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->page));

  if (root != NULL)
    daftar_shell_preferences_toast (GTK_WINDOW (root), text, button, action);
}

static void fill (FieldsPage *self,
                  GPtrArray  *fields);

/* --- Reading and writing. -------------------------------------------------------------------------- */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AdwPreferencesPage) page = data;
  FieldsPage *self = g_object_get_data (G_OBJECT (page), "fields-page");
  g_autoptr (GPtrArray) fields = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (fields != NULL && gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    fill (self, fields);
}

static void
load (FieldsPage *self)
{
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_custom_fields_read, NULL, NULL,
                           (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb, g_object_ref (self->page));
}

typedef struct
{
  AdwPreferencesPage *page;
  gboolean remove;
  gint64 id;
} Write;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Write *write = data;
  g_autoptr (AdwPreferencesPage) page = write->page;
  FieldsPage *self = g_object_get_data (G_OBJECT (page), "fields-page");
  gboolean remove = write->remove;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  g_autoptr (GPtrArray) fields =
    daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  self->focus = write->id;
  g_free (write);
  if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    return;
  if (fields == NULL)
    {
      say (self, error->message, NULL, NULL);
      return;
    }
  fill (self, fields);
  if (remove)
    {
      self->deleted = operation;
      say (self, _("Field deleted"), _("_Undo"), "fields.undo");
    }
  else if (operation != 0)
    say (self, _("Saved"), NULL, NULL);
}

static void
write_field (FieldRow   *row,
             const char *operation,
             gboolean    remove,
             int         move)
{
  FieldsPage *self = row->page;
  Write *write = g_new0 (Write, 1);
  DaftarCustomField *copy = daftar_record_copy (row->field);

  write->page = g_object_ref (self->page);
  write->remove = remove;
  write->id = remove ? 0 : DAFTAR_RECORD (row->field)->id != 0 ? DAFTAR_RECORD (row->field)->id : NEWEST;
  if (!remove && move == 0)
    {
      daftar_set_text (&copy->name, gtk_editable_get_text (GTK_EDITABLE (row->name)));
      copy->type = adw_combo_row_get_selected (ADW_COMBO_ROW (row->type));
      {
        GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->choices));
        GtkTextIter start, end;
        g_autofree char *text = NULL;

        gtk_text_buffer_get_bounds (buffer, &start, &end);
        text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
        daftar_set_text (&copy->choices, text);
      }
    }
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), operation, daftar_custom_field_edit_write,
                            daftar_custom_field_edit_new (copy, remove, move),
                            (GDestroyNotify) daftar_custom_field_edit_free, (GDestroyNotify) g_ptr_array_unref, NULL,
                            written_cb, write);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AdwPreferencesPage) page = data;
  FieldsPage *self = g_object_get_data (G_OBJECT (page), "fields-page");
  g_autoptr (GError) error = NULL;

  if (!daftar_undo_finish (DAFTAR_STORE (source), result, NULL, &error))
    say (self, error->message, NULL, NULL);
  load (self);
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  FieldsPage *self = data;

  if (self->deleted == 0)
    return;
  daftar_undo_async (daftar_ui_context_get_store (self->ui), self->deleted, undone_cb, g_object_ref (self->page));
  self->deleted = 0;
}

/* --- One field. ------------------------------------------------------------------------------------ */

static void
save_cb (FieldRow *row)
{
  write_field (row, DAFTAR_RECORD (row->field)->id == 0 ? "field.add" : "field.edit", FALSE, 0);
}

static void
remove_cb (FieldRow *row)
{
  if (DAFTAR_RECORD (row->field)->id == 0)
    load (row->page);
  else
    write_field (row, "field.delete", TRUE, 0);
}

static void
up_cb (FieldRow *row)
{
  if (DAFTAR_RECORD (row->field)->id != 0)
    write_field (row, "field.move", FALSE, -1);
}

static void
down_cb (FieldRow *row)
{
  if (DAFTAR_RECORD (row->field)->id != 0)
    write_field (row, "field.move", FALSE, 1);
}

static void
type_cb (FieldRow *row)
{
  gtk_widget_set_visible (row->choices_row,
                          adw_combo_row_get_selected (ADW_COMBO_ROW (row->type)) == DAFTAR_CUSTOM_TYPE_CHOICE);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        FieldRow              *row)
{
  if (!(state & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Up)
    up_cb (row);
  else if (key == GDK_KEY_Down)
    down_cb (row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (const char *icon,
             const char *name,
             const char *label,
             GCallback   callback,
             FieldRow   *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, row);
  return button;
}

static GtkWidget *
make_type (FieldRow *row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < daftar_enum_custom_type.n_values; i++)
    gtk_string_list_append (names, daftar_enum_label (&daftar_enum_custom_type, i));
  row->type = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->type), _("Type"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row->type), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row->type), row->field->type);
  gtk_widget_set_name (row->type, "field-type");
  g_signal_connect_swapped (row->type, "notify::selected", G_CALLBACK (type_cb), row);
  return row->type;
}

static GtkWidget *
make_choices (FieldRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_("Choices, one a line"));
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  row->choices = gtk_text_view_new ();
  row->choices_row = gtk_list_box_row_new ();
  gtk_widget_set_name (row->choices, "field-choices");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->choices)),
                            row->field->choices != NULL ? row->field->choices : "", -1);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (row->choices), FALSE);
  gtk_widget_set_size_request (row->choices, -1, 72);
  gtk_widget_set_hexpand (row->choices, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choices, one a line"), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (frame, "daftar-text-frame");
  gtk_box_append (GTK_BOX (frame), row->choices);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->choices_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->choices_row), FALSE);
  gtk_widget_set_focusable (row->choices_row, FALSE);
  return row->choices_row;
}

static GtkWidget *
make_end (FieldRow *row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *end = gtk_list_box_row_new ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save"));
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Delete"));

  gtk_widget_set_name (save, "field-save");
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), row);
  gtk_widget_set_name (remove, "field-delete");
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), row);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (line), remove);
  gtk_box_append (GTK_BOX (line), space);
  if (DAFTAR_RECORD (row->field)->id != 0)
    {
      gtk_box_append (GTK_BOX (line), make_button ("go-up-symbolic", "field-up", _("Move Up"), G_CALLBACK (up_cb), row));
      gtk_box_append (GTK_BOX (line),
                      make_button ("go-down-symbolic", "field-down", _("Move Down"), G_CALLBACK (down_cb), row));
    }
  gtk_box_append (GTK_BOX (line), save);
  gtk_widget_set_margin_top (line, 9);
  gtk_widget_set_margin_bottom (line, 9);
  gtk_widget_set_margin_start (line, 12);
  gtk_widget_set_margin_end (line, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (end), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (end), FALSE);
  gtk_widget_set_focusable (end, FALSE);
  return end;
}

static void
set_titles (FieldRow *row)
{
  const char *name = row->field->name != NULL ? row->field->name : _("New field");
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->expander), title);
  if (DAFTAR_RECORD (row->field)->id != 0)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->expander),
                                   daftar_enum_label (&daftar_enum_custom_type, row->field->type));
}

static FieldRow *
add_field (FieldsPage        *self,
           DaftarCustomField *field)
{
  FieldRow *row = g_new0 (FieldRow, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *name = g_strdup_printf ("field-%" G_GINT64_FORMAT, DAFTAR_RECORD (field)->id);

  row->page = self;
  row->field = g_object_ref (field);
  row->expander = adw_expander_row_new ();
  gtk_widget_set_name (row->expander, name);
  g_object_set_data_full (G_OBJECT (row->expander), "field-row", row, field_row_free);
  set_titles (row);
  row->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->name), _("Name of the field"));
  gtk_editable_set_text (GTK_EDITABLE (row->name), field->name != NULL ? field->name : "");
  gtk_widget_set_name (row->name, "field-name");
  g_signal_connect_swapped (row->name, "entry-activated", G_CALLBACK (save_cb), row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->expander), row->name);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->expander), make_type (row));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->expander), make_choices (row));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->expander), make_end (row));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row->expander, keys);
  type_cb (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row->expander);
  g_ptr_array_add (self->rows, row->expander);
  return row;
}

/* --- All of them. ---------------------------------------------------------------------------------- */

static void
fill (FieldsPage *self,
      GPtrArray  *fields)
{
  GtkWidget *focus = self->add;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < fields->len; i++)
    {
      FieldRow *row = add_field (self, g_ptr_array_index (fields, i));

      if (DAFTAR_RECORD (row->field)->id == self->focus || (self->focus == NEWEST && i + 1 == fields->len))
        focus = row->expander;
    }
  self->focus = 0;
  gtk_widget_set_sensitive (self->add, TRUE);
  if (gtk_widget_get_mapped (self->group))
    gtk_widget_grab_focus (focus);
}

static void
add_cb (FieldsPage *self)
{
  g_autoptr (DaftarCustomField) field = daftar_custom_field_new ();
  FieldRow *row = add_field (self, field);

  gtk_widget_set_sensitive (self->add, FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row->expander), TRUE);
  gtk_widget_grab_focus (row->name);
}

/**
 * daftar_fields_preferences_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the page of the fields that the shop keeps of every customer
 */
AdwPreferencesPage *
daftar_fields_preferences_new (DaftarUiContext *ui)
{
  static const GActionEntry actions[] = { { "undo", undo_action } };
  FieldsPage *self = g_new0 (FieldsPage, 1);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->ui = g_object_ref (ui);
  self->rows = g_ptr_array_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  g_object_set_data_full (G_OBJECT (self->page), "fields-page", self, fields_page_free);
  adw_preferences_page_set_title (self->page, _("Customers"));
  adw_preferences_page_set_icon_name (self->page, "daftar-customers-symbolic");
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Fields of the shop"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _("What else you keep of every customer: a size, a limit, a membership. "
                                           "Alt with the arrows moves a field."));
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_name (self->add, "field-add");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->add, _("Add a Field"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Field"), -1);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), self->add);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (self->group));
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  g_object_set_data_full (G_OBJECT (self->page), "actions", g_object_ref (group), g_object_unref);
  load (self);
  return self->page;
}
