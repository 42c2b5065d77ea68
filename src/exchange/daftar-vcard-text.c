/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "daftar-vcard-text.h"

static gboolean
has_arabic (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

/* Whether the address has the part between its commas already: many cards say the city twice, once in the line of the
 * street and once in its own place. */
gboolean
daftar_vcard_has_part (const char *address,
                       const char *part)
{
  gsize length = strlen (part);

  for (const char *found = strstr (address, part); found != NULL; found = strstr (found + 1, part))
    {
      g_autofree char *before = g_strchomp (g_strndup (address, found - address));
      const char *after = found + length + strspn (found + length, " ");

      if ((*before == '\0' || g_str_has_suffix (before, ",") || g_str_has_suffix (before, "،")) &&
          (*after == '\0' || *after == ',' || g_str_has_prefix (after, "،")))
        return TRUE;
    }
  return FALSE;
}

/* Puts a part behind the others, with the comma of its own script. */
void
daftar_vcard_append_part (GString    *address,
                          const char *part)
{
  if (*part == '\0')
    return;
  if (address->len > 0)
    g_string_append (address, has_arabic (part) ? "، " : ", ");
  g_string_append (address, part);
}

/* BDAY and its like, in all forms of RFC 2426 and RFC 6350 that name a month and a day. */
char *
daftar_vcard_parse_day (const char *text,
                        const char *omitted_year)
{
  int year = 0, month = 0, day = 0, used = 0;
  gboolean yearless = g_str_has_prefix (text, "--");
  g_autofree char *digits = g_strndup (text, strcspn (text, "Tt "));

  if (yearless)
    {
      if ((sscanf (digits, "--%2d-%2d%n", &month, &day, &used) != 2 &&
           sscanf (digits, "--%2d%2d%n", &month, &day, &used) != 2) || digits[used] != '\0')
        return NULL;
    }
  else if ((sscanf (digits, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 &&
            sscanf (digits, "%4d%2d%2d%n", &year, &month, &day, &used) != 3) || digits[used] != '\0')
    return NULL;
  if (month < 1 || day < 1 || year < 0 || (!yearless && year < 1))
    return NULL;
  if (!g_date_valid_dmy (day, month, yearless ? 2000 : year))
    return NULL;
  /* Apple gives a birthday without its year a year that nobody alive was born in, and says which. */
  if (yearless || (omitted_year != NULL && atoi (omitted_year) == year))
    return g_strdup_printf ("--%02d-%02d", month, day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* What the bytes say is surer than what the card says: one of the samples calls a PNG a JPEG. */
const char *
daftar_vcard_picture_type (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "image/png";
  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";
  if (length >= 6 && (memcmp (data, "GIF87a", 6) == 0 || memcmp (data, "GIF89a", 6) == 0))
    return "image/gif";
  if (length >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    return "image/webp";
  return NULL;
}

/* Apple writes its own words as _$!<Home>!$_. */
char *
daftar_vcard_clean_label (const char *text)
{
  g_autofree char *label = g_strstrip (g_strdup (text));
  gsize length = strlen (label);

  if (g_str_has_prefix (label, "_$!<") && g_str_has_suffix (label, ">!$_") && length >= 8)
    return g_ascii_strdown (label + 4, length - 8);
  return *label != '\0' ? g_steal_pointer (&label) : NULL;
}
