/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-demo.h"

#include <glib/gi18n-lib.h>

#include "daftar-bulk-store.h"
#include "daftar-customer-store.h"
#include "daftar-demo-people.h"
#include "daftar-error.h"
#include "daftar-setup.h"

/* Rows of one transaction: the log beside the file stays small. */
#define CHUNK 5000

static void
maker_clear (DaftarDemoMaker *self)
{
  g_clear_pointer (&self->bulk, daftar_bulk_free);
  g_clear_pointer (&self->hours, daftar_hours_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->today, g_free);
}

static gboolean
check_empty (DaftarTxn  *txn,
             GError    **error)
{
  gint64 n = daftar_customer_store_count (daftar_txn_reader (txn), error);

  if (n > 0)
    g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                         _("There are customers in this shop already. Make the sample shop in a new file."));
  return n == 0;
}

static gboolean
add_staff (DaftarDemoMaker  *self,
           DaftarTxn        *txn,
           GError          **error)
{
  self->n_staff = 1; /* the owner, from the set-up */
  for (guint i = 1; i < daftar_demo_staff.n_texts; i++)
    {
      g_autoptr (DaftarStaffMember) member = daftar_staff_member_new ();

      member->name = g_strdup (daftar_demo_say (self, &daftar_demo_staff.texts[i]));
      member->role = DAFTAR_STAFF_ROLE_STAFF;
      member->active = TRUE;
      if (!daftar_staff_store_save (txn, member, error))
        return FALSE;
      self->n_staff++;
    }
  return TRUE;
}

static gboolean
read_stages (DaftarDemoMaker  *self,
             DaftarTxn        *txn,
             GError          **error)
{
  g_autoptr (GPtrArray) boards = daftar_board_store_list (daftar_txn_reader (txn), error);
  g_autoptr (GPtrArray) stages = NULL;

  if (boards == NULL)
    return FALSE;
  self->board_id = DAFTAR_RECORD (g_ptr_array_index (boards, 0))->id;
  stages = daftar_stage_store_list (daftar_txn_reader (txn), self->board_id, error);
  if (stages == NULL)
    return FALSE;
  for (guint i = 0; i < DAFTAR_DEMO_STAGES; i++)
    self->stages[i] = DAFTAR_RECORD (g_ptr_array_index (stages, i))->id;
  return TRUE;
}

static gpointer
begin_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  DaftarDemoMaker *self = request;
  g_autoptr (DaftarSetup) setup = daftar_setup_new ();
  g_autoptr (DaftarShop) shop = NULL;

  daftar_txn_seed_ulids (txn, &self->seed, 0);
  if (!check_empty (txn, error))
    return NULL;
  setup->name = g_strdup (daftar_demo_say (self, &daftar_demo_shop_name));
  setup->country = g_strdup ("SA");
  setup->language = g_strdup (self->arabic ? "ar" : "en");
  setup->owner = g_strdup (daftar_demo_say (self, &daftar_demo_staff.texts[0]));
  shop = daftar_setup_write (txn, setup, error);
  if (shop == NULL || !add_staff (self, txn, error) || !read_stages (self, txn, error))
    return NULL;
  self->now = daftar_txn_now (txn);
  self->zone = g_time_zone_new_identifier (shop->zone);
  self->today = daftar_date_today (self->zone, self->now);
  self->midnight = daftar_date_to_moment (self->today, 0, self->zone);
  self->hours = daftar_shop_store_get_hours (daftar_txn_reader (txn), error);
  if (self->hours != NULL)
    self->bulk = daftar_bulk_begin (txn, FALSE, error);
  self->n_ulids = daftar_txn_get_n_ulids (txn);
  return self->bulk;
}

static gpointer
chunk_write (DaftarTxn  *txn,
             gpointer    request,
             GError    **error)
{
  DaftarDemoMaker *self = request;
  gint64 end = MIN (self->n_done + CHUNK, self->n_customers);

  daftar_txn_seed_ulids (txn, &self->seed, self->n_ulids);
  for (; self->n_done < end; self->n_done++)
    if (!daftar_demo_add_customer (self, txn, self->n_done, error))
      return NULL;
  self->n_ulids = daftar_txn_get_n_ulids (txn);
  return self;
}

static gpointer
end_write (DaftarTxn  *txn,
           gpointer    request,
           GError    **error)
{
  DaftarDemoMaker *self = request;

  return GINT_TO_POINTER (daftar_bulk_end (self->bulk, txn, error));
}

/**
 * daftar_demo_fill:
 * @store: an open store whose file has no shop in it; its clock says which day it is
 * @demo: what is wanted
 * @progress: (nullable): told about every few thousand customers
 * @data: passed to @progress
 * @error: return location for a sentence for the user
 *
 * Makes a shop that looks as if somebody had worked in it for years. It takes several transactions: on
 * failure the file is of no use. Not for the main thread of a window.
 *
 * Returns: whether the shop is there
 */
gboolean
daftar_demo_fill (DaftarStore         *store,
                  const DaftarDemo    *demo,
                  DaftarDemoProgress   progress,
                  gpointer             data,
                  GError             **error)
{
  DaftarDemoMaker self = {
    .arabic = g_strcmp0 (demo->language, "en") != 0,
    .full = demo->n_customers != 0,
    .n_customers = demo->n_customers != 0 ? demo->n_customers : DAFTAR_DEMO_CUSTOMERS,
    .seed = demo->seed,
  };
  gboolean done = daftar_store_write (store, "demo", begin_write, &self, NULL, error) != NULL;

  while (done && self.n_done < self.n_customers)
    {
      done = daftar_store_write_many (store, "demo", chunk_write, &self, error) != NULL;
      if (progress != NULL)
        progress (self.n_done, self.n_customers, data);
    }
  done = done && daftar_store_write_many (store, "demo", end_write, &self, error) != NULL;
  maker_clear (&self);
  return done;
}
