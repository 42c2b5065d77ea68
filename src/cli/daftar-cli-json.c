/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-cli.h"

/* Columns that are the program's own affair. */
static const char *const hidden[] = { "name_fold", "name_alt", "more_fold", "rest_fold", "subject_fold", "title_fold", "rnorm",
                                      "rank", "sum_other" };

static const struct
{
  GType (*type) (void);
  const char *name;
  const DaftarEnum *values;
} enums[] = {
  { daftar_customer_get_type, "kind", &daftar_enum_customer_kind },
  { daftar_customer_get_type, "preferred_channel", &daftar_enum_channel },
  { daftar_customer_get_type, "worst_mood", &daftar_enum_mood },
  { daftar_customer_get_type, "stage_role", &daftar_enum_stage_role },
  { daftar_contact_point_get_type, "kind", &daftar_enum_contact_kind },
  { daftar_contact_point_get_type, "consent", &daftar_enum_consent },
  { daftar_interaction_get_type, "kind", &daftar_enum_interaction_kind },
  { daftar_interaction_get_type, "channel", &daftar_enum_channel },
  { daftar_interaction_get_type, "direction", &daftar_enum_contact_direction },
  { daftar_occasion_get_type, "kind", &daftar_enum_occasion_kind },
  { daftar_stage_get_type, "role", &daftar_enum_stage_role },
  { daftar_deal_get_type, "status", &daftar_enum_deal_status },
  { daftar_deal_get_type, "worst_mood", &daftar_enum_mood },
  { daftar_ticket_get_type, "kind", &daftar_enum_ticket_kind },
  { daftar_ticket_get_type, "channel", &daftar_enum_channel },
  { daftar_ticket_get_type, "status", &daftar_enum_ticket_status },
  { daftar_ticket_get_type, "priority", &daftar_enum_priority },
  { daftar_ticket_get_type, "mood", &daftar_enum_mood },
  { daftar_ticket_get_type, "last_direction", &daftar_enum_contact_direction },
  { daftar_ticket_message_get_type, "kind", &daftar_enum_message_kind },
  { daftar_ticket_message_get_type, "direction", &daftar_enum_contact_direction },
  { daftar_ticket_message_get_type, "channel", &daftar_enum_channel },
  { daftar_follow_up_get_type, "status", &daftar_enum_follow_up_status },
  { daftar_follow_up_get_type, "channel", &daftar_enum_channel },
  { daftar_staff_member_get_type, "role", &daftar_enum_staff_role },
};

/* Amounts in minor units; the currency is the record's, or else the shop's. */
static const char *const amounts[] = { "value", "amount", "price", "sum" };

static const DaftarEnum *
find_enum (gpointer    record,
           const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (enums); i++)
    if (g_str_equal (enums[i].name, name) && enums[i].type () == G_OBJECT_TYPE (record))
      return enums[i].values;
  return NULL;
}

static gboolean
is_in (const char        *name,
       const char *const *names,
       guint              n_names)
{
  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_moment (const char *name)
{
  return g_str_equal (name, "at") || g_str_has_suffix (name, "_at") || g_str_has_suffix (name, "_until");
}

static gboolean
is_reference (const char *name)
{
  return g_str_has_suffix (name, "_id") || g_str_equal (name, "referred_by") || g_str_equal (name, "merged_into");
}

void
daftar_cli_write_id (DaftarCli  *cli,
                     const char *name,
                     gint64      id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  daftar_json_writer_name (cli->writer, name);
  if (text != NULL)
    daftar_json_writer_string (cli->writer, text);
  else
    daftar_json_writer_null (cli->writer);
}

/* A moment as ISO 8601 in UTC; 0 is null. */
void
daftar_cli_write_moment (DaftarCli  *cli,
                         const char *name,
                         gint64      at)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  daftar_json_writer_name (cli->writer, name);
  if (at == 0)
    {
      daftar_json_writer_null (cli->writer);
      return;
    }
  time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  daftar_json_writer_string (cli->writer, text);
}

static void
write_amount (DaftarCli         *cli,
              gpointer           record,
              const DaftarField *field)
{
  const DaftarField *currency = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (record), "currency");
  const char *code = currency != NULL ? daftar_record_get_text (record, currency) : NULL;

  daftar_json_writer_name (cli->writer, field->name);
  daftar_json_writer_begin_object (cli->writer);
  daftar_json_writer_member_int (cli->writer, "amount", daftar_record_get_int (record, field));
  daftar_json_writer_member_string (cli->writer, "currency",
                                    code != NULL ? code : cli->shop != NULL ? cli->shop->currency : NULL);
  daftar_json_writer_end_object (cli->writer);
}

static void
write_number (DaftarCli         *cli,
              gpointer           record,
              const DaftarField *field)
{
  gint64 value = daftar_record_get_int (record, field);
  const DaftarEnum *names = find_enum (record, field->name);

  if (is_moment (field->name))
    daftar_cli_write_moment (cli, field->name, value);
  else if (is_reference (field->name))
    daftar_cli_write_id (cli, field->name, value);
  else if (is_in (field->name, amounts, G_N_ELEMENTS (amounts)))
    write_amount (cli, record, field);
  else if (names != NULL)
    daftar_json_writer_member_string (cli->writer, field->name, daftar_enum_nick (names, value));
  else if (field->type == DAFTAR_FIELD_BOOL)
    {
      daftar_json_writer_name (cli->writer, field->name);
      daftar_json_writer_bool (cli->writer, value != 0);
    }
  else
    daftar_json_writer_member_int (cli->writer, field->name, value);
}

/* Days are text; everything else that ends in "_until" is a moment. */
static void
write_text (DaftarCli         *cli,
            gpointer           record,
            const DaftarField *field)
{
  const char *text = daftar_record_get_text (record, field);

  daftar_json_writer_name (cli->writer, field->name);
  if (text != NULL)
    daftar_json_writer_string (cli->writer, text);
  else
    daftar_json_writer_null (cli->writer);
}

/* The members of an object that the caller has begun. */
void
daftar_cli_write_members (DaftarCli *cli,
                          gpointer   record)
{
  DaftarRecordClass *klass = DAFTAR_RECORD_GET_CLASS (record);

  daftar_cli_write_id (cli, "id", DAFTAR_RECORD (record)->id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DaftarField *field = &klass->fields[i];

      if (is_in (field->name, hidden, G_N_ELEMENTS (hidden)))
        continue;
      if (field->type == DAFTAR_FIELD_TEXT)
        write_text (cli, record, field);
      else
        write_number (cli, record, field);
    }
}

void
daftar_cli_write_record (DaftarCli *cli,
                         gpointer   record)
{
  daftar_json_writer_begin_object (cli->writer);
  daftar_cli_write_members (cli, record);
  daftar_json_writer_end_object (cli->writer);
}

/* A member that is an array of records, or the array alone if it has no name. */
void
daftar_cli_write_list (DaftarCli  *cli,
                       const char *name,
                       GPtrArray  *records)
{
  if (name != NULL)
    daftar_json_writer_name (cli->writer, name);
  daftar_json_writer_begin_array (cli->writer);
  for (guint i = 0; i < records->len; i++)
    daftar_cli_write_record (cli, g_ptr_array_index (records, i));
  daftar_json_writer_end_array (cli->writer);
}
