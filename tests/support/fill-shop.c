/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

/* For the tests that drive whole programs: a shop file with people, deals and follow-ups around the present moment.
 *   fill-shop FILE en|ar            makes the shop
 *   fill-shop FILE due SECONDS TITLE  adds a follow-up that falls due so many seconds from now (or before)
 *   fill-shop FILE many N           adds N deals to the first stage */

#include <stdlib.h>

#include "daftar-customer-store.h"
#include "daftar-date.h"
#include "daftar-deal-action.h"
#include "daftar-follow-up-action.h"
#include "daftar-recurrence.h"
#include "daftar-setup.h"
#include "daftar-shop-store.h"
#include "daftar-board-store.h"

typedef struct
{
  const char *name[2];
  const char *phone;
} Person;

static const Person people[] = {
  { { "أمل الحداد", "Amal Haddad" }, "+966501234567" },     { { "سامي الخطيب", "Sami Khatib" }, "+966502223344" },
  { { "نورة السالم", "Noura Salem" }, "+966553334455" },     { { "خالد العمري", "Khaled Omari" }, "+966504445566" },
  { { "شركة النور للتجارة العامة", "Noor Trading Company" }, "+966115556677" },
  { { "ليلى منصور", "Layla Mansour" }, "+966506667788" },    { { "عبد الرحمن القحطاني", "Abdulrahman Qahtani" }, "+966507778899" },
  { { "مريم داود", "Mariam Daoud" }, "+966508889900" },
};

typedef struct
{
  const char *title[2];
  int person;
  int stage;
  gint64 value;
  int age_days;
  int next_days; /* 0: no next step */
} Deal;

static const Deal deals[] = {
  { { "مكيف للصالة", "Air conditioner for the hall" }, 0, 0, 320000, 1, 1 },
  { { "ستائر غرفة النوم", "Curtains for the bedroom" }, 2, 0, 145000, 12, 0 },
  { { "طقم كنب", "Sofa set" }, 3, 0, 780000, 2, 3 },
  { { "أثاث مكتب لعشرة موظفين", "Office furniture for ten" }, 4, 1, 4250000, 4, 2 },
  { { "ثلاجة", "Refrigerator" }, 5, 1, 265000, 9, 0 },
  { { "غسالة أطباق", "Dishwasher" }, 6, 2, 189900, 3, 1 },
  { { "تجديد المطبخ", "New kitchen" }, 1, 2, 3150000, 6, 0 },
  { { "شاشة ٦٥ بوصة", "65-inch screen" }, 7, 3, 299900, 1, 6 },
  { { "فلاتر ماء", "Water filters" }, 0, 4, 24000, 20, 25 },
};

typedef struct
{
  const char *title[2];
  int person;
  int days;
  int minute;
  int repeat;
  gboolean urgent;
  DaftarChannel channel;
} FollowUp;

static const FollowUp follow_ups[] = {
  { { "إرسال عرض السعر", "Send the offer" }, 2, -2, -1, 0, FALSE, DAFTAR_CHANNEL_WHATSAPP },
  { { "الاتصال بشأن التوصيل", "Call about the delivery" }, 5, -1, 16 * 60, 0, TRUE, DAFTAR_CHANNEL_PHONE },
  { { "سؤالها عن المقاس", "Ask about the size" }, 0, 0, -1, 0, FALSE, DAFTAR_CHANNEL_PHONE },
  { { "تأكيد موعد التركيب", "Confirm the fitting" }, 7, 0, 23 * 60 + 50, 0, FALSE, DAFTAR_CHANNEL_SMS },
  { { "المتابعة الأسبوعية", "Weekly call" }, 4, 2, 11 * 60, 7, FALSE, DAFTAR_CHANNEL_PHONE },
  { { "شكر العميل على الشراء", "Say thank you for the purchase" }, 3, 4, -1, 0, FALSE, DAFTAR_CHANNEL_EMAIL },
  { { "عرض قبل موعد الشراء المعتاد", "Offer before the usual purchase" }, 6, 30, -1, 0, FALSE, DAFTAR_CHANNEL_NONE },
};

typedef struct
{
  int language;
  char *today;
  gint64 customers[G_N_ELEMENTS (people)];
} Fill;

static gboolean
add_people (DaftarTxn  *txn,
            Fill       *fill,
            GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
      g_autoptr (DaftarContactPoint) point = daftar_contact_point_new ();

      customer->name = g_strdup (people[i].name[fill->language]);
      if (!daftar_customer_store_save (txn, customer, error))
        return FALSE;
      point->customer_id = fill->customers[i] = DAFTAR_RECORD (customer)->id;
      point->kind = DAFTAR_CONTACT_KIND_MOBILE;
      point->value = g_strdup (people[i].phone);
      if (!daftar_contact_point_store_save (txn, point, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_follow_up (DaftarTxn  *txn,
               Fill       *fill,
               const char *title,
               gint64      customer,
               gint64      deal,
               int         days,
               const FollowUp *like,
               GError    **error)
{
  g_autoptr (DaftarFollowUp) new = daftar_follow_up_new ();
  g_autoptr (DaftarFollowUp) saved = NULL;

  new->title = g_strdup (title);
  new->customer_id = customer;
  new->deal_id = deal;
  new->due_day = daftar_date_add_days (fill->today, days);
  new->due_minute = like != NULL ? like->minute : -1;
  new->channel = like != NULL ? like->channel : DAFTAR_CHANNEL_PHONE;
  new->repeat_interval = like != NULL ? like->repeat : 0;
  new->urgent = like != NULL && like->urgent;
  saved = daftar_follow_up_save_write (txn, new, error);
  return saved != NULL;
}

static gboolean
add_deals (DaftarTxn  *txn,
           Fill       *fill,
           GError    **error)
{
  g_autoptr (GPtrArray) boards = daftar_board_store_list (daftar_txn_reader (txn), error);
  g_autoptr (GPtrArray) stages =
    boards != NULL ? daftar_stage_store_list (daftar_txn_reader (txn), DAFTAR_RECORD (boards->pdata[0])->id, error) : NULL;

  for (guint i = 0; stages != NULL && i < G_N_ELEMENTS (deals); i++)
    {
      g_autoptr (DaftarDeal) deal = daftar_deal_new ();

      deal->title = g_strdup (deals[i].title[fill->language]);
      deal->customer_id = fill->customers[deals[i].person];
      deal->stage_id = DAFTAR_RECORD (stages->pdata[deals[i].stage])->id;
      deal->value = deals[i].value;
      deal->currency = g_strdup ("SAR");
      deal->probability = -1;
      deal->created_at = daftar_txn_now (txn) - deals[i].age_days * G_TIME_SPAN_DAY;
      if (!daftar_deal_store_add (txn, deal, error)
          || (deals[i].next_days != 0
              && !add_follow_up (txn, fill, fill->language == 0 ? "الاتصال بالعميل" : "Call the customer", deal->customer_id,
                                 DAFTAR_RECORD (deal)->id, deals[i].next_days, NULL, error)))
        return FALSE;
    }
  return stages != NULL;
}

static gpointer
fill_write (DaftarTxn  *txn,
            gpointer    request,
            GError    **error)
{
  Fill *fill = request;
  g_autoptr (DaftarSetup) setup = daftar_setup_new ();
  g_autoptr (DaftarShop) shop = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  setup->name = g_strdup (fill->language == 0 ? "نور للتجارة" : "Noor Trading");
  setup->country = g_strdup ("SA");
  setup->language = g_strdup (fill->language == 0 ? "ar" : "en");
  setup->owner = g_strdup (people[1].name[fill->language]);
  /* Always open, so that what a test expects does not hang on the hour at which it runs. */
  setup->spans = g_array_new (FALSE, FALSE, sizeof (DaftarSpan));
  for (int weekday = 1; weekday <= 7; weekday++)
    g_array_append_vals (setup->spans, &(DaftarSpan){ weekday, 0, 1440 }, 1);
  shop = daftar_setup_write (txn, setup, error);
  if (shop == NULL)
    return NULL;
  zone = g_time_zone_new_identifier (shop->zone);
  fill->today = daftar_date_today (zone, daftar_txn_now (txn));
  if (!add_people (txn, fill, error) || !add_deals (txn, fill, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (follow_ups); i++)
    if (!add_follow_up (txn, fill, follow_ups[i].title[fill->language], fill->customers[follow_ups[i].person], 0,
                        follow_ups[i].days, &follow_ups[i], error))
      return NULL;
  return GINT_TO_POINTER (1);
}

typedef struct
{
  int seconds;
  const char *title;
} Due;

static gpointer
due_write (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  Due *due = request;
  g_autoptr (GTimeZone) zone = daftar_shop_store_get_zone (daftar_txn_reader (txn), error);
  g_autoptr (DaftarFollowUp) new = daftar_follow_up_new ();
  gint64 at = daftar_txn_now (txn) + due->seconds * G_TIME_SPAN_SECOND;
  int minute = 0;

  new->title = g_strdup (due->title);
  new->customer_id = 1;
  new->due_day = daftar_date_from_moment (MIN (at, daftar_txn_now (txn)) - G_TIME_SPAN_MINUTE, zone, &minute);
  new->due_minute = minute;
  new->snoozed_until = at; /* days and minutes alone cannot say "in two seconds" */
  return GINT_TO_POINTER (daftar_follow_up_store_save (txn, new, error));
}

static gpointer
many_write (DaftarTxn  *txn,
            gpointer    request,
            GError    **error)
{
  for (int i = 0; i < *(int *) request; i++)
    {
      g_autoptr (DaftarDeal) deal = daftar_deal_new ();

      deal->title = g_strdup_printf ("Deal %d", i + 1);
      deal->customer_id = 1 + i % (int) G_N_ELEMENTS (people);
      deal->stage_id = 1;
      deal->value = 100 * i;
      deal->currency = g_strdup ("SAR");
      deal->probability = -1;
      if (!daftar_deal_store_add (txn, deal, error))
        return NULL;
    }
  return GINT_TO_POINTER (1);
}

int
main (int argc, char **argv)
{
  g_autoptr (DaftarClock) clock = daftar_clock_new_system ();
  g_autoptr (DaftarStore) store = daftar_store_new (argv[1], clock);
  g_autoptr (GError) error = NULL;
  Fill fill = { .language = g_strcmp0 (argv[2], "en") == 0 ? 1 : 0 };

  if (!daftar_store_open (store, TRUE, &error))
    g_error ("%s", error->message);
  if (g_strcmp0 (argv[2], "due") == 0 && argc > 4)
    daftar_store_write (store, "add", due_write, &(Due){ atoi (argv[3]), argv[4] }, NULL, &error);
  else if (g_strcmp0 (argv[2], "many") == 0 && argc > 3)
    daftar_store_write (store, "add", many_write, &(int){ atoi (argv[3]) }, NULL, &error);
  else
    daftar_store_write (store, "fill", fill_write, &fill, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  daftar_store_close (store);
  g_free (fill.today);
  return 0;
}
