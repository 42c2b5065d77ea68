/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-bulk-store.h"

#include "daftar-customer-derive.h"
#include "daftar-row.h"
#include "daftar-text.h"

struct _DaftarBulk
{
  char *country;
  GPtrArray *indexes; /* char *: the SQL that makes them again */
  DaftarStatement *inserts[DAFTAR_N_KINDS]; /* the connection's, found when first needed */
  gboolean added[DAFTAR_N_KINDS];
};

/* The tables that get rows by the million. */
#define TABLES                                                                                                 \
  "('customer', 'customer_key', 'customer_tag', 'contact_point', 'occasion', 'deal', 'stage_visit', 'purchase'," \
  " 'purchase_item', 'ticket', 'ticket_message', 'ticket_event', 'follow_up', 'interaction')"

/* What sorting and the indexes' inner pages need to stay in memory; and the log is worked into the file when it has
 * 64 MB, not 4: what many rows have in common is then written once. */
#define MANY_ROWS "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 16000"
#define FEW_ROWS "PRAGMA cache_size = -4000; PRAGMA wal_autocheckpoint = 1000"

/**
 * daftar_bulk_expect_rows:
 * @txn: a handle
 * @many: whether very many rows are written from now on, perhaps in several transactions, or that is over
 *
 * Gives the writing connection what it needs for that. It fails without harm.
 */
void
daftar_bulk_expect_rows (DaftarTxn *txn,
                         gboolean   many)
{
  daftar_db_exec (TXN_DB (txn), many ? MANY_ROWS : FEW_ROWS, NULL);
}

void
daftar_bulk_free (DaftarBulk *self)
{
  g_free (self->country);
  g_ptr_array_unref (self->indexes);
  g_free (self);
}

/* Indexes that stay while rows come in. Their rows come in the order in which they stand there, one person after the
 * other, or have hardly ever anything to put in: that costs less than to go over the whole table once more. */
static const char *const staying[] = {
  "contact_point_customer", "customer_channel",   "customer_company",      "customer_deleted",   "customer_import",
  "customer_merged",        "customer_photo",     "customer_referred",     "deal_customer",      "follow_up_customer",
  "interaction_customer",   "interaction_pinned", "occasion_customer",     "purchase_customer",  "purchase_item_purchase",
  "stage_visit_deal",       "ticket_customer",    "ticket_event_operation", "ticket_event_ticket", "ticket_message_ticket",
  NULL,
};
/* The same where all rows are of one moment. */
static const char *const staying_now[] = { "customer_contact", "customer_created", NULL };

static gboolean
collect_indexes (DaftarBulk  *self,
                 DaftarDb    *db,
                 gboolean     now,
                 GPtrArray   *names,
                 GError     **error)
{
  g_autoptr (DaftarStatement) rows = daftar_db_query (
    db, error, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN " TABLES,
    NULL);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  while (daftar_statement_next (rows, &local))
    {
      const char *name = daftar_statement_get_text (rows, 0);

      if (g_strv_contains (staying, name) || (now && g_strv_contains (staying_now, name)))
        continue;
      g_ptr_array_add (names, g_strdup (name));
      g_ptr_array_add (self->indexes, g_strdup (daftar_statement_get_text (rows, 1)));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
drop_indexes (DaftarBulk  *self,
              DaftarDb    *db,
              gboolean     now,
              GError     **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!collect_indexes (self, db, now, names, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP INDEX %s", (char *) g_ptr_array_index (names, i));

      if (!daftar_db_exec (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

static char *
read_country (DaftarDb *db)
{
  g_autoptr (DaftarStatement) shop = daftar_db_query (db, NULL, "SELECT country FROM shop", NULL);

  if (shop == NULL || !daftar_statement_next (shop, NULL))
    return g_strdup ("SA");
  return g_strdup (daftar_statement_get_text (shop, 0));
}

/**
 * daftar_bulk_begin:
 * @txn: a handle
 * @now: whether customers are made as of this moment, none of them contacted before
 * @error: return location for a sentence for the user
 *
 * Takes away the indexes that are better made when all rows are there.
 *
 * Returns: (transfer full) (nullable): the load
 */
DaftarBulk *
daftar_bulk_begin (DaftarTxn  *txn,
                   gboolean    now,
                   GError    **error)
{
  g_autoptr (DaftarBulk) self = g_new0 (DaftarBulk, 1);

  self->indexes = g_ptr_array_new_with_free_func (g_free);
  self->country = read_country (TXN_DB (txn));
  daftar_bulk_expect_rows (txn, TRUE);
  return drop_indexes (self, TXN_DB (txn), now, error) ? g_steal_pointer (&self) : NULL;
}

static const DaftarTable *
table_of (gpointer record)
{
  for (int kind = DAFTAR_KIND_ANY + 1; kind < DAFTAR_N_KINDS; kind++)
    {
      const DaftarTable *table = daftar_table_get (kind);

      if (table != NULL && table->get_type () == G_OBJECT_TYPE (record))
        return table;
    }
  g_assert_not_reached ();
}

static gboolean
derive (DaftarBulk         *self,
        DaftarTxn          *txn,
        const DaftarTable  *table,
        gpointer            record,
        GError            **error)
{
  /* Who reads a file knows the normal forms already: people are compared by them. */
  if (table == &daftar_table_contact_point && DAFTAR_CONTACT_POINT (record)->norm != NULL)
    return TRUE;
  if (table == &daftar_table_contact_point)
    return daftar_contact_point_normalise (TXN_DB (txn), record, self->country, error);
  return table->derive == NULL || table->derive (txn, record, error);
}

static gboolean
set_last_contact (DaftarTxn       *txn,
                  DaftarCustomer  *customer,
                  GError         **error)
{
  return customer->last_contact_at == 0
         || daftar_db_run (TXN_DB (txn), error, "UPDATE customer SET last_contact_at = $at WHERE id = $id",
                           DB_INT ("at", customer->last_contact_at), DB_INT ("id", DAFTAR_RECORD (customer)->id), NULL);
}

/**
 * daftar_bulk_add:
 * @self: a load
 * @txn: a handle
 * @record: a new row of any kind, complete but for its derived fields (a contact point may have its normal
 *   form); a customer brings the moment of the last contact along
 * @error: return location for a sentence for the user
 *
 * Returns: whether it is written; the id is then in @record
 */
gboolean
daftar_bulk_add (DaftarBulk  *self,
                 DaftarTxn   *txn,
                 gpointer     record,
                 GError     **error)
{
  const DaftarTable *table = table_of (record);
  DaftarStatement **insert = &self->inserts[table->kind];

  if (*insert == NULL)
    *insert = daftar_row_insert_statement (txn, table, error);
  self->added[table->kind] = TRUE;
  return *insert != NULL && derive (self, txn, table, record, error)
         && daftar_row_insert_bare (txn, table, *insert, record, error)
         && (table != &daftar_table_customer || set_last_contact (txn, record, error));
}

static gboolean
make_search (DaftarBulk  *self,
             DaftarDb    *db,
             GError     **error)
{
  const gboolean *added = self->added;

  return (!added[DAFTAR_KIND_CUSTOMER]
          || (daftar_customer_rewrite_keys (db, error) && daftar_customer_rewrite_tags (db, error)
              && daftar_customer_refill_search (db, error)))
         && (!added[DAFTAR_KIND_CONTACT_POINT] || daftar_contact_point_refill_search (db, error))
         && (!added[DAFTAR_KIND_TICKET]
             || daftar_db_exec (db, "INSERT INTO ticket_fts (ticket_fts) VALUES ('rebuild')", error))
         && (!added[DAFTAR_KIND_DEAL]
             || daftar_db_exec (db, "INSERT INTO deal_fts (deal_fts) VALUES ('rebuild')", error));
}

/**
 * daftar_bulk_end:
 * @self: a load
 * @txn: a handle
 * @error: return location for a sentence for the user
 *
 * Makes the indexes, search, order and tags of all rows, and tells everybody.
 */
gboolean
daftar_bulk_end (DaftarBulk  *self,
                 DaftarTxn   *txn,
                 GError     **error)
{
  DaftarDb *db = TXN_DB (txn);

  /* Search first: without the indexes, tables are read in the order of their ids. */
  if (!make_search (self, db, error))
    return FALSE;
  for (guint i = 0; i < self->indexes->len; i++)
    if (!daftar_db_exec (db, g_ptr_array_index (self->indexes, i), error))
      return FALSE;
  /* The next ticket of the shop follows the last of these. */
  if (self->added[DAFTAR_KIND_TICKET]
      && !daftar_db_exec (db,
                          "INSERT INTO counter (name, next) SELECT 'ticket', max(number) FROM ticket WHERE TRUE"
                          " ON CONFLICT (name) DO UPDATE SET next = max(next, excluded.next)",
                          error))
    return FALSE;
  for (int kind = DAFTAR_KIND_ANY + 1; kind < DAFTAR_N_KINDS; kind++)
    if (self->added[kind])
      daftar_txn_changed (txn, kind, 0, DAFTAR_OP_CHANGED);
  daftar_bulk_expect_rows (txn, FALSE);
  return TRUE;
}
