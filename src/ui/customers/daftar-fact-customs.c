/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fact-rows.h"

#include "daftar-custom-edit.h"
#include "daftar-custom-input.h"

#include <glib/gi18n.h>

typedef struct
{
  DaftarProfileFacts *facts; /* unowned: the row is in it */
  DaftarCustomField *field;
  DaftarCustomValue *value; /* nullable: as it was when the row was made */
} Custom;

static void
custom_free (gpointer data)
{
  Custom *self = data;

  g_object_unref (self->field);
  g_clear_object (&self->value);
  g_free (self);
}

static gint64
customer_of (Custom *self)
{
  return DAFTAR_RECORD (daftar_profile_facts_get_profile (self->facts)->customer)->id;
}

static GtkWidget *
make (DaftarFactRow *row,
      gpointer       data)
{
  Custom *self = data;
  GtkWidget *input = daftar_custom_input_new (self->field, self->value);

  if (GTK_IS_ENTRY (input))
    daftar_fact_row_watch (row, input);
  else
    g_signal_connect_object (input, "notify::selected", G_CALLBACK (daftar_fact_row_save), row, G_CONNECT_SWAPPED);
  return input;
}

static void
write_value (DaftarFactRow     *row,
             Custom            *self,
             DaftarCustomValue *after)
{
  gint64 field_id = DAFTAR_RECORD (self->field)->id;
  DaftarCustomValue *seen = self->value;

  if (daftar_fact_row_is_conflicted (row))
    seen = daftar_profile_find_value (daftar_profile_facts_get_profile (self->facts), field_id);
  daftar_fact_row_write (row, "customer.edit", after != NULL ? _("Saved") : _("Removed"), daftar_custom_value_edit_write,
                         daftar_custom_value_edit_new (customer_of (self), field_id, seen, after),
                         (GDestroyNotify) daftar_custom_value_edit_free);
}

static void
save (DaftarFactRow *row,
      GtkWidget     *editor,
      gpointer       data)
{
  Custom *self = data;
  const char *currency = daftar_ui_context_get_shop (daftar_profile_facts_get_ui (self->facts))->currency;
  g_autoptr (GError) error = NULL;
  DaftarCustomValue *value = NULL;

  if (daftar_custom_input_get (editor, self->field, self->value, currency, &value, &error))
    write_value (row, self, value);
  else
    daftar_fact_row_set_error (row, error->message);
}

static void
take_away (DaftarFactRow *row,
           gpointer       data)
{
  write_value (row, data, NULL);
}

static const DaftarFactEditor editor = { make, save, take_away };
static const DaftarFactEditor new_editor = { make, save, NULL };

/**
 * daftar_fact_custom_new:
 * @facts: where it will stand
 * @field: a field of the shop's own
 *
 * Returns: (transfer floating): the row of what the customer has in it
 */
GtkWidget *
daftar_fact_custom_new (DaftarProfileFacts *facts,
                        DaftarCustomField  *field)
{
  Custom *self = g_new0 (Custom, 1);
  DaftarUiContext *ui = daftar_profile_facts_get_ui (facts);
  DaftarCustomValue *value =
    daftar_profile_find_value (daftar_profile_facts_get_profile (facts), DAFTAR_RECORD (field)->id);
  g_autofree char *key = g_strdup_printf ("custom-%" G_GINT64_FORMAT, DAFTAR_RECORD (field)->id);
  g_autofree char *shown =
    value != NULL ? daftar_custom_value_show (value, daftar_ui_context_get_format (ui)) : NULL;
  GtkWidget *row = daftar_fact_row_new (ui, key, NULL, shown, field->name);

  self->facts = facts;
  self->field = g_object_ref (field);
  self->value = value != NULL ? g_object_ref (value) : NULL;
  daftar_fact_row_set_editor (DAFTAR_FACT_ROW (row), value != NULL ? &editor : &new_editor, self, custom_free);
  return row;
}
