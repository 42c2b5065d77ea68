/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ulid.h"

/**
 * daftar_ulid_generate:
 * @ulid: (out): room for the 16 bytes
 * @now: the moment, in microseconds UTC
 *
 * Makes a ULID: 48 bits of milliseconds, then 80 random bits, so that ids sort by the time they were made
 * (https://github.com/ulid/spec).
 */
void
daftar_ulid_generate (guint8 ulid[DAFTAR_ULID_SIZE],
                      gint64 now)
{
  guint64 ms = (guint64) MAX (now, 0) / 1000;

  for (int i = 5; i >= 0; i--, ms >>= 8)
    ulid[i] = ms & 0xff;
  for (int i = 6; i < DAFTAR_ULID_SIZE; i++)
    ulid[i] = g_random_int () >> 11;
}

/**
 * daftar_ulid_to_string:
 * @ulid: the 16 bytes
 *
 * Returns: (transfer full): the 26 characters of Crockford's base 32
 */
char *
daftar_ulid_to_string (const guint8 ulid[DAFTAR_ULID_SIZE])
{
  static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  char *text = g_malloc0 (27);

  /* 128 bits in 26 digits of 5: the first digit holds only 3 bits. */
  for (int i = 0; i < 26; i++)
    {
      int value = 0;

      for (int b = 0; b < 5; b++)
        {
          int bit = i * 5 + b - 2;

          value <<= 1;
          if (bit >= 0)
            value |= (ulid[bit / 8] >> (7 - bit % 8)) & 1;
        }
      text[i] = digits[value];
    }
  return text;
}
