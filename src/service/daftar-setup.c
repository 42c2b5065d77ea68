/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-setup.h"

#include <glib/gi18n-lib.h>

#include "daftar-board-store.h"
#include "daftar-country.h"
#include "daftar-date.h"
#include "daftar-error.h"

/* More than half of those who ask expect an answer within the hour. */
#define FIRST_TARGET_MINUTES 60
#define NEXT_TARGET_MINUTES 60
#define SOLVE_TARGET_MINUTES (8 * 60)

#define OPEN_FROM (9 * 60)
#define OPEN_TO (21 * 60)

/* The first board. Its words belong to the shop, in the shop's language and not the window's, and are the
 * shop's to change: so they are no strings to translate but a text in both languages. */
typedef struct
{
  DaftarStageRole role;
  int quiet_days;
  int probability;
  const char *name[2]; /* Arabic, English */
  const char *playbook[2];
} StageText;

static const char *const board_name[2] = { "دورة الشراء", "Purchase cycle" };

static const StageText stages[] = {
  { DAFTAR_STAGE_ROLE_AWARENESS, 7, 10,
    { "المعرفة", "Awareness" },
    { "معرفة ما يحتاجه العميل والمشكلة التي يريد حلها\n"
      "إرسال ما يلزمه من معلومات عن المنتج\n"
      "الرد خلال ساعة",
      "Find out what the customer needs and which problem they want to solve\n"
      "Send the information about the product that they need\n"
      "Answer within the hour" } },
  { DAFTAR_STAGE_ROLE_CONSIDERATION, 7, 25,
    { "الاعتبار", "Consideration" },
    { "عرض آراء عملاء سابقين وتقييماتهم\n"
      "الإجابة عن كل سؤال قبل أن يتكرر\n"
      "تحديد موعد للتواصل التالي",
      "Show what other customers say and how they rate us\n"
      "Answer every question before it is asked twice\n"
      "Agree when to talk next" } },
  { DAFTAR_STAGE_ROLE_PREFERENCE, 5, 50,
    { "الأفضلية", "Preference" },
    { "شرح ما يميزنا: الضمان والتوصيل والدعم\n"
      "تقديم عرض سعر مكتوب\n"
      "سؤال العميل عما يمنعه من الشراء",
      "Explain what sets us apart: warranty, delivery, support\n"
      "Give a written offer\n"
      "Ask what still keeps them from buying" } },
  { DAFTAR_STAGE_ROLE_PURCHASE, 3, 90,
    { "الشراء", "Purchase" },
    { "تسهيل الدفع والتسليم\n"
      "شكر العميل في اليوم التالي\n"
      "الاتصال بعد أسبوع للاطمئنان",
      "Make paying and receiving easy\n"
      "Say thank you the next day\n"
      "Call after a week and ask how it is going" } },
  { DAFTAR_STAGE_ROLE_REPURCHASE, 30, 40,
    { "إعادة الشراء", "Repurchase" },
    { "البقاء على تواصل\n"
      "تقديم عرض قبل موعد الشراء المعتاد\n"
      "مفاجأة بسيطة: بطاقة أو ملاحظة بخط اليد",
      "Stay in touch\n"
      "Make an offer before the usual time to buy again\n"
      "A small surprise: a card or a hand-written note" } },
};

DaftarSetup *
daftar_setup_new (void)
{
  return g_new0 (DaftarSetup, 1);
}

void
daftar_setup_free (DaftarSetup *self)
{
  g_free (self->name);
  g_free (self->country);
  g_free (self->language);
  g_free (self->owner);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

/**
 * daftar_setup_default_spans:
 * @country: ISO 3166
 *
 * Returns: (transfer full) (element-type DaftarSpan): 9 to 21 on the country's working days
 */
GArray *
daftar_setup_default_spans (const char *country)
{
  const DaftarCountry *found = daftar_country_lookup (country);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DaftarSpan));

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      DaftarSpan span = { weekday, OPEN_FROM, OPEN_TO };

      if (found == NULL || !(found->weekend & (1u << weekday)))
        g_array_append_val (spans, span);
    }
  return spans;
}

static gboolean
add_shop (DaftarTxn            *txn,
          DaftarSetup          *setup,
          const DaftarCountry  *country,
          GError              **error)
{
  g_autoptr (DaftarShop) shop = daftar_shop_new ();

  shop->name = g_strdup (setup->name);
  shop->country = g_strdup (country->code);
  shop->language = g_strdup (setup->language);
  shop->currency = g_strdup (country->currency);
  shop->zone = g_strdup (country->zone);
  shop->first_target = FIRST_TARGET_MINUTES;
  shop->next_target = NEXT_TARGET_MINUTES;
  shop->solve_target = SOLVE_TARGET_MINUTES;
  return daftar_shop_store_save (txn, shop, error);
}

static gboolean
add_board (DaftarTxn  *txn,
           int         language,
           GError    **error)
{
  g_autoptr (DaftarBoard) board = daftar_board_new ();

  board->name = g_strdup (board_name[language]);
  if (!daftar_board_store_save (txn, board, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (DaftarStage) stage = daftar_stage_new ();

      stage->board_id = DAFTAR_RECORD (board)->id;
      stage->name = g_strdup (stages[i].name[language]);
      stage->playbook = g_strdup (stages[i].playbook[language]);
      stage->role = stages[i].role;
      stage->quiet_days = stages[i].quiet_days;
      stage->probability = stages[i].probability;
      stage->position = i;
      if (!daftar_stage_store_save (txn, stage, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_owner (DaftarTxn    *txn,
           DaftarSetup  *setup,
           GError      **error)
{
  g_autoptr (DaftarStaffMember) owner = daftar_staff_member_new ();
  gboolean named = setup->owner != NULL && *setup->owner != '\0';

  owner->name = g_strdup (named ? setup->owner : g_str_equal (setup->language, "ar") ? "صاحب العمل" : "Owner");
  owner->role = DAFTAR_STAFF_ROLE_OWNER;
  owner->active = TRUE;
  return daftar_staff_store_save (txn, owner, error);
}

static gboolean
check (DaftarTxn            *txn,
       DaftarSetup          *setup,
       const DaftarCountry  *country,
       GError              **error)
{
  g_autoptr (DaftarShop) shop = NULL;
  GError *local = NULL;

  if (setup->name == NULL || *g_strstrip (setup->name) == '\0')
    g_set_error_literal (&local, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter the name of your shop."));
  else if (country == NULL)
    g_set_error (&local, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                 _("The country “%s” is not known. Use two letters such as SA or EG."), setup->country);
  else if (!g_str_equal (setup->language, "ar") && !g_str_equal (setup->language, "en"))
    g_set_error (&local, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("The language “%s” is not known. Use ar or en."),
                 setup->language);
  else if ((shop = daftar_shop_store_get (daftar_txn_reader (txn), &local)) != NULL)
    g_set_error_literal (&local, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, _("This shop is set up already."));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * daftar_setup_write:
 * @txn: a handle
 * @setup: a #DaftarSetup
 * @error: return location for a sentence for the user
 *
 * Makes a shop of an empty file: the shop, its hours, its owner, and the board of the purchase cycle with
 * what to do at each stage. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarShop
 */
gpointer
daftar_setup_write (DaftarTxn  *txn,
                    gpointer    setup,
                    GError    **error)
{
  DaftarSetup *self = setup;
  const DaftarCountry *country = daftar_country_lookup (self->country);
  g_autoptr (GArray) spans = NULL;
  int language;

  if (!check (txn, self, country, error))
    return NULL;
  language = g_str_equal (self->language, "ar") ? 0 : 1;
  spans = self->spans != NULL ? g_array_ref (self->spans) : daftar_setup_default_spans (country->code);
  if (!add_shop (txn, self, country, error) || !add_owner (txn, self, error) || !add_board (txn, language, error)
      /* From the beginning: what is imported may be old. */
      || !daftar_shop_store_set_hours (txn, "1900-01-01", (const DaftarSpan *) spans->data, spans->len, error))
    return NULL;
  return daftar_shop_store_get (daftar_txn_reader (txn), error);
}
