/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

#include "daftar-bidi.h"
#include "daftar-collate.h"
#include "daftar-error.h"

#define ALEF 0x0627
#define LAM  0x0644

struct _DaftarCollator
{
  UCollator *collator;
  char      *version;
};

/**
 * daftar_collator_new:
 * @language: a language tag, e.g. "ar"
 * @error: where the failure goes
 *
 * Opens the collation of a language for lists of people. Use one per thread.
 *
 * Returns: (transfer full) (nullable): a collator
 */
DaftarCollator *
daftar_collator_new (const char  *language,
                     GError     **error)
{
  UErrorCode status = U_ZERO_ERROR;
  UVersionInfo of_collator, of_uca;
  char collator_text[U_MAX_VERSION_STRING_LENGTH], uca_text[U_MAX_VERSION_STRING_LENGTH];
  g_autoptr (DaftarCollator) self = g_new0 (DaftarCollator, 1);

  self->collator = ucol_open (language, &status);
  /* Spaces and punctuation count only between equals: "عبد الله" stands beside "عبدالله". */
  if (U_SUCCESS (status))
    ucol_setAttribute (self->collator, UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, &status);
  if (U_SUCCESS (status))
    ucol_setAttribute (self->collator, UCOL_STRENGTH, UCOL_TERTIARY, &status);
  if (U_FAILURE (status))
    {
      g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FAILED,
                   _("The sorting rules for the language “%s” could not be loaded. Install the program again."), language);
      return NULL;
    }
  ucol_getVersion (self->collator, of_collator);
  ucol_getUCAVersion (self->collator, of_uca);
  u_versionToString (of_collator, collator_text);
  u_versionToString (of_uca, uca_text);
  /* "people1" is our own part of the key: the ال that does not count. */
  self->version = g_strdup_printf ("%s/people1/icu%s/%s/uca%s", language, U_ICU_VERSION, collator_text, uca_text);
  return g_steal_pointer (&self);
}

/**
 * daftar_collator_free:
 * @self: (nullable): a collator
 */
void
daftar_collator_free (DaftarCollator *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->collator, ucol_close);
  g_free (self->version);
  g_free (self);
}

static gboolean
is_mark (UChar c)
{
  return (c >= 0x064b && c <= 0x065f) || c == 0x0670 || c == 0x0640;
}

/* الله is no article and a word; of the others the article does not count where at least two letters follow. */
static gboolean
is_article (const UChar *text,
            int32_t      at,
            int32_t      length)
{
  int32_t end = at + 2, letters = 0;

  if (at + 3 >= length || text[at] != ALEF || text[at + 1] != LAM)
    return FALSE;
  while (end < length && text[end] != ' ')
    letters += is_mark (text[end++]) ? 0 : 1;
  if (letters < 2)
    return FALSE;
  return !(text[at + 2] == LAM && letters == 2 && end > at + 3);
}

static int32_t
drop_articles (UChar   *text,
               int32_t  length)
{
  int32_t to = 0;
  gboolean word_start = TRUE;

  for (int32_t i = 0; i < length; i++)
    {
      if (word_start && is_article (text, i, length))
        i += 2;
      word_start = text[i] == ' ';
      text[to++] = text[i];
    }
  return to;
}

/**
 * daftar_collator_key:
 * @self: a collator
 * @text: (nullable): a name as written
 *
 * Makes the bytes whose memcmp() order is the order of names. A leading ال of a word does not count: الحداد stands under
 * ح. (Between two that differ by it alone the order is left to the caller.)
 *
 * Returns: (transfer full): the key, without ICU's closing zero; empty for no text
 */
GBytes *
daftar_collator_key (DaftarCollator *self,
                     const char     *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *clean = daftar_bidi_strip (valid);
  int32_t room = (int32_t) MIN (strlen (clean), 4096) + 1;
  g_autofree UChar *wide = g_new (UChar, room);
  g_autofree guint8 *key = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length, size;

  u_strFromUTF8WithSub (wide, room, &length, clean, -1, 0xfffd, NULL, &status);
  length = drop_articles (wide, MIN (length, room - 1));
  if (length == 0)
    return g_bytes_new (NULL, 0);
  size = room * 8 + 16;
  key = g_malloc (size);
  length = ucol_getSortKey (self->collator, wide, room = length, key, size);
  if (length > size)
    {
      key = g_realloc (key, length);
      length = ucol_getSortKey (self->collator, wide, room, key, length);
    }
  return g_bytes_new (key, MAX (length - 1, 0));
}

/**
 * daftar_collator_version:
 * @self: a collator
 *
 * Returns: (transfer none): names language and rules; keys of different versions must not be compared
 */
const char *
daftar_collator_version (DaftarCollator *self)
{
  return self->version;
}
