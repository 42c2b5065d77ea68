/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-charset.h"
#include "daftar-exchange-error.h"

#define REPLACEMENT "\357\277\275"

/* How often a letter stands in Arabic text, U+0621 to U+064A: ten times the binary logarithm of its thousandths,
 * counted over names, addresses and notes. Two encodings that share half their table are told apart by which reading
 * is the likelier Arabic. 0 is no letter. */
static const guint8 letter_weight[0x2a] = {
  /* ء آ أ ؤ إ ئ ا ب ة ت ث ج ح خ د ذ */
  16, 10, 39, 10, 30, 20, 72, 52, 49, 53, 23, 38, 43, 32, 50, 26,
  /* ر ز س ش ص ض ط ظ ع غ */
  56, 30, 47, 35, 35, 26, 36, 16, 52, 26, 0, 0, 0, 0, 0,
  /* ـ ف ق ك ل م ن ه و ى ي */
  1, 46, 45, 43, 70, 59, 59, 54, 58, 30, 62,
};

/* U+0621…U+063A stand at C1…DA; U+0640…U+0652 at E0…F2. */
static gunichar
from_iso_8859_6 (guint8 byte)
{
  if ((byte >= 0xc1 && byte <= 0xda) || (byte >= 0xe0 && byte <= 0xf2) || byte == 0xac || byte == 0xbb || byte == 0xbf)
    return 0x560 + byte;
  return byte == 0xa0 || byte == 0xad || byte == 0xa4 ? byte : 0;
}

static gunichar
from_windows_1256 (guint8 byte)
{
  static const guint16 upper[0x40] = {
    0x6c1, 0x621, 0x622, 0x623, 0x624, 0x625, 0x626, 0x627, 0x628, 0x629, 0x62a, 0x62b, 0x62c, 0x62d, 0x62e, 0x62f,
    0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636, 0xd7,  0x637, 0x638, 0x639, 0x63a, 0x640, 0x641, 0x642, 0x643,
    0xe0,  0x644, 0xe2,  0x645, 0x646, 0x647, 0x648, 0xe7,  0xe8,  0xe9,  0xea,  0xeb,  0x649, 0x64a, 0xee,  0xef,
    0x64b, 0x64c, 0x64d, 0x64e, 0xf4,  0x64f, 0x650, 0xf7,  0x651, 0xf9,  0x652, 0xfb,  0xfc,  0x200e, 0x200f, 0x6d2,
  };

  if (byte >= 0xc0)
    return upper[byte - 0xc0];
  return byte == 0xa1 ? 0x60c : byte == 0xba ? 0x61b : byte == 0xbf ? 0x61f : byte;
}

static int
arabic_score (gunichar c)
{
  if (c == 0)
    return -100;
  if (c >= 0x621 && c <= 0x64a)
    return letter_weight[c - 0x621] > 0 ? letter_weight[c - 0x621] : -100;
  if ((c >= 0x64b && c <= 0x652) || c == 0x60c || c == 0x61b || c == 0x61f)
    return -10;
  /* A Latin letter with an accent in the middle of Arabic letters is the sign of the wrong table. */
  return (c >= 0xc0 && c <= 0xff) ? -60 : 0;
}

static const char *
detect_single_byte (const guint8 *data,
                    gsize         length)
{
  gint64 windows = 0, iso = 0;
  gsize in_runs = 0, beside_latin = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean high_before, high_after, latin_before, latin_after;

      if (data[i] < 0x80)
        continue;
      windows += arabic_score (from_windows_1256 (data[i]));
      iso += arabic_score (from_iso_8859_6 (data[i]));
      if (data[i] < 0xc0)
        continue;
      high_before = i > 0 && data[i - 1] >= 0xc0;
      high_after = i + 1 < length && data[i + 1] >= 0xc0;
      latin_before = i > 0 && g_ascii_isalpha (data[i - 1]);
      latin_after = i + 1 < length && g_ascii_isalpha (data[i + 1]);
      in_runs += high_before || high_after;
      beside_latin += latin_before || latin_after;
    }

  /* «Café» has its high bytes alone among ASCII letters, «محمد» has them side by side. */
  if (in_runs <= beside_latin || MAX (windows, iso) <= 0)
    return "WINDOWS-1252";
  return iso > windows ? "ISO-8859-6" : "WINDOWS-1256";
}

/* Zero bytes are in every other place where the text is ASCII; 0x06 where it is Arabic. */
static const char *
detect_utf16 (const guint8 *data,
              gsize         length)
{
  gsize even = 0, odd = 0, pairs = length / 2;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      even += data[i] == 0 || (data[i] == 0x06 && data[i + 1] >= 0x0c);
      odd += data[i + 1] == 0 || (data[i + 1] == 0x06 && data[i] >= 0x0c);
    }
  if (pairs == 0 || memchr (data, 0, length) == NULL)
    return NULL;
  if (odd * 10 >= pairs * 7 && even * 10 <= pairs * 3)
    return "UTF-16LE";
  if (even * 10 >= pairs * 7 && odd * 10 <= pairs * 3)
    return "UTF-16BE";
  return NULL;
}

/* Counts the well-formed characters beyond ASCII, and the bytes that are none. A character cut off by the end of
 * the sample is no fault. */
static void
count_utf8 (const guint8 *data,
            gsize         length,
            gsize        *good,
            gsize        *bad)
{
  const char *p = (const char *) data, *end = p + length;

  *good = *bad = 0;
  while (p < end)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -2 && end - p < 6)
        return;
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          (*bad)++;
          p++;
        }
      else
        {
          (*good)++;
          p += g_unichar_to_utf8 (c, NULL);
        }
    }
}

/**
 * daftar_charset_detect:
 * @data: the beginning of a file; the longer the surer, and all of it is best
 * @length: its bytes
 *
 * Tells in which encoding a file of a shop in the Arab world was most likely written: what a byte order mark says;
 * else UTF-16 by its zero bytes; else UTF-8 if it is well formed; else windows-1256 or ISO-8859-6 by which of the two
 * gives the letters Arabic has; else windows-1252, in which every byte means something.
 *
 * Returns: (transfer none): a name for daftar_charset_converter_new()
 */
const char *
daftar_charset_detect (const guint8 *data,
                       gsize         length)
{
  const char *utf16;
  gsize good, bad;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return "UTF-8";
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  utf16 = detect_utf16 (data, length);
  if (utf16 != NULL)
    return utf16;
  /* A few broken characters in a long UTF-8 file do not make it another encoding: chance does not write UTF-8. */
  count_utf8 (data, length, &good, &bad);
  if (bad == 0 || bad * 20 < good)
    return "UTF-8";
  return detect_single_byte (data, length);
}

struct _DaftarCharsetConverter
{
  GIConv iconv;       /* (GIConv) -1 for UTF-8, which needs none */
  guint unit;         /* bytes to give up when they mean nothing */
  gboolean started;   /* whether a byte order mark may no longer come */
  guint64 replaced;
  gsize n_pending;    /* the beginning of a character whose rest has not come yet */
  guint8 pending[16];
  char (*table)[4];   /* of an encoding with one byte a character: each byte in UTF-8; "" if it means nothing */
};

/* Asks iconv once for each byte: a table is eight times as fast as iconv itself. Only for the encodings that the
 * detection gives; others may join two characters into one. */
static void
make_table (DaftarCharsetConverter *self,
            const char             *charset)
{
  static const char *const simple[] = { "WINDOWS-1256", "ISO-8859-6", "WINDOWS-1252" };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    found |= g_ascii_strcasecmp (charset, simple[i]) == 0;
  if (!found)
    return;
  self->table = g_malloc0 (256 * sizeof *self->table);
  for (guint i = 1; i < 256; i++)
    {
      char byte = i, *in = &byte, *out = self->table[i];
      gsize left = 1, room = 3;

      if (g_iconv (self->iconv, &in, &left, &out, &room) == (gsize) -1)
        {
          memset (self->table[i], 0, 4);
          g_iconv (self->iconv, NULL, NULL, NULL, NULL);
        }
    }
}

/**
 * daftar_charset_converter_new:
 * @charset: the name of an encoding, as from daftar_charset_detect() or any that iconv knows
 * @error: return location for a %DAFTAR_EXCHANGE_ERROR_CHARSET
 *
 * Makes a converter that turns bytes, fed piece by piece, into valid UTF-8.
 *
 * Returns: (transfer full) (nullable): the converter, or %NULL with @error set
 */
DaftarCharsetConverter *
daftar_charset_converter_new (const char  *charset,
                              GError     **error)
{
  DaftarCharsetConverter *self;
  gboolean utf8 = g_ascii_strcasecmp (charset, "UTF-8") == 0 || g_ascii_strcasecmp (charset, "UTF8") == 0 ||
                  g_ascii_strcasecmp (charset, "US-ASCII") == 0 || g_ascii_strcasecmp (charset, "ASCII") == 0;
  GIConv handle = utf8 ? (GIConv) -1 : g_iconv_open ("UTF-8", charset);

  if (!utf8 && handle == (GIConv) -1)
    {
      g_set_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_CHARSET,
                   _("The encoding “%s” is not known on this computer. Choose another one."), charset);
      return NULL;
    }

  self = g_new0 (DaftarCharsetConverter, 1);
  self->iconv = handle;
  self->unit = g_ascii_strncasecmp (charset, "UTF-16", 6) == 0 || g_ascii_strncasecmp (charset, "UCS-2", 5) == 0 ? 2
             : g_ascii_strncasecmp (charset, "UTF-32", 6) == 0 || g_ascii_strncasecmp (charset, "UCS-4", 5) == 0 ? 4
             : 1;
  if (!utf8)
    make_table (self, charset);
  return self;
}

/**
 * daftar_charset_converter_free:
 * @self: (transfer full): a converter
 */
void
daftar_charset_converter_free (DaftarCharsetConverter *self)
{
  if (self->iconv != (GIConv) -1)
    g_iconv_close (self->iconv);
  g_free (self->table);
  g_free (self);
}

static void
replace_one (DaftarCharsetConverter *self,
             GString                *out)
{
  g_string_append_len (out, REPLACEMENT, 3);
  self->replaced++;
}

/* Returns the length of the character of UTF-8 (RFC 3629 §4) at @p, 0 if there is none, also for NUL. */
static inline gsize
character_length (const guint8 *p,
                  const guint8 *end)
{
  gsize left = end - p;
  guint8 c = p[0];

  if (c < 0x80)
    return c != 0;
  if (c < 0xe0)
    return c >= 0xc2 && left >= 2 && (p[1] & 0xc0) == 0x80 ? 2 : 0;
  if (left < 3 || (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80)
    return 0;
  if (c < 0xf0)
    return (c == 0xe0 && p[1] < 0xa0) || (c == 0xed && p[1] >= 0xa0) ? 0 : 3;
  if (c > 0xf4 || left < 4 || (p[3] & 0xc0) != 0x80)
    return 0;
  return (c == 0xf0 && p[1] < 0x90) || (c == 0xf4 && p[1] >= 0x90) ? 0 : 4;
}

/* g_utf8_validate() takes a third of the time of an import; this goes four times as fast. */
static const char *
find_invalid (const char *data,
              const char *stop)
{
  const guint64 low = G_GUINT64_CONSTANT (0x0101010101010101), high = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint8 *p = (const guint8 *) data, *end = (const guint8 *) stop;

  while (p < end)
    {
      guint64 eight;
      gsize length;

      if (end - p >= 8)
        {
          memcpy (&eight, p, 8);
          /* No byte has its high bit, and none gets it by taking 1 away: eight of ASCII, none of them NUL. */
          if (((eight | (eight - low)) & high) == 0)
            {
              p += 8;
              continue;
            }
        }
      /* Words of Arabic, Hebrew, Greek and Cyrillic are runs of pairs. */
      if (end - p >= 2 && p[0] >= 0xc2 && p[0] < 0xe0 && (p[1] & 0xc0) == 0x80)
        {
          do
            p += 2;
          while (end - p >= 2 && p[0] >= 0xc2 && p[0] < 0xe0 && (p[1] & 0xc0) == 0x80);
          continue;
        }
      length = character_length (p, end);
      if (length == 0)
        break;
      p += length;
    }
  return (const char *) p;
}

/* Returns how many bytes were used; the rest is the beginning of a character. */
static gsize
convert_utf8 (DaftarCharsetConverter *self,
              const char             *data,
              gsize                   length,
              GString                *out)
{
  const char *p = data, *end = data + length;

  while (p < end)
    {
      const char *bad = find_invalid (p, end);

      g_string_append_len (out, p, bad - p);
      p = bad;
      if (p == end)
        break;
      if (*p != '\0' && g_utf8_get_char_validated (p, end - p) == (gunichar) -2 && end - p < 4)
        break;
      replace_one (self, out);
      p++;
    }
  return p - data;
}

static gsize
convert_iconv (DaftarCharsetConverter *self,
               const char             *data,
               gsize                   length,
               GString                *out)
{
  char *in = (char *) data;
  gsize left = length;

  while (left > 0)
    {
      char buffer[4096], *to = buffer;
      gsize room = sizeof buffer, result = g_iconv (self->iconv, &in, &left, &to, &room);
      int failure = result == (gsize) -1 ? errno : 0;

      /* Passes what was made through the UTF-8 side: it takes out the NULs, and what a careless table lets by. */
      convert_utf8 (self, buffer, to - buffer, out);
      if (failure == EINVAL)
        break;
      if (failure == EILSEQ)
        {
          gsize skip = MIN (self->unit, left);

          replace_one (self, out);
          in += skip;
          left -= skip;
        }
      else if (failure != 0 && failure != E2BIG)
        break;
    }
  return length - left;
}

static gsize
convert_table (DaftarCharsetConverter *self,
               const guint8           *data,
               gsize                   length,
               GString                *out)
{
  gsize before = out->len;
  char *to;

  g_string_set_size (out, before + 3 * length + 1);
  to = out->str + before;
  for (gsize i = 0; i < length; i++)
    {
      const char *from = self->table[data[i]];

      if (*from == '\0')
        {
          from = REPLACEMENT;
          self->replaced++;
        }
      memcpy (to, from, 3);
      to += (guchar) *from < 0x80 ? 1 : (guchar) *from < 0xe0 ? 2 : 3;
    }
  g_string_truncate (out, to - out->str);
  return length;
}

static gsize
convert (DaftarCharsetConverter *self,
         const guint8           *data,
         gsize                   length,
         GString                *out)
{
  if (self->iconv == (GIConv) -1)
    return convert_utf8 (self, (const char *) data, length, out);
  if (self->table != NULL)
    return convert_table (self, data, length, out);
  return convert_iconv (self, (const char *) data, length, out);
}

/* Every encoding of Unicode writes its byte order mark as the same character, so it is dropped after conversion. */
static void
drop_mark (DaftarCharsetConverter *self,
           GString                *out,
           gsize                   before)
{
  if (self->started || out->len == before)
    return;
  self->started = TRUE;
  if (out->len - before >= 3 && memcmp (out->str + before, "\xef\xbb\xbf", 3) == 0)
    g_string_erase (out, before, 3);
}

/**
 * daftar_charset_converter_feed:
 * @self: a converter
 * @data: the next bytes of the file
 * @length: how many
 * @out: where the text is appended: valid UTF-8 without NULs
 *
 * Converts the next piece. What means nothing in the encoding, and NULs, become U+FFFD and are counted. A byte order
 * mark at the beginning is dropped. A character cut by the end of the piece waits for the next one.
 */
void
daftar_charset_converter_feed (DaftarCharsetConverter *self,
                               const guint8           *data,
                               gsize                   length,
                               GString                *out)
{
  gsize before = out->len, used;

  /* Complete the character left over from the last piece byte by byte, then go on in the piece itself. */
  while (self->n_pending > 0 && length > 0)
    {
      self->pending[self->n_pending++] = *data++;
      length--;
      used = convert (self, self->pending, self->n_pending, out);
      self->n_pending -= used;
      memmove (self->pending, self->pending + used, self->n_pending);
      if (self->n_pending == sizeof self->pending)
        {
          replace_one (self, out);
          self->n_pending = 0;
        }
    }
  used = convert (self, data, length, out);
  length = MIN (length - used, sizeof self->pending - 1);
  if (length > 0)
    memcpy (self->pending + self->n_pending, data + used, length);
  self->n_pending += length;
  drop_mark (self, out, before);
}

/**
 * daftar_charset_converter_finish:
 * @self: a converter
 * @out: where the text is appended
 *
 * Says that nothing more comes. The beginning of a character that never ended becomes one U+FFFD.
 */
void
daftar_charset_converter_finish (DaftarCharsetConverter *self,
                                 GString                *out)
{
  if (self->n_pending > 0)
    replace_one (self, out);
  self->n_pending = 0;
}

/**
 * daftar_charset_converter_get_replaced:
 * @self: a converter
 *
 * Returns: how many U+FFFD stand for something that could not be read
 */
guint64
daftar_charset_converter_get_replaced (DaftarCharsetConverter *self)
{
  return self->replaced;
}
