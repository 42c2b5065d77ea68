/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it costs to fold, key and read one customer's name and number; bench-fold [ROUNDS]. The baseline is a plain copy
 * of the same name: ratios are what to compare between machines. */
#include <stdlib.h>
#include <string.h>

#include "daftar-collate.h"
#include "daftar-phone.h"
#include "daftar-text.h"

static const char *const names[] = {
  "أحمد محمد الحداد", "عبد الرحمن بن سالم", "فاطمة الزهراء", "Ahmad Al-Haddad", "مُحَمَّد عَلِيّ", "شركة النور للتجارة",
  "سارة العتيبي", "John Smith",
};
static const char *const accents[] = { "José García", "Zoë Müller", "İbrahim Çelik", "ﻣﺤﻤﺪ" };
static const char *const phones[] = { "050 123 4567", "+966 50 123 4567", "٠٥٠١٢٣٤٥٦٧", "00201001234567" };

static DaftarCollator *collator;
static gsize sink;

static void
copy (const char *text)
{
  g_autofree char *result = g_strdup (text);

  sink += strlen (result);
}

static void
fold (const char *text)
{
  g_autofree char *result = daftar_text_fold (text);

  sink += strlen (result);
}

static void
fold_alt (const char *text)
{
  g_autofree char *folded = daftar_text_fold (text);
  g_autofree char *result = daftar_text_fold_alt (folded);

  sink += strlen (result);
}

static void
key (const char *text)
{
  g_autoptr (GBytes) result = daftar_collator_key (collator, text);

  sink += g_bytes_get_size (result);
}

static void
phone (const char *text)
{
  g_autofree char *result = daftar_phone_normalise (text, "SA");

  sink += strlen (result);
}

static double
measure (const char        *label,
         void             (*func) (const char *text),
         const char *const *texts,
         gsize              n_texts,
         int                rounds,
         double             baseline)
{
  gint64 start = g_get_monotonic_time ();
  double each;

  for (int round = 0; round < rounds; round++)
    for (gsize i = 0; i < n_texts; i++)
      func (texts[i]);
  each = (g_get_monotonic_time () - start) * 1000.0 / ((double) rounds * n_texts);
  g_print ("%-28s %8.0f ns", label, each);
  if (baseline > 0)
    g_print ("  %6.1f x a copy", each / baseline);
  g_print ("\n");
  return each;
}

int
main (int argc, char **argv)
{
  int rounds = argc > 1 ? atoi (argv[1]) : 50000;
  double baseline;

  collator = daftar_collator_new ("ar", NULL);
  baseline = measure ("copy", copy, names, G_N_ELEMENTS (names), rounds, 0);
  measure ("fold", fold, names, G_N_ELEMENTS (names), rounds, baseline);
  measure ("fold, through ICU", fold, accents, G_N_ELEMENTS (accents), rounds, baseline);
  measure ("fold and other words", fold_alt, names, G_N_ELEMENTS (names), rounds / 5, baseline);
  measure ("sort key", key, names, G_N_ELEMENTS (names), rounds / 5, baseline);
  measure ("phone number", phone, phones, G_N_ELEMENTS (phones), rounds / 5, baseline);
  daftar_collator_free (collator);
  return sink == 0;
}
