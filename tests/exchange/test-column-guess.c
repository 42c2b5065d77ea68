/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-charset.h"
#include "daftar-column-guess.h"
#include "daftar-csv-reader.h"
#include "support.h"

/* Splits «a|b\nc|d» and guesses; gives «header:» or «data:» and the nicks. */
static char *
guess (const char *table,
       char        delimiter)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (DaftarColumnGuess) found = NULL;
  const char separator[] = { delimiter, '\0' };
  GString *out;

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], separator, -1));
  found = daftar_column_guess_new ((const char *const *const *) rows->pdata, rows->len);
  out = g_string_new (found->has_header ? "header:" : "data:");
  for (guint c = 0; c < found->n_columns; c++)
    g_string_append_printf (out, " %s", daftar_import_field_to_nick (found->fields[c]));
  return g_string_free (out, FALSE);
}

static void
test_headers (void)
{
  static const struct
  {
    const char *header, *nick;
  } cases[] = {
    { "الاسم", "name" }, { "اسم العميل", "name" }, { "الإسم الكامل", "name" }, { "العميل", "name" }, { "Name", "name" },
    { "Full name", "name" }, { "CUSTOMER NAME", "name" }, { "First Name", "given" }, { "الاسم الاول", "given" },
    { "Last name", "family" }, { "اسم العائلة", "family" }, { "اسم الأب", "middle" }, { "الكنية", "nickname" }, { "اللقب", "honorific" },
    { "الجوال", "mobile" }, { "جوال 2", "mobile" }, { "رقم الجوّال", "mobile" }, { "رقم الموبايل", "mobile" }, { "Mobile Phone", "mobile" },
    { "الهاتف", "phone" }, { "هاتف العمل", "phone" }, { "Phone", "phone" }, { "Phone 1 - Value", "phone" }, { "Tel.", "phone" },
    { "Business Phone 2", "phone" }, { "واتساب", "whatsapp" }, { "رقم الواتس اب", "whatsapp" }, { "WhatsApp Number", "whatsapp" },
    { "البريد", "email" }, { "البريد الإلكتروني", "email" }, { "الايميل", "email" }, { "E-mail", "email" }, { "E-mail 2 Address", "email" },
    { "Email Address", "email" }, { "E-mail 1 - Value", "email" }, { "المدينة", "city" }, { "City", "city" }, { "Business City", "city" },
    { "العنوان", "address" }, { "الحي", "address" }, { "Home Street", "address" }, { "Country/Region", "address" }, { "الدولة", "address" },
    { "الشركة", "company" }, { "اسم الشركة", "company" }, { "Organization 1 - Name", "company" }, { "Company", "company" },
    { "تاريخ الميلاد", "birthday" }, { "Birthday", "birthday" }, { "DOB", "birthday" }, { "ملاحظات", "text" }, { "Notes", "text" },
    { "إجمالي المشتريات", "note" }, { "الجنسية", "note" }, { "تحية", "note" }, { "اسم المستخدم", "note" }, { "Fax", "note" }, { "فاكس المكتب", "note" },
    { "تاريخ الإضافة", "note" }, { "Manager's Name", "note" }, { "E-mail Display Name", "note" }, { "Gender", "note" },
    { "Phone 1 - Type", "ignore" }, { "E-mail 1 - Label", "ignore" }, { "م", "ignore" }, { "#", "ignore" },
    { "اللغة", "language" }, { "الفئة", "tags" }, { "Group Membership", "tags" }, { "المصدر", "source" }, { "Lead source", "source" },
    { "رقم العميل", "external-id" }, { "Customer ID", "external-id" }, { "Website 1 - Value", "website" }, { "الموقع الإلكتروني", "website" },
    { "انستقرام", "instagram" }, { "Facebook", "facebook" }, { "تيك توك", "tiktok" }, { "Telegram", "telegram" }, { "تويتر", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strconcat ("Name\x1f", cases[i].header, NULL);
      g_autofree char *got = guess (g_str_equal (cases[i].nick, "name") ? cases[i].header : table, '\x1f');
      g_autofree char *expected = g_strconcat (g_str_equal (cases[i].nick, "name") ? "header: " : "header: name ", cases[i].nick, NULL);

      g_test_message ("%s", cases[i].header);
      g_assert_cmpstr (got, ==, expected);
    }
}

static void
test_tables (void)
{
  static const struct
  {
    const char *table, *guess;
  } cases[] = {
    { "اسم العميل|الجوال|جوال 2|البريد|المدينة|تاريخ الميلاد|إجمالي المشتريات|ملاحظات\n"
      "سيد مهدي|0795455776||k@example.com|عمّان|15/01/1950|1151.59|",
      "header: name mobile mobile email city birthday note text" },
    /* Without a header row. */
    { "محمد الأحمد|0501234567|الرياض|m@example.com|1980-05-06\nمنى العلي|0507654321|الرياض|a@example.com|1990-07-08\n"
      "هند سالم|٠٥٠١١١٢٢٢٣|جدة|b@example.com|1975-01-02",
      "data: name phone note email birthday" },
    /* Names that say nothing, and data that does. */
    { "أ|ب|ج\nمحمد الأحمد|0501234567|x@example.com\nمنى العلي|+966507654321|y@example.com", "header: name phone email" },
    /* Numbers that are no phone numbers. */
    { "الاسم|الهوية\nمحمد|1023456789\nمنى|1087654321\nعلي|1011112222", "header: name note" },
    /* The name of the column is contradicted by what stands in it. */
    { "الاسم|البريد\nمحمد|شارع الملك\nمنى|حي النزهة\nعلي|طريق المطار", "header: name address" },
    { "الاسم|الموقع\nمحمد|شارع الملك\nمنى|حي النزهة\nعلي|طريق المطار", "header: name address" },
    /* One field each. */
    { "Name|الاسم|City|المدينة", "header: name note city address" },
    /* Outlook. */
    { "Title|First Name|Middle Name|Last Name|Suffix|Company|Job Title|Business Street|Business City|Home City|Business Fax|Business Phone|"
      "Mobile Phone|E-mail Address|E-mail Type|E-mail Display Name|Birthday|Categories|Notes|Web Page|Language",
      "header: honorific given middle family note company note address city address note phone mobile email ignore note birthday tags text "
      "website language" },
    /* Google, before and after 2024. */
    { "Name|Given Name|Additional Name|Family Name|Yomi Name|Name Prefix|Nickname|Birthday|Notes|Group Membership|E-mail 1 - Type|"
      "E-mail 1 - Value|Phone 1 - Type|Phone 1 - Value|Address 1 - Type|Address 1 - Formatted|Address 1 - Street|Address 1 - City|"
      "Address 1 - Country|Organization 1 - Name|Organization 1 - Title|Website 1 - Value",
      "header: name given middle family note honorific nickname birthday text tags ignore email ignore phone ignore address ignore city "
      "ignore company note website" },
    { "First Name|Middle Name|Last Name|Phonetic First Name|Organization Name|Organization Title|Birthday|Notes|Labels|E-mail 1 - Label|"
      "E-mail 1 - Value|Phone 1 - Label|Phone 1 - Value|Address 1 - City|Address 1 - Street",
      "header: given middle family note company note birthday text tags ignore email ignore phone city address" },
    /* HubSpot. */
    { "Record ID|First Name|Last Name|Email|Phone Number|Mobile Phone Number|Contact owner|Primary Associated Company ID|"
      "Associated Company|Last Activity Date (GMT+3)|Lead Status|Marketing contact status|Create Date (GMT+3)|City|"
      "Street Address|Postal Code|Country/Region|Date of birth|Original Source|Website URL",
      "header: external-id given family email phone mobile note note company note note note note city address address address "
      "birthday source website" },
    /* Odoo. */
    { "External ID|Display Name|Phone|Mobile|Email|Salesperson|Activities|City|Country|Company Name|Tags|Street|Street2|Zip|"
      "Website Link|Is a Company|Notes|Language",
      "header: external-id name phone mobile email note note city address company tags address address address website note "
      "text language" },
    /* Zoho: CRM, and Books. */
    { "Record Id|Contact Owner.id|Contact Owner|Lead Source|First Name|Last Name|Account Name.id|Account Name|Email|Department|"
      "Phone|Home Phone|Other Phone|Fax|Mobile|Date of Birth|Assistant|Asst Phone|Email Opt Out|Skype ID|Salutation|"
      "Secondary Email|Twitter|Mailing Street|Mailing City|Mailing Zip|Description|Tag",
      "header: external-id note note source given family note company email note phone phone phone note mobile birthday note note "
      "note note honorific email x address city address text tags" },
    { "Display Name|Company Name|Salutation|First Name|Last Name|Phone|MobilePhone|EmailID|Billing Address|Billing City|Notes",
      "header: name company honorific given family phone mobile email address city text" },
    /* Helpers that save the contacts and labels of WhatsApp Business. */
    { "Country Code|Phone Number|Formatted Phone|Is My Contact|Saved Name|Public Name|Labels|Group Name",
      "header: ignore phone phone note name note tags note" },
    /* French. */
    { "Nom|Prénom|Société|Téléphone|Portable|Adresse e-mail|Ville|Adresse|Code postal|Remarques|Date de naissance",
      "header: family given company phone mobile email city address address text birthday" },
    /* The program's own, in both languages. */
    { "Name|Person or business|First name|Family name|Salutation|Nickname|Company|City|Mobile|Mobile 2|Landline|WhatsApp|E-mail|"
      "Website|Instagram|Facebook|Twitter (X)|Telegram|TikTok|Full address|Full address 2|About the numbers and addresses|Birthday|"
      "Occasions|Language|Prefers|Best time|Do not contact|Source|Tags|Notes",
      "header: name kind given family honorific nickname company city mobile mobile landline whatsapp email website instagram "
      "facebook x telegram tiktok place place point-details birthday occasions language channel time do-not-contact source tags text" },
    { "الاسم|فرد أو منشأة|الاسم الأول|اسم العائلة|صفة المخاطبة|الكنية|الشركة|المدينة|الجوال|الجوال 2|هاتف ثابت|واتساب|البريد الإلكتروني|"
      "الموقع الإلكتروني|إنستغرام|فيسبوك|تويتر (إكس)|تيليغرام|تيك توك|العنوان الكامل|العنوان الكامل 2|عن الأرقام والعناوين|تاريخ الميلاد|"
      "المناسبات|اللغة|التواصل المفضل|أفضل وقت للتواصل|عدم التواصل|المصدر|الوسوم|ملاحظات",
      "header: name kind given family honorific nickname company city mobile mobile landline whatsapp email website instagram "
      "facebook x telegram tiktok place place point-details birthday occasions language channel time do-not-contact source tags text" },
    { "", "data:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = guess (cases[i].table, '|');

      g_test_message ("case %u", i);
      g_assert_cmpstr (got, ==, cases[i].guess);
    }
}

static gboolean
collect_cb (const DaftarCsvRow  *row,
            gpointer             user_data,
            GError             **error)
{
  g_autofree char **fields = g_new0 (char *, row->n_fields + 1);

  memcpy (fields, row->fields, row->n_fields * sizeof *fields);
  g_ptr_array_add (user_data, g_strdupv (fields));
  return TRUE;
}

static void
test_files (void)
{
  static const struct
  {
    const char *path;
    DaftarImportField fields[8];
    guint n;
  } cases[] = {
    { "csv/customers-utf-8.csv",
      { DAFTAR_IMPORT_FIELD_NAME, DAFTAR_IMPORT_FIELD_COMPANY, DAFTAR_IMPORT_FIELD_PHONE, DAFTAR_IMPORT_FIELD_EMAIL, DAFTAR_IMPORT_FIELD_CITY,
        DAFTAR_IMPORT_FIELD_ADDRESS, DAFTAR_IMPORT_FIELD_TEXT }, 7 },
    { "csv/messy-utf-8.csv",
      { DAFTAR_IMPORT_FIELD_NAME, DAFTAR_IMPORT_FIELD_COMPANY, DAFTAR_IMPORT_FIELD_PHONE, DAFTAR_IMPORT_FIELD_EMAIL, DAFTAR_IMPORT_FIELD_CITY,
        DAFTAR_IMPORT_FIELD_ADDRESS, DAFTAR_IMPORT_FIELD_TEXT }, 7 },
    { "csv/shop-export-windows-1256.csv",
      { DAFTAR_IMPORT_FIELD_NAME, DAFTAR_IMPORT_FIELD_MOBILE, DAFTAR_IMPORT_FIELD_MOBILE, DAFTAR_IMPORT_FIELD_EMAIL, DAFTAR_IMPORT_FIELD_CITY,
        DAFTAR_IMPORT_FIELD_BIRTHDAY, DAFTAR_IMPORT_FIELD_NOTE, DAFTAR_IMPORT_FIELD_TEXT }, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = support_fixture (cases[i].path);
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);
      g_autoptr (DaftarCharsetConverter) converter = daftar_charset_converter_new (daftar_charset_detect (data, length), NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DaftarCsvReader) reader = NULL;
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_autoptr (DaftarColumnGuess) found = NULL;

      daftar_charset_converter_feed (converter, data, length, text);
      reader = daftar_csv_reader_new (daftar_csv_detect_delimiter (text->str, text->len));
      daftar_csv_reader_set_func (reader, collect_cb, rows);
      g_assert_true (daftar_csv_reader_feed (reader, text->str, text->len, NULL));
      g_assert_true (daftar_csv_reader_finish (reader, NULL));
      found = daftar_column_guess_new ((const char *const *const *) rows->pdata, rows->len);
      g_assert_true (found->has_header);
      g_assert_cmpuint (found->n_columns, ==, cases[i].n);
      for (guint c = 0; c < found->n_columns; c++)
        g_assert_cmpstr (daftar_import_field_to_nick (found->fields[c]), ==, daftar_import_field_to_nick (cases[i].fields[c]));
    }
}

static void
test_nicks (void)
{
  for (DaftarImportField f = 0; f < DAFTAR_IMPORT_N_FIELDS; f++)
    {
      DaftarImportField back;

      g_assert_true (daftar_import_field_from_nick (daftar_import_field_to_nick (f), &back));
      g_assert_cmpint (back, ==, f);
    }
  g_assert_false (daftar_import_field_from_nick ("nonsense", &(DaftarImportField) { 0 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-guess/headers", test_headers);
  g_test_add_func ("/column-guess/tables", test_tables);
  g_test_add_func ("/column-guess/files", test_files);
  g_test_add_func ("/column-guess/nicks", test_nicks);
  return g_test_run ();
}
