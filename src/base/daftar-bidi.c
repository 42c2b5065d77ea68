/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-bidi.h"

#define LRI "\342\201\246"
#define FSI "\342\201\250"
/* FriBidi (1.0.8) puts the plus of a number behind it in the second isolate of a line, unless a letter of its
 * direction comes first. */
#define LRI_LRM LRI "\342\200\216"
#define PDI "\342\201\251"

/* U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069 (Unicode's Bidi_Control property): the bytes of one at
 * @text, or 0. */
static gsize
control_length (const char *text)
{
  const guchar *p = (const guchar *) text;

  if (p[0] == 0xd8)
    return p[1] == 0x9c ? 2 : 0;
  if (p[0] != 0xe2)
    return 0;
  if (p[1] == 0x80 && (p[2] == 0x8e || p[2] == 0x8f || (p[2] >= 0xaa && p[2] <= 0xae)))
    return 3;
  if (p[1] == 0x81 && p[2] >= 0xa6 && p[2] <= 0xa9)
    return 3;
  return 0;
}

/* Controls within the text could close our isolate or reach out of it, so they go first. */
static char *
wrap (const char *open,
      const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    return g_strdup ("");
  clean = daftar_bidi_strip (text);
  return g_strconcat (open, clean, PDI, NULL);
}

/**
 * daftar_bidi_ltr:
 * @text: (nullable): a phone number, an address of the net, a code
 *
 * Isolates @text as left to right (U+2066 … U+2069), to be shown within Arabic text. For the screen only: never store or
 * copy the result.
 *
 * Returns: (transfer full): the isolated text; "" for none
 */
char *
daftar_bidi_ltr (const char *text)
{
  return wrap (LRI_LRM, text);
}

/**
 * daftar_bidi_isolate:
 * @text: (nullable): a name or any text of unknown direction
 *
 * Isolates @text with the direction of its own first strong letter (U+2068 … U+2069). For the screen only.
 *
 * Returns: (transfer full): the isolated text; "" for none
 */
char *
daftar_bidi_isolate (const char *text)
{
  return wrap (FSI, text);
}

/**
 * daftar_bidi_strip:
 * @text: (nullable): any text
 *
 * Removes every bidi control, for storing and copying. Joiners (ZWJ, ZWNJ) stay: they are part of the spelling.
 *
 * Returns: (transfer full): @text without them; "" for none
 */
char *
daftar_bidi_strip (const char *text)
{
  char *copy, *to;

  if (text == NULL)
    return g_strdup ("");
  copy = to = g_malloc (strlen (text) + 1);
  while (*text != '\0')
    {
      gsize length = control_length (text);

      if (length > 0)
        text += length;
      else
        *to++ = *text++;
    }
  *to = '\0';
  return copy;
}
