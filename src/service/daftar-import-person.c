/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-import-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-phone.h"
#include "daftar-text.h"

/* Longer than any name: what is in this field is something else. */
#define MAX_NAME 300

#define IS_NUMBER(kind) ((kind) <= DAFTAR_CONTACT_KIND_WHATSAPP)

DaftarImportPerson *
daftar_import_person_new (void)
{
  DaftarImportPerson *self = g_new0 (DaftarImportPerson, 1);

  self->customer = daftar_customer_new ();
  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  self->occasions = g_ptr_array_new_with_free_func (g_object_unref);
  self->values = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
daftar_import_person_free (DaftarImportPerson *self)
{
  g_clear_object (&self->customer);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->occasions, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

/* --- Filling. -------------------------------------------------------------------------------------- */

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

void
daftar_import_person_add_point (DaftarImportPerson *self,
                                DaftarContactKind   kind,
                                const char         *value,
                                gboolean            preferred)
{
  DaftarContactPoint *point = daftar_contact_point_new ();

  point->kind = kind;
  point->value = g_strstrip (g_strdup (value));
  point->preferred = preferred;
  g_ptr_array_add (self->points, point);
}

/* A line of the note: «label: text», or the text alone. */
void
daftar_import_person_add_note (DaftarImportPerson *self,
                               const char         *label,
                               const char         *text)
{
  g_autofree char *line = is_blank (label) ? g_strdup (text) : g_strdup_printf ("%s: %s", label, text);
  g_autofree char *before = self->customer->note;

  self->customer->note = is_blank (before) ? g_strdup (line) : g_strconcat (before, "\n", line, NULL);
}

/* Returns the occasion, for what else is known of it. */
DaftarOccasion *
daftar_import_person_add_day (DaftarImportPerson *self,
                              DaftarOccasionKind  kind,
                              const char         *day)
{
  DaftarOccasion *occasion = daftar_occasion_new ();

  occasion->kind = kind;
  occasion->day = g_strdup (day);
  g_ptr_array_add (self->occasions, occasion);
  return occasion;
}

/* What they have in a field of the shop's own; a second value for the same field is left out. */
void
daftar_import_person_add_value (DaftarImportPerson *self,
                                gint64              field_id,
                                const char         *text,
                                gint64              number)
{
  DaftarCustomValue *value;

  for (guint i = 0; i < self->values->len; i++)
    if (((DaftarCustomValue *) g_ptr_array_index (self->values, i))->field_id == field_id)
      return;
  value = daftar_custom_value_new ();
  value->field_id = field_id;
  value->text = g_strdup (text);
  value->number = number;
  g_ptr_array_add (self->values, value);
}

/* --- Comparing. ------------------------------------------------------------------------------------ */

static char *
point_key (DaftarContactPoint *point)
{
  g_autofree char *fold = NULL;

  /* That a number also has WhatsApp is something to know of its own. */
  if (IS_NUMBER (point->kind) && point->norm != NULL)
    return g_strconcat (point->kind == DAFTAR_CONTACT_KIND_WHATSAPP ? "w" : "n", point->norm, NULL);
  if (point->norm != NULL)
    return g_strconcat ("e", point->norm, NULL);
  fold = daftar_text_fold (point->value);
  return g_strdup_printf ("%d%s", (int) point->kind, fold);
}

static gboolean
has_point (GPtrArray  *points,
           const char *key,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = point_key (g_ptr_array_index (points, i));

      if (g_str_equal (other, key))
        return TRUE;
    }
  return FALSE;
}

/* --- Putting in order. ----------------------------------------------------------------------------- */

/* A number without its country, read with another country than the shop's, must say which. */
static void
put_country_before (DaftarContactPoint *point,
                    const char         *shop_country)
{
  if (point->norm == NULL || !daftar_phone_is_assigned (point->norm) || strpbrk (point->value, "+") != NULL)
    return;
  g_free (point->value);
  point->value = daftar_phone_format (point->norm, shop_country);
}

static void
order_points (DaftarImportPerson *self,
              const char         *country,
              const char         *shop_country)
{
  for (guint i = 0; i < self->points->len;)
    {
      DaftarContactPoint *point = g_ptr_array_index (self->points, i);
      g_autofree char *key = NULL;

      daftar_import_store_normalise (point, country);
      if (IS_NUMBER (point->kind) && !g_str_equal (country, shop_country))
        put_country_before (point, shop_country);
      key = point_key (point);
      if (has_point (self->points, key, i))
        g_ptr_array_remove_index (self->points, i);
      else
        i++;
    }
}

/* Who has no name is called by what they are reached by: nobody is left out for the lack of one. */
static void
find_name (DaftarImportPerson *self)
{
  DaftarCustomer *customer = self->customer;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (is_blank (customer->name))
    {
      if (!is_blank (customer->given))
        parts[n++] = customer->given;
      if (!is_blank (customer->family))
        parts[n++] = customer->family;
      g_free (customer->name);
      customer->name = g_strjoinv (" ", (char **) parts);
    }
  if (is_blank (customer->name) && !is_blank (customer->nickname))
    daftar_set_text (&customer->name, customer->nickname);
  if (is_blank (customer->name) && !is_blank (customer->company))
    {
      g_free (customer->name);
      customer->name = g_steal_pointer (&customer->company);
      customer->kind = DAFTAR_CUSTOMER_KIND_BUSINESS;
    }
  if (is_blank (customer->name))
    for (guint i = 0; i < self->points->len; i++)
      {
        DaftarContactPoint *point = g_ptr_array_index (self->points, i);

        if (point->kind <= DAFTAR_CONTACT_KIND_EMAIL)
          {
            daftar_set_text (&customer->name, point->value);
            break;
          }
      }
  g_strstrip (customer->name);
}

/**
 * daftar_import_person_finish:
 * @self: somebody, filled from a row
 * @country: where the file's numbers are dialled
 * @shop_country: where the shop is
 * @reason: (out) (transfer full): why not, a sentence
 *
 * Computes normal forms, drops what is there twice, finds a name.
 *
 * Returns: whether this can become a customer
 */
gboolean
daftar_import_person_finish (DaftarImportPerson  *self,
                             const char          *country,
                             const char          *shop_country,
                             char               **reason)
{
  order_points (self, country, shop_country);
  find_name (self);
  if (is_blank (self->customer->name))
    *reason = g_strdup (_("There is no name, number or e-mail address in this row."));
  else if (g_utf8_strlen (self->customer->name, -1) > MAX_NAME)
    *reason = g_strdup (_("The name is too long to be one: perhaps a quotation mark is missing in the file."));
  else
    return TRUE;
  return FALSE;
}

/* --- As one text, for the staging file. ------------------------------------------------------------ */

/* Texts of a customer by the letter they are kept under. */
static const struct
{
  char letter;
  gsize offset;
} texts[] = {
  { 'n', G_STRUCT_OFFSET (DaftarCustomer, name) },     { 'g', G_STRUCT_OFFSET (DaftarCustomer, given) },
  { 'f', G_STRUCT_OFFSET (DaftarCustomer, family) },   { 'k', G_STRUCT_OFFSET (DaftarCustomer, nickname) },
  { 'h', G_STRUCT_OFFSET (DaftarCustomer, honorific) }, { 'c', G_STRUCT_OFFSET (DaftarCustomer, company) },
  { 't', G_STRUCT_OFFSET (DaftarCustomer, city) },     { 'l', G_STRUCT_OFFSET (DaftarCustomer, language) },
  { 's', G_STRUCT_OFFSET (DaftarCustomer, source) },   { 'o', G_STRUCT_OFFSET (DaftarCustomer, note) },
  { 'T', G_STRUCT_OFFSET (DaftarCustomer, tags) },     { 'w', G_STRUCT_OFFSET (DaftarCustomer, contact_time) },
};

#define TEXT_AT(customer, i) G_STRUCT_MEMBER (char *, customer, texts[i].offset)
#define SEPARATOR '\x1f'

static void
pack_text (GString    *out,
           const char *prefix,
           const char *text)
{
  gsize at;

  g_string_append (out, prefix);
  at = out->len;
  g_string_append (out, text);
  for (; at < out->len; at++)
    if (out->str[at] == SEPARATOR)
      out->str[at] = ' ';
  g_string_append_c (out, SEPARATOR);
}

static void
pack_values (GString   *out,
             GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (values, i);
      g_autofree char *prefix = g_strdup_printf ("v%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%s", value->field_id,
                                                 value->number, value->text != NULL ? "t" : "");

      pack_text (out, prefix, value->text != NULL ? value->text : "");
    }
}

char *
daftar_import_person_pack (DaftarImportPerson *self)
{
  GString *out = g_string_sized_new (200);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!is_blank (TEXT_AT (self->customer, i)))
      pack_text (out, (char[]) { texts[i].letter, '\0' }, TEXT_AT (self->customer, i));
  if (self->customer->kind == DAFTAR_CUSTOMER_KIND_BUSINESS)
    pack_text (out, "B", "");
  if (self->customer->do_not_contact)
    pack_text (out, "X", "");
  if (self->customer->preferred_channel != DAFTAR_CHANNEL_NONE)
    pack_text (out, "C", (char[]) { 'a' + self->customer->preferred_channel, '\0' });
  for (guint i = 0; i < self->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (self->points, i);

      pack_text (out, (char[]) { 'p', 'a' + point->kind, point->preferred ? '1' : '0', '\0' }, point->value);
      if (point->label != NULL)
        pack_text (out, "L", point->label);
      if (point->norm != NULL)
        pack_text (out, "N", point->norm);
      if (point->consent != DAFTAR_CONSENT_UNKNOWN)
        pack_text (out, "S", (char[]) { 'a' + point->consent, '\0' });
    }
  for (guint i = 0; i < self->occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (self->occasions, i);

      pack_text (out, (char[]) { 'd', 'a' + occasion->kind, '\0' }, occasion->day);
      if (occasion->hijri)
        pack_text (out, "H", "");
      if (occasion->label != NULL)
        pack_text (out, "D", occasion->label);
    }
  pack_values (out, self->values);
  if (self->photo != NULL)
    {
      gsize size;
      gconstpointer data = g_bytes_get_data (self->photo, &size);
      g_autofree char *text = g_base64_encode (data, size);

      pack_text (out, "P", text);
    }
  return g_string_free (out, FALSE);
}

static void
unpack_point_part (DaftarImportPerson *self,
                   char                letter,
                   const char         *text)
{
  DaftarContactPoint *point = g_ptr_array_index (self->points, self->points->len - 1);

  if (letter == 'L')
    point->label = g_strdup (text);
  else if (letter == 'S')
    point->consent = *text - 'a';
  else
    point->norm = g_strdup (text);
  if (letter == 'N' && IS_NUMBER (point->kind))
    point->rnorm = daftar_phone_reverse (text);
}

static void
unpack_day_part (DaftarImportPerson *self,
                 char                letter,
                 const char         *text)
{
  DaftarOccasion *occasion = g_ptr_array_index (self->occasions, self->occasions->len - 1);

  if (letter == 'H')
    occasion->hijri = TRUE;
  else
    occasion->label = g_strdup (text);
}

static void
unpack_value (DaftarImportPerson *self,
              const char         *text)
{
  char *end;
  gint64 field_id = g_ascii_strtoll (text, &end, 10);
  gint64 number = *end == ':' ? g_ascii_strtoll (end + 1, &end, 10) : 0;

  if (*end == ':')
    daftar_import_person_add_value (self, field_id, end[1] == 't' ? end + 2 : NULL, number);
}

static void
unpack_part (DaftarImportPerson *self,
             const char         *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].letter == part[0])
      {
        TEXT_AT (self->customer, i) = g_strdup (part + 1);
        return;
      }
  if (part[0] == 'B')
    self->customer->kind = DAFTAR_CUSTOMER_KIND_BUSINESS;
  else if (part[0] == 'X')
    self->customer->do_not_contact = TRUE;
  else if (part[0] == 'C')
    self->customer->preferred_channel = part[1] - 'a';
  else if (part[0] == 'v')
    unpack_value (self, part + 1);
  else if (part[0] == 'P')
    {
      gsize size;
      guchar *data = g_base64_decode (part + 1, &size);

      g_clear_pointer (&self->photo, g_bytes_unref);
      self->photo = g_bytes_new_take (data, size);
    }
  else if ((part[0] == 'H' || part[0] == 'D') && self->occasions->len > 0)
    unpack_day_part (self, part[0], part + 1);
  else if (part[0] == 'p')
    daftar_import_person_add_point (self, part[1] - 'a', part + 3, part[2] == '1');
  else if (part[0] == 'd')
    daftar_import_person_add_day (self, part[1] - 'a', part + 2);
  else if ((part[0] == 'L' || part[0] == 'N' || part[0] == 'S') && self->points->len > 0)
    unpack_point_part (self, part[0], part + 1);
}

DaftarImportPerson *
daftar_import_person_unpack (const char *data)
{
  DaftarImportPerson *self = daftar_import_person_new ();
  g_auto (GStrv) parts = g_strsplit (data, (char[]) { SEPARATOR, '\0' }, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      unpack_part (self, parts[i]);
  return self;
}

/* --- Is it the same person? ------------------------------------------------------------------------ */

/* Whether there is a number or an address that says who it is. */
gboolean
daftar_import_person_is_reachable (DaftarImportPerson *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (((DaftarContactPoint *) g_ptr_array_index (self->points, i))->norm != NULL)
      return TRUE;
  return FALSE;
}

/* Whether a word is another one with one letter wrong, missing or too many. Short words must be the same. */
static gboolean
nearly (const char *a,
        const char *b)
{
  glong length_a = g_utf8_strlen (a, -1), length_b = g_utf8_strlen (b, -1);

  if (g_str_equal (a, b))
    return TRUE;
  if (ABS (length_a - length_b) > 1 || MIN (length_a, length_b) < 4)
    return FALSE;
  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  if (length_a >= length_b && *a != '\0')
    a = g_utf8_next_char (a);
  if (length_b >= length_a && *b != '\0')
    b = g_utf8_next_char (b);
  return g_str_equal (a, b);
}

static const char *
without_article (const char *word)
{
  return g_str_has_prefix (word, "ال") && g_utf8_strlen (word, -1) > 4 ? word + strlen ("ال") : word;
}

static gboolean
all_words_in (char **words,
              char **others)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; others[k] != NULL && !found; k++)
        found = nearly (without_article (words[i]), without_article (others[k]));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* A name that is no name: the number or address itself, or the name of one of them alone. */
static gboolean
is_nameless (DaftarImportPerson *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (g_strcmp0 (self->customer->name, ((DaftarContactPoint *) g_ptr_array_index (self->points, i))->value) == 0)
      return TRUE;
  return FALSE;
}

/**
 * daftar_import_person_similar:
 * @self: somebody
 * @other: somebody with the same number or address
 *
 * People share a number in a family or an office. They are one person if the words of one name, in any
 * order and with or without the article, are all in the other, give or take a letter; or if one of them
 * has no name at all.
 *
 * Returns: whether they are the same person
 */
gboolean
daftar_import_person_similar (DaftarImportPerson *self,
                              DaftarImportPerson *other)
{
  g_autofree char *fold = daftar_text_fold (self->customer->name);
  g_autofree char *other_fold = daftar_text_fold (other->customer->name);
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) others = NULL;

  if (g_str_equal (fold, other_fold) || is_nameless (self) || is_nameless (other))
    return TRUE;
  words = g_strsplit (fold, " ", -1);
  others = g_strsplit (other_fold, " ", -1);
  if (words[0] == NULL || others[0] == NULL)
    return FALSE;
  return g_strv_length (words) <= g_strv_length (others) ? all_words_in (words, others) : all_words_in (others, words);
}

/* --- Putting two together. ------------------------------------------------------------------------- */

static gboolean
same_text (const char *a,
           const char *b)
{
  g_autofree char *fold_a = daftar_text_fold (a);
  g_autofree char *fold_b = daftar_text_fold (b);

  return g_str_equal (fold_a, fold_b);
}

static DaftarMergeFlags
merge_text (char       **into,
            const char  *from)
{
  if (is_blank (from) || g_strcmp0 (*into, from) == 0)
    return 0;
  if (!is_blank (*into))
    return same_text (*into, from) ? 0 : DAFTAR_MERGE_CONFLICT;
  daftar_set_text (into, from);
  return DAFTAR_MERGE_CHANGED;
}

static gboolean
has_line (char       **lines,
          const char  *line)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_equal (lines[i], line))
      return TRUE;
  return FALSE;
}

/* Lines of the one that the other doesn't have: notes and tags. */
static DaftarMergeFlags
merge_lines (char       **into,
             const char  *from)
{
  g_auto (GStrv) have = g_strsplit (*into != NULL ? *into : "", "\n", -1);
  g_auto (GStrv) lines = g_strsplit (from != NULL ? from : "", "\n", -1);
  DaftarMergeFlags flags = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !has_line (have, lines[i]))
      {
        char *longer = is_blank (*into) ? g_strdup (lines[i]) : g_strconcat (*into, "\n", lines[i], NULL);

        g_free (*into);
        *into = longer;
        flags |= DAFTAR_MERGE_CHANGED;
      }
  return flags;
}

static DaftarMergeFlags
merge_points (DaftarImportPerson *into,
              DaftarImportPerson *from)
{
  DaftarMergeFlags flags = 0;

  for (guint i = 0; i < from->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (from->points, i);
      g_autofree char *key = point_key (point);

      if (has_point (into->points, key, into->points->len))
        continue;
      g_ptr_array_add (into->points, daftar_record_copy (point));
      flags |= DAFTAR_MERGE_CHANGED;
    }
  return flags;
}

static DaftarMergeFlags
merge_days (DaftarImportPerson *into,
            DaftarImportPerson *from)
{
  DaftarMergeFlags flags = 0;

  for (guint i = 0; i < from->occasions->len; i++)
    {
      DaftarOccasion *day = g_ptr_array_index (from->occasions, i);
      DaftarOccasion *same = NULL;

      for (guint k = 0; k < into->occasions->len && same == NULL; k++)
        if (((DaftarOccasion *) g_ptr_array_index (into->occasions, k))->kind == day->kind
            && g_strcmp0 (((DaftarOccasion *) g_ptr_array_index (into->occasions, k))->label, day->label) == 0)
          same = g_ptr_array_index (into->occasions, k);
      if (same == NULL)
        {
          g_ptr_array_add (into->occasions, daftar_record_copy (day));
          flags |= DAFTAR_MERGE_CHANGED;
        }
      else if (!g_str_equal (same->day, day->day))
        flags |= DAFTAR_MERGE_CONFLICT;
    }
  return flags;
}

static DaftarMergeFlags
merge_values (DaftarImportPerson *into,
              DaftarImportPerson *from)
{
  DaftarMergeFlags flags = 0;

  for (guint i = 0; i < from->values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (from->values, i);
      DaftarCustomValue *same = NULL;

      for (guint k = 0; k < into->values->len && same == NULL; k++)
        if (((DaftarCustomValue *) g_ptr_array_index (into->values, k))->field_id == value->field_id)
          same = g_ptr_array_index (into->values, k);
      if (same == NULL)
        {
          daftar_import_person_add_value (into, value->field_id, value->text, value->number);
          flags |= DAFTAR_MERGE_CHANGED;
        }
      else if (same->number != value->number || g_strcmp0 (same->text, value->text) != 0)
        flags |= DAFTAR_MERGE_CONFLICT;
    }
  return flags;
}

static DaftarMergeFlags
merge_photo (DaftarImportPerson *into,
             DaftarImportPerson *from)
{
  if (from->photo == NULL || into->photo != NULL || into->customer->photo_id != 0)
    return 0;
  into->photo = g_bytes_ref (from->photo);
  return DAFTAR_MERGE_CHANGED;
}

/* Who must not be contacted stays so, whichever of the two says it. */
static DaftarMergeFlags
merge_wishes (DaftarCustomer *into,
              DaftarCustomer *from)
{
  DaftarMergeFlags flags = 0;

  if (from->do_not_contact && !into->do_not_contact)
    {
      into->do_not_contact = TRUE;
      flags |= DAFTAR_MERGE_CHANGED;
    }
  if (from->preferred_channel == DAFTAR_CHANNEL_NONE || from->preferred_channel == into->preferred_channel)
    return flags;
  if (into->preferred_channel != DAFTAR_CHANNEL_NONE)
    return flags | DAFTAR_MERGE_CONFLICT;
  into->preferred_channel = from->preferred_channel;
  return flags | DAFTAR_MERGE_CHANGED;
}

/**
 * daftar_import_person_merge:
 * @into: somebody, changed in place; records of the caller's own
 * @from: the same person as another row has it
 *
 * Fills what is blank, adds what is missing, and leaves what is there.
 *
 * Returns: what it found
 */
DaftarMergeFlags
daftar_import_person_merge (DaftarImportPerson *into,
                            DaftarImportPerson *from)
{
  DaftarMergeFlags flags = 0;

  if (is_nameless (into) && !is_nameless (from))
    {
      daftar_set_text (&into->customer->name, from->customer->name);
      flags |= DAFTAR_MERGE_CHANGED;
    }
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    {
      char **member = &TEXT_AT (into->customer, i);
      const char *other = TEXT_AT (from->customer, i);

      flags |= texts[i].letter == 'o' || texts[i].letter == 'T' ? merge_lines (member, other) : merge_text (member, other);
    }
  return flags | merge_wishes (into->customer, from->customer) | merge_points (into, from) | merge_days (into, from)
         | merge_values (into, from) | merge_photo (into, from);
}
