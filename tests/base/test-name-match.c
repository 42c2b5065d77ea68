/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may be the same by name. */
#include <glib.h>

#include "daftar-name-match.h"
#include "daftar-text.h"

static void
test_compare (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    DaftarNameMatch match;
  } cases[] = {
    { "أمل الحدّاد", "امل الحداد", DAFTAR_NAMES_SAME },
    { "Amal Haddad", "AMAL HADDAD", DAFTAR_NAMES_SAME },
    { "عبد الله حسن", "عبدالله حسن", DAFTAR_NAMES_SPELLING },
    { "عبد الرحمن حسن", "عبدالرحمن حسن", DAFTAR_NAMES_SPELLING },
    { "عبد رحمن حسن", "عبد الرحمن حسن", DAFTAR_NAMES_SPELLING },
    { "أمل الحداد", "أمل حداد", DAFTAR_NAMES_SPELLING },
    { "خالد بن الوليد", "خالد الوليد", DAFTAR_NAMES_SPELLING },
    { "أبو بكر السيد", "أبوبكر السيد", DAFTAR_NAMES_SPELLING },
    { "أبا بكر السيد", "أبو بكر السيد", DAFTAR_NAMES_SPELLING },
    { "نور الدين زنكي", "نورالدين زنكي", DAFTAR_NAMES_SPELLING },
    { "Abdul Rahman Saleh", "Abdulrahman Saleh", DAFTAR_NAMES_SPELLING },
    { "Abdel Rahman Saleh", "Abdulrahman Saleh", DAFTAR_NAMES_SPELLING },
    { "Amal Al Haddad", "Amal Haddad", DAFTAR_NAMES_SPELLING },
    { "Amal Haddad", "Haddad Amal", DAFTAR_NAMES_ORDER },
    { "الحداد أمل", "أمل حداد", DAFTAR_NAMES_ORDER },
    { "Amal Haddad", "Amal Hadad", DAFTAR_NAMES_LETTER },
    { "Amal Haddad", "Amal Haddat", DAFTAR_NAMES_LETTER },
    { "Amal Haddad", "Amla Haddad", DAFTAR_NAMES_LETTER },
    { "كريم الشامي", "كريم الشافي", DAFTAR_NAMES_LETTER },
    { "أمل الحداد", "أمل محمد الحداد", DAFTAR_NAMES_PART },
    { "أمل محمد علي الحداد", "أمل الحداد", DAFTAR_NAMES_PART },
    { "أمل محمد الحداد", "أمل علي الحداد", DAFTAR_NAMES_DIFFERENT },
    { "أمل", "أمل الحداد", DAFTAR_NAMES_DIFFERENT },
    { "علي", "عليا", DAFTAR_NAMES_DIFFERENT },
    { "Branch 12 North", "Branch 13 North", DAFTAR_NAMES_DIFFERENT },
    { "Customer 1200", "Customer 120", DAFTAR_NAMES_DIFFERENT },
    { "Amal Haddad", "Karim Haddad", DAFTAR_NAMES_DIFFERENT },
    { "", "", DAFTAR_NAMES_DIFFERENT },
    { "الله", "الله", DAFTAR_NAMES_SAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = daftar_text_fold (cases[i].one);
      g_autofree char *other = daftar_text_fold (cases[i].other);

      g_test_message ("%s / %s", cases[i].one, cases[i].other);
      g_assert_cmpint (daftar_name_compare (one, other), ==, cases[i].match);
      g_assert_cmpint (daftar_name_compare (other, one), ==, cases[i].match);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-match/compare", test_compare);
  return g_test_run ();
}
