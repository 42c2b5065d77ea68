/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-quote.h"

#include <string.h>

/* How mail programs announce what they quote, at the end of the line above it. */
static const char *const announcements[] = { "wrote:", "كتب:", "كتبت:", "a écrit :", "schrieb:" };
static const char *const separators[] = { "-----Original Message-----", "-----الرسالة الأصلية-----", "________________________________" };

static gboolean
is_quoted (const char *line)
{
  while (*line == ' ' || *line == '\t')
    line++;
  return *line == '>';
}

static gboolean
is_blank (const char *line,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_announcement (const char *line,
                 gsize       length)
{
  g_autofree char *text = g_strchomp (g_strndup (line, length));

  for (guint i = 0; i < G_N_ELEMENTS (announcements); i++)
    if (g_str_has_suffix (text, announcements[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_separator (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (line, separators[i]))
      return TRUE;
  return FALSE;
}

/**
 * daftar_quote_find:
 * @text: a message
 *
 * Finds where the part begins that only repeats earlier messages: all quoted lines at the end, with the
 * line that announces them, or everything below a separator. An answer written below a quotation is left
 * as it is: it could not be read without it. Nothing is ever cut; this is for folding.
 *
 * Returns: the byte at which it begins; the length of @text if nothing is quoted, or everything
 */
gsize
daftar_quote_find (const char *text)
{
  gsize length = strlen (text);
  gsize quote = length;
  gsize announced = length; /* of an announcement with nothing but blank lines below it so far */

  for (gsize at = 0; at < length;)
    {
      gsize size = strcspn (text + at, "\n");

      if (is_separator (text + at))
        {
          quote = at;
          break;
        }
      if (is_quoted (text + at))
        quote = quote == length ? MIN (announced, at) : quote;
      else if (!is_blank (text + at, size))
        {
          quote = length;
          announced = is_announcement (text + at, size) ? at : length;
        }
      at += size + (text[at + size] == '\n');
    }
  return is_blank (text, quote) ? length : quote;
}
