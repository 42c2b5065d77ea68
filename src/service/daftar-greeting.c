/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-greeting.h"

#include <string.h>

#include "daftar-text.h"

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* "أبو خالد", "Umm Ali": called so, one needs no title. */
static gboolean
is_kunya (const char *nickname)
{
  static const char *const parents[] = { "ابو ", "ابي ", "ام ", "abu ", "abou ", "umm ", "oum ", "um ", "om " };
  g_autofree char *fold = daftar_text_fold (nickname);

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    if (g_str_has_prefix (fold, parents[i]))
      return TRUE;
  return FALSE;
}

/* Words that are half a name without the next: عبد الله, أبو بكر, Abd Allah. */
static gboolean
is_half_name (const char *word)
{
  static const char *const halves[] = { "عبد", "ابو", "ام", "abd", "abdul", "abdel", "abu", "umm" };
  g_autofree char *fold = daftar_text_fold (word);

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    if (strcmp (fold, halves[i]) == 0)
      return TRUE;
  return FALSE;
}

static char *
first_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t", -1);
  guint first = 0;

  while (words[first] != NULL && *words[first] == '\0')
    first++;
  if (words[first] == NULL)
    return g_strdup (name);
  if (is_half_name (words[first]) && words[first + 1] != NULL && *words[first + 1] != '\0')
    return g_strjoin (" ", words[first], words[first + 1], NULL);
  return g_strdup (words[first]);
}

static char *
with_title (const char *honorific,
            const char *name)
{
  return is_empty (honorific) ? g_strdup (name) : g_strjoin (" ", honorific, name, NULL);
}

/**
 * daftar_greeting_name:
 * @customer: a customer
 *
 * How one addresses them. A business by its name. A person by the kunya or nickname they like ("أبو خالد"), with the
 * title before a nickname that is no kunya; otherwise by the given name, after the title if there is one ("د. أمل").
 * With a title a name in Latin letters takes the family's ("Dr. Haddad"), as is the custom there. A given name that is
 * not known is the first word of the full name, with the next where it is half a name alone (عبد الله).
 *
 * Returns: (transfer full): the name, without isolates: it goes into texts that are sent
 */
char *
daftar_greeting_name (DaftarCustomer *customer)
{
  g_autofree char *given = NULL;

  if (customer->kind == DAFTAR_CUSTOMER_KIND_BUSINESS)
    return g_strdup (customer->name);
  if (!is_empty (customer->nickname))
    return with_title (is_kunya (customer->nickname) ? NULL : customer->honorific, customer->nickname);
  given = is_empty (customer->given) ? first_name (customer->name) : g_strdup (customer->given);
  if (!is_empty (customer->honorific) && !is_empty (customer->family)
      && daftar_text_direction (customer->family) == DAFTAR_DIRECTION_LTR)
    return with_title (customer->honorific, customer->family);
  return with_title (customer->honorific, given);
}

/**
 * daftar_greeting_language:
 * @customer: a customer
 *
 * Returns: the language to write to them in: their own if it is known, otherwise that of the letters of their name
 */
const char *
daftar_greeting_language (DaftarCustomer *customer)
{
  if (!is_empty (customer->language))
    return customer->language;
  return daftar_text_direction (customer->name) == DAFTAR_DIRECTION_RTL ? "ar" : "en";
}

/**
 * daftar_greeting_text:
 * @customer: a customer
 *
 * The first words of what is written to a customer, in the customer's language and not in that of the screen.
 *
 * Returns: (transfer full): "مرحبًا أبو خالد،" and a space
 */
char *
daftar_greeting_text (DaftarCustomer *customer)
{
  static const struct
  {
    const char *language;
    const char *before;
    const char *after;
  } greetings[] = { { "ar", "مرحبًا ", "، " }, { "fr", "Bonjour ", ", " }, { "en", "Hello ", ", " } };
  const char *language = daftar_greeting_language (customer);
  g_autofree char *name = daftar_greeting_name (customer);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (greetings) && strncmp (language, greetings[i].language, 2) != 0)
    i++;
  return g_strconcat (greetings[i].before, name, greetings[i].after, NULL);
}
