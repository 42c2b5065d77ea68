/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-locale.h"

#include "daftar-config.h"

#include <libintl.h>
#include <locale.h>

/* A locale of the language that this machine has; glibc ignores LANGUAGE in the locale "C". */
static const char *
find_locale (const char *language)
{
  static const char *const arabic[] = { "ar_SA.UTF-8", "ar_EG.UTF-8", "ar_AE.UTF-8", "ar_JO.UTF-8", "ar_MA.UTF-8",
                                        "ar_KW.UTF-8", NULL };
  static const char *const others[] = { "en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8", NULL };
  const char *const *lists[] = { g_str_has_prefix (language, "ar") ? arabic : others, others };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *name = lists[i]; *name; name++)
      if (setlocale (LC_MESSAGES, *name))
        return *name;
  return NULL;
}

/**
 * daftar_locale_set_language:
 * @settings: ours
 *
 * Sets the locale: that of the desktop, with the language of the interface that was chosen here. Called first of all.
 */
void
daftar_locale_set_language (GSettings *settings)
{
  g_autofree char *language = g_settings_get_string (settings, "language");
  const char *dir = g_getenv ("DAFTAR_LOCALEDIR");
  const char *current;

  if (*language)
    {
      g_setenv ("LANGUAGE", language, TRUE);
      current = setlocale (LC_ALL, "") ? setlocale (LC_MESSAGES, NULL) : "C";
      if (g_strcmp0 (current, "C") == 0 || g_strcmp0 (current, "POSIX") == 0 || g_str_has_prefix (current, "C."))
        {
          const char *found = find_locale (language);

          if (found)
            {
              g_unsetenv ("LC_ALL");
              g_setenv ("LC_MESSAGES", found, TRUE);
              g_setenv ("LC_CTYPE", found, TRUE);
            }
        }
    }
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir ? dir : DAFTAR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
