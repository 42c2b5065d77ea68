/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-date.h"
#include "daftar-import-person.h"
#include "daftar-money.h"
#include "daftar-number.h"
#include "daftar-text.h"

/* Decimals of a number in a field of the shop's own, which is kept in millionths. */
#define NUMBER_DECIMALS 6

/* --- What the program's own table says (daftar-export-row.c). -------------------------------------- */

/* One of the parts of a line, "a | b | c"; NULL for an empty one. */
static const char *
get_part (char  **parts,
          guint   n)
{
  if (n >= g_strv_length (parts) || *g_strstrip (parts[n]) == '\0')
    return NULL;
  return parts[n];
}

static void
take_detail (DaftarImportPerson *person,
             char              **parts)
{
  const char *kind = get_part (parts, 0);
  const char *consent = get_part (parts, 2);
  const char *value = get_part (parts, 4);
  int number;

  if (kind == NULL || value == NULL || !daftar_enum_from_nick (&daftar_enum_contact_kind, kind, &number, NULL))
    return;
  for (guint i = 0; i < person->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (person->points, i);
      int answer;

      if (point->kind != number || !g_str_equal (value, point->value))
        continue;
      point->preferred = get_part (parts, 1) != NULL;
      daftar_set_text (&point->label, get_part (parts, 3));
      if (consent != NULL && daftar_enum_from_nick (&daftar_enum_consent, consent, &answer, NULL))
        point->consent = answer;
    }
}

/* Lines of what is known of numbers and addresses beside them. */
void
daftar_import_take_details (DaftarImportPerson *person,
              const char         *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 5);

      take_detail (person, parts);
    }
}

/* Lines of days; what is none goes into the note. */
void
daftar_import_take_occasions (DaftarImportPerson *person,
                const char         *header,
                const char         *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 4);
      const char *day = get_part (parts, 0);
      const char *kind = get_part (parts, 1);
      int year, month, date, number = 0;
      DaftarOccasion *occasion;

      if (day == NULL || kind == NULL || !daftar_date_parse_iso (day, &year, &month, &date)
          || !daftar_enum_from_nick (&daftar_enum_occasion_kind, kind, &number, NULL))
        {
          if (*lines[i] != '\0')
            daftar_import_person_add_note (person, header, lines[i]);
          continue;
        }
      occasion = daftar_import_person_add_day (person, number, day);
      occasion->hijri = get_part (parts, 2) != NULL;
      occasion->label = g_strdup (get_part (parts, 3));
    }
}

/* The word for a value, by which a table names it in the language of who wrote it. */
gboolean
daftar_import_find_word (const DaftarEnum *values,
           const char       *text,
           gint64           *value)
{
  for (guint i = 0; i < values->n_values; i++)
    if (g_strcmp0 (daftar_enum_label (values, i), text) == 0 || g_strcmp0 (values->values[i].nick, text) == 0
        || g_strcmp0 (values->values[i].label, text) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
daftar_import_is_yes (const char *text)
{
  static const char *const words[] = { "yes", "نعم", "true", "1", "x", "oui" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (lower, words[i]))
      return TRUE;
  return g_str_equal (text, _("Yes"));
}

static gboolean
is_no (const char *text)
{
  static const char *const words[] = { "no", "لا", "false", "0", "non" };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (lower, words[i]))
      return TRUE;
  return g_str_equal (text, _("No"));
}

/* --- Fields of the shop's own. --------------------------------------------------------------------- */

/**
 * daftar_import_own_find:
 * @own: the shop's own fields
 * @header: what a column is called
 *
 * Returns: (transfer none) (nullable): the field of that name, in any spelling
 */
DaftarCustomField *
daftar_import_own_find (const DaftarImportOwn *own,
                        const char            *header)
{
  g_autofree char *fold = daftar_text_fold (header);

  for (guint i = 0; own->fields != NULL && *fold != '\0' && i < own->fields->len; i++)
    {
      DaftarCustomField *field = g_ptr_array_index (own->fields, i);
      g_autofree char *name = daftar_text_fold (field->name);

      if (g_str_equal (name, fold))
        return field;
    }
  return NULL;
}

/**
 * daftar_import_own_take:
 * @own: the shop's own fields
 * @person: somebody
 * @header: what the column is called
 * @text: what stands in it
 *
 * Returns: whether there is a field of that name and the text is one that it takes
 */
gboolean
daftar_import_own_take (const DaftarImportOwn *own,
                        DaftarImportPerson    *person,
                        const char            *header,
                        const char            *text)
{
  DaftarCustomField *field = daftar_import_own_find (own, header);
  gint64 id, number = 0;
  g_autofree char *day = NULL;

  if (field == NULL)
    return FALSE;
  id = DAFTAR_RECORD (field)->id;
  switch ((DaftarCustomType) field->type)
    {
    case DAFTAR_CUSTOM_TYPE_NUMBER:
      if (!daftar_number_parse (text, NUMBER_DECIMALS, &number, NULL))
        return FALSE;
      daftar_import_person_add_value (person, id, NULL, number);
      return TRUE;
    case DAFTAR_CUSTOM_TYPE_MONEY:
      if (!daftar_money_parse (text, own->currency, &number, NULL))
        return FALSE;
      daftar_import_person_add_value (person, id, own->currency, number);
      return TRUE;
    case DAFTAR_CUSTOM_TYPE_DATE:
      day = daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, NULL);
      if (day != NULL)
        daftar_import_person_add_value (person, id, day, 0);
      return day != NULL;
    case DAFTAR_CUSTOM_TYPE_BOOL:
      if (!daftar_import_is_yes (text) && !is_no (text))
        return FALSE;
      daftar_import_person_add_value (person, id, NULL, daftar_import_is_yes (text));
      return TRUE;
    case DAFTAR_CUSTOM_TYPE_CHOICE:
      {
        g_auto (GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "", "\n", -1);

        if (!g_strv_contains ((const char *const *) choices, text))
          return FALSE;
      }
      daftar_import_person_add_value (person, id, text, 0);
      return TRUE;
    case DAFTAR_CUSTOM_TYPE_TEXT:
    default:
      daftar_import_person_add_value (person, id, text, 0);
      return TRUE;
    }
}
