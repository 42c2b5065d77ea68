/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-lease-store.h"

#include "daftar-store-private.h"

/**
 * daftar_lease_store_take:
 * @txn: a handle
 * @name: what only one process or workstation does at a time, "reminders"
 * @holder: who asks; the same one after a restart
 * @duration: for how long, in microseconds
 * @held_until: (out): when it ends, whoever holds it
 * @error: return location for a sentence for the user
 *
 * Takes the lease or renews it. Somebody else's is taken over once it has ended.
 *
 * Returns: whether @holder has it; false without an error if another one does
 */
gboolean
daftar_lease_store_take (DaftarTxn   *txn,
                         const char  *name,
                         const char  *holder,
                         gint64       duration,
                         gint64      *held_until,
                         GError     **error)
{
  gint64 now = daftar_txn_now (txn);
  gint64 mine = 0;

  if (!daftar_db_run (TXN_DB (txn), error,
                      "INSERT INTO lease (name, holder, expires_at) VALUES ($name, $holder, $until)"
                      " ON CONFLICT (name) DO UPDATE SET holder = $holder, expires_at = $until"
                      " WHERE holder = $holder OR expires_at <= $now",
                      DB_TEXT ("name", name), DB_TEXT ("holder", holder), DB_INT ("until", now + duration),
                      DB_INT ("now", now), NULL)
      || !daftar_db_get_int (TXN_DB (txn), held_until, error, "SELECT expires_at FROM lease WHERE name = $name",
                             DB_TEXT ("name", name), NULL)
      || !daftar_db_get_int (TXN_DB (txn), &mine, error,
                             "SELECT count(*) FROM lease WHERE name = $name AND holder = $holder",
                             DB_TEXT ("name", name), DB_TEXT ("holder", holder), NULL))
    return FALSE;
  return mine == 1;
}
