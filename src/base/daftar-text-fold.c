/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "daftar-text-fold.h"
#include "daftar-text-table.h"

/* Output under construction. ASCII, the Arabic block and general punctuation never grow, so the first allocation of the
 * text's own size is enough for nearly every name; only what ICU has expanded checks the room. */
typedef struct
{
  char            *out;
  DaftarTextRange *map;    /* of each byte of out, or NULL */
  gsize            length;
  gsize            room;
  gboolean         space;  /* a space is due before the next letter */
} Fold;

static void
grow (Fold  *self,
      gsize  more)
{
  if (self->length + more + 1 < self->room)
    return;
  self->room = self->room * 2 + more + 8;
  self->out = g_realloc (self->out, self->room);
  if (self->map != NULL)
    self->map = g_renew (DaftarTextRange, self->map, self->room);
}

static inline void
put_byte (Fold *self,
          char  byte,
          int   start,
          int   end)
{
  if (self->map != NULL)
    self->map[self->length] = (DaftarTextRange) { start, end };
  self->out[self->length++] = byte;
}

static inline void
put_space (Fold *self,
           int   start)
{
  if (self->space && self->length > 0)
    put_byte (self, ' ', start, start);
  self->space = FALSE;
}

/* @c is folded: a letter or a digit. */
static inline void
put (Fold     *self,
     gunichar  c,
     int       start,
     int       end)
{
  put_space (self, start);
  if (c < 0x80)
    {
      put_byte (self, (char) c, start, end);
    }
  else if (c < 0x800)
    {
      put_byte (self, (char) (0xc0 | c >> 6), start, end);
      put_byte (self, (char) (0x80 | (c & 0x3f)), start, end);
    }
  else
    {
      char bytes[6];
      int n = g_unichar_to_utf8 (c, bytes);

      for (int i = 0; i < n; i++)
        put_byte (self, bytes[i], start, end);
    }
}

static inline void
put_arabic (Fold     *self,
            gunichar  c,
            int       start,
            int       end)
{
  guint16 folded = fold_arabic[c - 0x600];

  if (folded == FOLD_SPACE)
    self->space = TRUE;
  else if (folded != FOLD_DROP)
    put (self, folded, start, end);
}

/* Apostrophes within a word are no border (Sa'id, O'Brien, the ayn and hamza of transliterations). */
static inline gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0xb4 || c == 0x2018 || c == 0x2019 || (c >= 0x02b9 && c <= 0x02bf);
}

static inline void
put_ascii (Fold   *self,
           guchar  c,
           int     start)
{
  if (g_ascii_isalnum (c))
    put (self, (guchar) g_ascii_tolower (c), start, start + 1);
  else if (!is_apostrophe (c))
    self->space = TRUE;
}

/* U+2000 to U+206F: joiners and bidi controls vanish, all else parts words. */
static inline void
put_general_punctuation (Fold     *self,
                         gunichar  c)
{
  gboolean invisible = (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || c >= 0x2060;

  if (!invisible && !is_apostrophe (c))
    self->space = TRUE;
}

/* Letters that have no decomposition, but that people type without. */
static const char *
plain_latin (UChar32 c)
{
  switch (c)
    {
    case 0x00e6: return "ae";
    case 0x00f0: case 0x0111: return "d";
    case 0x00f8: return "o";
    case 0x00fe: return "th";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x0142: return "l";
    case 0x014b: return "n";
    case 0x0153: return "oe";
    case 0x0167: return "t";
    default: return NULL;
    }
}

/* The base letter of a Latin letter with diacritics: the first of its full decomposition. */
static UChar32
latin_base (UChar32 c)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance (&status);
  UChar parts[32];
  int32_t length = U_SUCCESS (status) ? unorm2_getDecomposition (nfd, c, parts, G_N_ELEMENTS (parts), &status) : -1;
  UChar32 base = c;

  if (U_SUCCESS (status) && length > 0 && length <= (int32_t) G_N_ELEMENTS (parts))
    U16_GET (parts, 0, 0, length, base);
  return base;
}

static gboolean
is_latin (UChar32 c)
{
  return (c >= 0x00c0 && c <= 0x024f) || (c >= 0x1e00 && c <= 0x1eff);
}

/* One character after NFKC and case folding. */
static void
put_normalised (Fold    *self,
                UChar32  c,
                int      start,
                int      end)
{
  const char *plain;

  grow (self, 8);
  if (c < 0x80)
    {
      put_ascii (self, (guchar) c, start);
      if (self->map != NULL && self->length > 0 && self->map[self->length - 1].start == start)
        self->map[self->length - 1].end = end;
    }
  else if (c >= 0x600 && c < 0x700)
    put_arabic (self, c, start, end);
  else if (c >= 0x2000 && c < 0x2070)
    put_general_punctuation (self, c);
  else if (is_apostrophe (c) || (c >= 0x0300 && c <= 0x036f))
    ;
  else if (is_latin (c))
    {
      UChar32 base = latin_base (c);

      if ((plain = plain_latin (base)) == NULL)
        put (self, base, start, end);
      else
        for (; *plain != '\0'; plain++)
          put (self, *plain, start, end);
    }
  else if (u_charDigitValue (c) >= 0)
    put (self, '0' + u_charDigitValue (c), start, end);
  else if (u_isalnum (c) || (self->length > 0 && !self->space && (U_GET_GC_MASK (c) & U_GC_M_MASK) != 0))
    put (self, c, start, end);
  else if (!u_hasBinaryProperty (c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    self->space = TRUE;
}

/* The end of the run at @p that normalises by itself: up to the next character that nothing before it can change. */
static const char *
segment_end (const UNormalizer2 *nfkc,
             const char         *p)
{
  for (int n = 0; n < 32; n++)
    {
      gunichar c;

      p = g_utf8_next_char (p);
      c = g_utf8_get_char_validated (p, -1);
      if (c == 0 || c >= (gunichar) -2 || c < 0x80 || unorm2_hasBoundaryBefore (nfkc, c))
        break;
    }
  return p;
}

/* A run that the tables do not know: through ICU's NFKC_Casefold. @p points at a valid character. */
static const char *
put_segment (Fold       *self,
             const char *text,
             const char *p)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCCasefoldInstance (&status);
  const char *end = segment_end (nfkc, p);
  UChar wide[80], result[640];
  int32_t length = 0;

  for (const char *q = p; q < end; q = g_utf8_next_char (q))
    U16_APPEND_UNSAFE (wide, length, g_utf8_get_char (q));
  length = unorm2_normalize (nfkc, wide, length, result, G_N_ELEMENTS (result), &status);
  if (U_FAILURE (status))
    {
      self->space = TRUE;
      return end;
    }
  for (int32_t i = 0; i < length;)
    {
      UChar32 c;

      U16_NEXT (result, i, length, c);
      put_normalised (self, c, (int) (p - text), (int) (end - text));
    }
  return end;
}

/* One character beyond ASCII, valid or not; returns where the next begins. */
static const char *
put_wide (Fold       *self,
          const char *text,
          const char *p)
{
  const guchar *b = (const guchar *) p;
  int at = (int) (p - text);
  gunichar c;

  if (b[0] >= 0xd8 && b[0] <= 0xdb && (b[1] & 0xc0) == 0x80)
    {
      put_arabic (self, (b[0] & 0x1f) << 6 | (b[1] & 0x3f), at, at + 2);
      return p + 2;
    }
  if (b[0] == 0xe2 && (b[1] == 0x80 || (b[1] == 0x81 && b[2] < 0xb0)) && (b[2] & 0xc0) == 0x80)
    {
      put_general_punctuation (self, 0x2000 | (b[1] & 0x3f) << 6 | (b[2] & 0x3f));
      return p + 3;
    }
  c = g_utf8_get_char_validated (p, -1);
  if (c >= (gunichar) -2)
    {
      self->space = TRUE;
      return p + 1;
    }
  grow (self, 8);
  return put_segment (self, text, p);
}

/* The same for the common run of ASCII and Arabic, where nobody asks for the way back: nearly every name is this and
 * nothing else. Returns where something else begins, or the room ends. */
static const char *
put_plain_run (Fold       *self,
               const char *p)
{
  const guchar *b = (const guchar *) p;
  char *out = self->out + self->length;
  const char *limit = self->out + self->room - 4;
  gboolean space = self->space;

  while (out < limit)
    {
      guint16 folded = FOLD_SPACE;

      if (b[0] >= 0xd8 && b[0] <= 0xdb && (b[1] & 0xc0) == 0x80)
        {
          folded = fold_arabic[((b[0] & 0x1f) << 6 | (b[1] & 0x3f)) - 0x600];
          b += 2;
        }
      else if (b[0] == 0 || b[0] >= 0x80)
        break;
      else
        {
          if (g_ascii_isalnum (b[0]))
            folded = (guchar) g_ascii_tolower (b[0]);
          else if (is_apostrophe (b[0]))
            folded = FOLD_DROP;
          b++;
        }
      if (folded <= FOLD_SPACE)
        {
          space |= folded == FOLD_SPACE;
          continue;
        }
      if (space && out > self->out)
        *out++ = ' ';
      space = FALSE;
      if (folded < 0x80)
        *out++ = (char) folded;
      else
        {
          *out++ = (char) (0xc0 | folded >> 6);
          *out++ = (char) (0x80 | (folded & 0x3f));
        }
    }
  self->space = space;
  self->length = out - self->out;
  return (const char *) b;
}

/**
 * daftar_text_fold_mapped:
 * @text: (nullable): any text
 * @map: (out) (optional): for each byte of the fold, the bytes of @text it came from
 *
 * As daftar_text_fold(), for those who must find the way back.
 *
 * Returns: (transfer full): the fold
 */
char *
daftar_text_fold_mapped (const char       *text,
                         DaftarTextRange **map)
{
  Fold self = { 0 };
  const char *p = text != NULL ? text : "";

  text = p;
  self.room = strlen (p) + 10;
  self.out = g_malloc (self.room);
  if (map != NULL)
    self.map = g_new (DaftarTextRange, self.room);
  while (*(p = self.map == NULL ? put_plain_run (&self, p) : p) != '\0')
    {
      guchar c = (guchar) *p;

      if (c < 0x80)
        {
          put_ascii (&self, c, (int) (p - text));
          p++;
        }
      else
        {
          p = put_wide (&self, text, p);
        }
      /* Short again after ICU made something longer. */
      if (self.length + 8 > self.room)
        grow (&self, 8);
    }
  self.out[self.length] = '\0';
  if (map != NULL)
    *map = self.map;
  return self.out;
}

/**
 * daftar_text_fold:
 * @text: (nullable): any text, also invalid UTF-8
 *
 * The form in which texts are searched and compared: NFKC and case folding; harakat, tatweel, bidi controls and joiners
 * gone; أإآٱ are ا, ى and ی are ي, ک is ك, ة is ه, ؤ is و, ئ is ي, a lone ء goes; digits of any script are ASCII; Latin
 * letters lose their diacritics; everything that is neither letter nor digit is one space between words; apostrophes
 * within words go. Never ى → ا. Whoever changes the result raises %DAFTAR_FOLD_VERSION.
 *
 * Returns: (transfer full): the fold; "" for none
 */
char *
daftar_text_fold (const char *text)
{
  return daftar_text_fold_mapped (text, NULL);
}
