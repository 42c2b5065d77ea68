/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-exchange-card.h"

static void
value_free (gpointer data)
{
  DaftarCardValue *value = data;

  g_free (value->value);
  g_free (value->label);
  g_free (value->city);
  g_free (value);
}

/**
 * daftar_exchange_card_new:
 *
 * Returns: (transfer full): an empty card
 */
DaftarExchangeCard *
daftar_exchange_card_new (void)
{
  DaftarExchangeCard *self = g_new0 (DaftarExchangeCard, 1);

  self->values = g_ptr_array_new_with_free_func (value_free);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->extras = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * daftar_exchange_card_free:
 * @self: (transfer full): a card
 */
void
daftar_exchange_card_free (DaftarExchangeCard *self)
{
  char *const texts[] = {
    self->uid, self->kind, self->name, self->given, self->additional, self->family, self->honorific, self->suffix,
    self->nickname, self->company, self->title, self->birthday, self->anniversary, self->language, self->revised,
    self->note, self->photo_type, self->problem,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->extras);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

/**
 * daftar_exchange_card_add_value:
 * @self: a card
 * @kind: what it is
 * @value: the number, address …
 * @label: (nullable): `home`, `work`, or the owner's own word
 * @preferred: whether it is the preferred one
 *
 * Adds a contact point.
 *
 * Returns: (transfer none): the contact point
 */
DaftarCardValue *
daftar_exchange_card_add_value (DaftarExchangeCard  *self,
                                DaftarCardValueKind  kind,
                                const char          *value,
                                const char          *label,
                                gboolean             preferred)
{
  DaftarCardValue *added = g_new0 (DaftarCardValue, 1);

  added->kind = kind;
  added->value = g_strdup (value);
  added->label = g_strdup (label);
  added->preferred = preferred;
  g_ptr_array_add (self->values, added);
  return added;
}

/**
 * daftar_card_value_kind_to_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): its name for files and tests, as `phone`
 */
const char *
daftar_card_value_kind_to_nick (DaftarCardValueKind kind)
{
  static const char *const nicks[] = {
    "phone", "mobile", "fax", "whatsapp", "email", "address", "website", "instagram", "facebook", "x", "telegram",
    "tiktok", "messenger",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), NULL);
  return nicks[kind];
}
