/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of any version from anywhere, fed in pieces of any size (the first byte says how large). Whatever becomes a card
 * is written in both versions, and what was written is read as one card again. */
#include "daftar-vcard-reader.h"
#include "daftar-vcard-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gboolean
count_cb (DaftarExchangeCard  *card,
          gpointer             n,
          GError             **error)
{
  (*(guint *) n)++;
  return TRUE;
}

static void
read_again (DaftarExchangeCard *card,
            DaftarVcardVersion  version)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;
  g_autoptr (DaftarVcardReader) reader = daftar_vcard_reader_new (count_cb, &n);

  daftar_vcard_write (text, card, version);
  g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
  g_assert_true (daftar_vcard_reader_feed (reader, text->str, text->len, NULL));
  g_assert_true (daftar_vcard_reader_finish (reader, NULL));
  g_assert_cmpuint (n, ==, 1);
}

static gboolean
card_cb (DaftarExchangeCard  *card,
         gpointer             data,
         GError             **error)
{
  g_assert_true (card->name == NULL || g_utf8_validate (card->name, -1, NULL));
  g_assert_true (card->note == NULL || g_utf8_validate (card->note, -1, NULL));
  read_again (card, DAFTAR_VCARD_4_0);
  read_again (card, DAFTAR_VCARD_3_0);
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (DaftarVcardReader) reader = daftar_vcard_reader_new (card_cb, NULL);
  g_autoptr (GError) error = NULL;
  gboolean read = TRUE;
  gsize step;

  if (size == 0)
    return 0;
  step = data[0] + 1;
  for (gsize at = 1; read && at < size; at += step)
    read = daftar_vcard_reader_feed (reader, (const char *) data + at, MIN (step, size - at), &error);
  read = read && daftar_vcard_reader_finish (reader, &error);
  g_assert_true (read == (error == NULL));
  return 0;
}
