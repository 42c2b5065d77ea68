/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-bidi.h"
#include "daftar-error.h"
#include "daftar-money.h"
#include "daftar-number.h"

/* ISO 4217 (2023): currencies that do not have two decimals. The Iraqi dinar has three there, although no coin under 250
 * dinars is used: three it is, so that nothing has to be converted should somebody else's file be read; since zeros are
 * not shown, nobody sees them. The Mauritanian ouguiya has fifths, written with two decimals. */
static const struct
{
  const char *code;
  int         decimals;
} odd_currencies[] = {
  { "BHD", 3 }, { "IQD", 3 }, { "JOD", 3 }, { "KWD", 3 }, { "LYD", 3 }, { "OMR", 3 }, { "TND", 3 },
  { "BIF", 0 }, { "CLP", 0 }, { "DJF", 0 }, { "GNF", 0 }, { "ISK", 0 }, { "JPY", 0 }, { "KMF", 0 }, { "KRW", 0 },
  { "PYG", 0 }, { "RWF", 0 }, { "UGX", 0 }, { "VND", 0 }, { "VUV", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "XPF", 0 },
};

/* How they are written in Arabic. The new sign of the riyal (U+20C1) is in no font yet, U+FDFC is Iran's. */
static const struct
{
  const char *code;
  const char *arabic;
} symbols[] = {
  { "SAR", "ر.س" }, { "AED", "د.إ" }, { "KWD", "د.ك" }, { "QAR", "ر.ق" }, { "BHD", "د.ب" }, { "OMR", "ر.ع" },
  { "YER", "ر.ي" }, { "EGP", "ج.م" }, { "SDG", "ج.س" }, { "LYD", "د.ل" }, { "TND", "د.ت" }, { "DZD", "د.ج" },
  { "MAD", "د.م" }, { "MRU", "أ.م" }, { "JOD", "د.أ" }, { "LBP", "ل.ل" }, { "SYP", "ل.س" }, { "IQD", "د.ع" },
  { "ILS", "شيكل" }, { "TRY", "ل.ت" },
};

/**
 * daftar_money_decimals:
 * @currency: (nullable): ISO 4217 code
 *
 * Returns: digits of the minor unit: 2 for most, 3 for the dinars and the Omani rial, 0 for the yen
 */
int
daftar_money_decimals (const char *currency)
{
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (odd_currencies); i++)
    if (strcmp (odd_currencies[i].code, currency) == 0)
      return odd_currencies[i].decimals;
  return 2;
}

static char *
without (const char *text,
         const char *part)
{
  const char *at = part != NULL && *part != '\0' ? strstr (text, part) : NULL;

  if (at == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%.*s%s", (int) (at - text), text, at + strlen (part));
}

static const char *
arabic_symbol (const char *currency)
{
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (symbols); i++)
    if (strcmp (symbols[i].code, currency) == 0)
      return symbols[i].arabic;
  return NULL;
}

/**
 * daftar_money_parse:
 * @text: (nullable): what somebody typed, with or without the currency's code or Arabic symbol
 * @currency: (nullable): ISO 4217 code of the field
 * @amount: (out): in minor units
 * @error: where the refusal goes, a sentence for beside the field
 *
 * Returns: whether @text is one amount of @currency
 */
gboolean
daftar_money_parse (const char  *text,
                    const char  *currency,
                    gint64      *amount,
                    GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *clean = daftar_bidi_strip (valid);
  g_autofree char *no_code = without (clean, currency);
  g_autofree char *no_symbol = without (no_code, arabic_symbol (currency));

  return daftar_number_parse (no_symbol, daftar_money_decimals (currency), amount, error);
}

/* Digits of @amount with the point, and commas between groups if wanted. */
static char *
spell (gint64   amount,
       int      decimals,
       gboolean grouped,
       gboolean keep_zeros)
{
  guint64 size = amount < 0 ? (guint64) 0 - (guint64) amount : (guint64) amount;
  guint64 scale = 1;
  GString *text = g_string_new (NULL);
  int first;

  for (int i = 0; i < decimals; i++)
    scale *= 10;
  g_string_printf (text, "%" G_GUINT64_FORMAT, size / scale);
  first = (int) text->len % 3;
  for (gssize at = first == 0 ? 3 : first; grouped && at < (gssize) text->len; at += 4)
    g_string_insert_c (text, at, ',');
  if (decimals > 0 && (keep_zeros || size % scale != 0))
    g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, decimals, size % scale);
  if (amount < 0)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

static char *
format_money (gint64        amount,
              const char   *currency,
              DaftarFormat *format,
              gboolean      keep_zeros)
{
  g_autofree char *plain = spell (amount, daftar_money_decimals (currency), TRUE, keep_zeros);
  g_autofree char *digits = daftar_format_numeral (format, plain);
  g_autofree char *number = daftar_bidi_ltr (digits);
  gboolean arabic = strcmp (daftar_format_get_language (format), "ar") == 0;
  const char *symbol = arabic ? arabic_symbol (currency) : NULL;

  if (currency == NULL || *currency == '\0')
    return g_steal_pointer (&number);
  if (arabic)
    /* An isolate of the Arabic direction around both keeps the symbol on the left of the number in any context. */
    return g_strdup_printf ("\342\201\247%s\302\240%s\342\201\251", number, symbol != NULL ? symbol : currency);
  return g_strdup_printf ("\342\201\246%s\302\240%s\342\201\251", currency, digits);
}

/**
 * daftar_money_format:
 * @amount: in minor units
 * @currency: (nullable): ISO 4217 code
 * @format: how the person reads
 *
 * For the screen, grouped and isolated: "SAR 1,250", "1,250.50 ر.س". Decimals are shown when they are not zero.
 *
 * Returns: (transfer full): the text
 */
char *
daftar_money_format (gint64        amount,
                     const char   *currency,
                     DaftarFormat *format)
{
  return format_money (amount, currency, format, FALSE);
}

/**
 * daftar_money_format_full:
 * @amount: in minor units
 * @currency: (nullable): ISO 4217 code
 * @format: how the person reads
 *
 * As daftar_money_format(), always with all decimals, for columns of amounts.
 *
 * Returns: (transfer full): the text
 */
char *
daftar_money_format_full (gint64        amount,
                          const char   *currency,
                          DaftarFormat *format)
{
  return format_money (amount, currency, format, TRUE);
}

/**
 * daftar_money_plain:
 * @amount: in minor units
 * @currency: (nullable): ISO 4217 code
 *
 * For files and for entries: "1250.50", no groups, always a point, all decimals.
 *
 * Returns: (transfer full): the text
 */
char *
daftar_money_plain (gint64      amount,
                    const char *currency)
{
  return spell (amount, daftar_money_decimals (currency), FALSE, TRUE);
}
