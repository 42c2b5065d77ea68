/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-error.h"
#include "daftar-time-parse.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int minute; /* -1: none; -2: refused */
  } rows[] = {
    { "17:30", 1050 }, { "9", 540 }, { "09:05", 545 }, { "1730", 1050 }, { "17.30", 1050 }, { "0:00", 0 },
    { "24:00", 0 }, { "5 pm", 1020 }, { "5:30pm", 1050 }, { "12 am", 0 }, { "12 pm", 720 }, { "٥:٣٠ م", 1050 },
    { "١٧:٣٠", 1050 }, { "9 صباحًا", 540 }, { "٨ مساءً", 1200 }, { "", -1 }, { " ", -1 }, { NULL, -1 },
    { "25:00", -2 }, { "17:60", -2 }, { "17:30 pm", -2 }, { "soon", -2 }, { "5 x", -2 }, { "24:01", -2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      int minute = -3;
      gboolean read = daftar_time_parse (rows[i].text, &minute, &error);

      if (read != (rows[i].minute != -2) || (read && minute != rows[i].minute))
        g_error ("%s: %d", rows[i].text, minute);
      g_assert_true (read || g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/parse", test_parse);
  return g_test_run ();
}
