/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-time-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-error.h"
#include "daftar-text.h"

/* What makes an hour one of the morning or of the evening, as the fold leaves it. */
static gboolean
read_half (const char *word,
           gboolean   *evening)
{
  static const char *const morning[] = { "am", "a", "a m", "ص", "صباحا", "الصبح", "صباح" };
  static const char *const later[] = { "pm", "p", "p m", "م", "مساء", "ظهرا", "عصرا", "الظهر", "العصر", "مسا", "ليلا" };

  for (guint i = 0; i < G_N_ELEMENTS (morning); i++)
    if (strcmp (word, morning[i]) == 0)
      {
        *evening = FALSE;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    if (strcmp (word, later[i]) == 0)
      {
        *evening = TRUE;
        return TRUE;
      }
  return FALSE;
}

static int
read_number (const char **at)
{
  int value = 0, n = 0;

  for (; g_ascii_isdigit (**at) && n < 4; (*at)++, n++)
    value = value * 10 + (**at - '0');
  return n > 0 ? value : -1;
}

static gboolean
read (const char *at,
      int        *minute)
{
  int hour = read_number (&at), minutes = 0;
  gboolean evening;

  while (*at == ' ')
    at++;
  if (hour > 24)
    {
      /* 1730 */
      minutes = hour % 100;
      hour /= 100;
    }
  else if (g_ascii_isdigit (*at))
    minutes = read_number (&at);
  while (*at == ' ')
    at++;
  if (hour < 0 || hour > 24 || minutes < 0 || minutes > 59 || (hour == 24 && minutes > 0))
    return FALSE;
  if (*at != '\0')
    {
      if (!read_half (at, &evening) || hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (evening ? 12 : 0);
    }
  *minute = hour % 24 * 60 + minutes;
  return TRUE;
}

/**
 * daftar_time_parse:
 * @text: (nullable): a time of day as people write it
 * @minute: (out): the minute of the day; -1 if nothing was written
 * @error: where the refusal goes, a sentence for beside the field
 *
 * Reads 17:30, 17.30, 1730, 5 pm, ٥:٣٠ م, 9 صباحًا; in digits of any script.
 *
 * Returns: whether it is a time of day, or nothing
 */
gboolean
daftar_time_parse (const char  *text,
                   int         *minute,
                   GError     **error)
{
  g_autofree char *fold = daftar_text_fold (text);

  g_strdelimit (g_strstrip (fold), ":.,-", ' ');
  *minute = -1;
  if (*fold == '\0' || read (fold, minute))
    return TRUE;
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("This is not a time of day. Type it like 17:30."));
  return FALSE;
}
