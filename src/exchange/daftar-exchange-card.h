/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DaftarCardValueKind:
 * @DAFTAR_CARD_VALUE_MESSENGER: a messenger without a kind of its own; the label is its name
 *
 * Kinds of contact points on a card.
 */
typedef enum
{
  DAFTAR_CARD_VALUE_PHONE,
  DAFTAR_CARD_VALUE_MOBILE,
  DAFTAR_CARD_VALUE_FAX,
  DAFTAR_CARD_VALUE_WHATSAPP,
  DAFTAR_CARD_VALUE_EMAIL,
  DAFTAR_CARD_VALUE_ADDRESS,
  DAFTAR_CARD_VALUE_WEBSITE,
  DAFTAR_CARD_VALUE_INSTAGRAM,
  DAFTAR_CARD_VALUE_FACEBOOK,
  DAFTAR_CARD_VALUE_X,
  DAFTAR_CARD_VALUE_TELEGRAM,
  DAFTAR_CARD_VALUE_TIKTOK,
  DAFTAR_CARD_VALUE_MESSENGER,
} DaftarCardValueKind;

/**
 * DaftarCardValue:
 * @kind: what it is
 * @value: as a person would write it: no tel: or mailto:, an address on one line
 * @label: (nullable): `home`, `work`, or the owner's own word
 * @city: (nullable): the city, of an address only
 * @preferred: whether the card prefers it
 */
typedef struct
{
  DaftarCardValueKind kind;
  char *value;
  char *label;
  char *city;
  gboolean preferred;
} DaftarCardValue;

/**
 * DaftarExchangeCard:
 * @number: the place of the card in its stream, from 1
 * @line: the line on which it begins, from 1
 * @kind: (nullable): `individual`, `org`, `group` …, lower case
 * @name: (nullable): the full name; made of the parts where the card gives none
 * @honorific: (nullable): د., Mr …
 * @title: (nullable): the job
 * @birthday: (nullable): `YYYY-MM-DD`, or `--MM-DD` without a year
 * @anniversary: (nullable): likewise
 * @language: (nullable): a BCP 47 tag
 * @revised: (nullable): REV as it stands
 * @note: (nullable): notes, one per paragraph
 * @values: (element-type DaftarCardValue): the contact points in the order of the card
 * @categories: (element-type utf8): the tags
 * @extras: (element-type utf8): what has no place above, as lines `NAME: value`, so that nothing is lost
 * @photo: (nullable): the bytes of the picture
 * @photo_type: (nullable): its media type, if said
 * @problem: (nullable): a sentence that says what was wrong with the card, if anything
 *
 * A person or business as exchange formats know them: neutral, to be mapped to customers by the import.
 */
typedef struct
{
  guint64 number;
  guint64 line;
  char *uid;
  char *kind;
  char *name;
  char *given;
  char *additional;
  char *family;
  char *honorific;
  char *suffix;
  char *nickname;
  char *company;
  char *title;
  char *birthday;
  char *anniversary;
  char *language;
  char *revised;
  char *note;
  GPtrArray *values;
  GPtrArray *categories;
  GPtrArray *extras;
  GBytes *photo;
  char *photo_type;
  char *problem;
} DaftarExchangeCard;

DaftarExchangeCard *daftar_exchange_card_new       (void);
void                daftar_exchange_card_free      (DaftarExchangeCard  *self);
DaftarCardValue    *daftar_exchange_card_add_value (DaftarExchangeCard  *self,
                                                    DaftarCardValueKind  kind,
                                                    const char          *value,
                                                    const char          *label,
                                                    gboolean             preferred);
const char         *daftar_card_value_kind_to_nick (DaftarCardValueKind  kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarExchangeCard, daftar_exchange_card_free)

G_END_DECLS
