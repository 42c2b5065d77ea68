/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "daftar-quote.h"

#include <string.h>

/* What is shown | what is folded. */
static const char *const cases[] = {
  "Hello there|",
  "Thanks!\n\n|On Monday Sami wrote:\n> It leaves today.\n> Regards\n",
  "شكرًا\n|يوم الاثنين سامي كتب:\n> يصل غدًا\n",
  "Thanks!\n|> It leaves today.\n\n",
  "Fine.\n|-----Original Message-----\nFrom: Sami\nText\n",
  "> Does it work?\nYes, it does.|",
  "> Only this|",
  "a > b is no quotation|",
  "She wrote:\nnothing at all|",
  "|",
};

static void
test_quotes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *bar = strchr (cases[i], '|');
      g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (bar - cases[i]), cases[i], bar + 1);

      g_test_message ("%s", cases[i]);
      g_assert_cmpuint (daftar_quote_find (text), ==, (gsize) (bar - cases[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quote", test_quotes);
  return g_test_run ();
}
