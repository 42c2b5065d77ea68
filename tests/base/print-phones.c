/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For test-phone-oracle.py: reads lines "COUNTRY<TAB>HOME<TAB>TEXT", writes "NORM<TAB>COUNTRY<TAB>FORMATTED<TAB>READ BACK". */
#include <stdio.h>
#include <string.h>

#include "daftar-phone.h"

int
main (void)
{
  char line[512];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (line), "\t", 3);
      g_autofree char *norm = daftar_phone_normalise (cells[2], cells[0]);
      g_autofree char *format = daftar_phone_format (norm, cells[1]);
      g_autofree char *again = daftar_phone_normalise (format, cells[1]);
      const char *country = daftar_phone_country (norm);

      printf ("%s\t%s\t%s\t%s\n", norm != NULL ? norm : "", country != NULL ? country : "", format,
              again != NULL ? again : "");
    }
  return 0;
}
