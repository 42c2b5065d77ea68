/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-clock.h"
#include "daftar-kind.h"
#include "daftar-model.h"

G_BEGIN_DECLS

/* A look at the shop file: one snapshot, on the thread that got it. */
typedef struct _DaftarReader DaftarReader;
/* A change of the shop file: all of it happens or none. Reads through daftar_txn_reader(). */
typedef struct _DaftarTxn DaftarTxn;

/* Both run on a thread of the store. They return a result (%NULL may be one) or set @error. */
typedef gpointer (*DaftarReadFunc)  (DaftarReader *reader,
                                     gpointer      request,
                                     GError      **error);
typedef gpointer (*DaftarWriteFunc) (DaftarTxn    *txn,
                                     gpointer      request,
                                     GError      **error);

#define DAFTAR_TYPE_STORE (daftar_store_get_type ())
G_DECLARE_FINAL_TYPE (DaftarStore, daftar_store, DAFTAR, STORE, GObject)

DaftarStore  *daftar_store_new           (const char           *path,
                                          DaftarClock          *clock);
gboolean      daftar_store_open          (DaftarStore          *self,
                                          gboolean              create,
                                          GError              **error);
void          daftar_store_open_async    (DaftarStore          *self,
                                          gboolean              create,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      daftar_store_open_finish   (DaftarStore          *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void          daftar_store_close         (DaftarStore          *self);
const char   *daftar_store_get_path      (DaftarStore          *self);
DaftarClock  *daftar_store_get_clock     (DaftarStore          *self);
gint64        daftar_store_get_staff     (DaftarStore          *self);
void          daftar_store_set_staff     (DaftarStore          *self,
                                          gint64                staff_id);
void          daftar_store_set_watching  (DaftarStore          *self,
                                          gboolean              watching);
void          daftar_store_look         (DaftarStore          *self);
void          daftar_store_forbid_waiting (DaftarStore         *self);

gpointer      daftar_store_read          (DaftarStore          *self,
                                          DaftarReadFunc        func,
                                          gpointer              request,
                                          GError              **error);
void          daftar_store_read_async    (DaftarStore          *self,
                                          DaftarReadFunc        func,
                                          gpointer              request,
                                          GDestroyNotify        request_free,
                                          GDestroyNotify        result_free,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gpointer      daftar_store_read_finish   (DaftarStore          *self,
                                          GAsyncResult         *result,
                                          GError              **error);
gpointer      daftar_store_write         (DaftarStore          *self,
                                          const char           *operation,
                                          DaftarWriteFunc       func,
                                          gpointer              request,
                                          gint64               *operation_id,
                                          GError              **error);
gpointer      daftar_store_write_many    (DaftarStore          *self,
                                          const char           *operation,
                                          DaftarWriteFunc       func,
                                          gpointer              request,
                                          GError              **error);
void          daftar_store_write_async   (DaftarStore          *self,
                                          const char           *operation,
                                          DaftarWriteFunc       func,
                                          gpointer              request,
                                          GDestroyNotify        request_free,
                                          GDestroyNotify        result_free,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gpointer      daftar_store_write_finish  (DaftarStore          *self,
                                          GAsyncResult         *result,
                                          gint64               *operation_id,
                                          GError              **error);

/* For functions that run on a handle. */
gint64        daftar_reader_now          (DaftarReader         *reader);
GCancellable *daftar_reader_get_cancellable (DaftarReader      *reader);
DaftarReader *daftar_txn_reader          (DaftarTxn            *txn);
gint64        daftar_txn_now             (DaftarTxn            *txn);
gint64        daftar_txn_get_staff       (DaftarTxn            *txn);
void          daftar_txn_seed_ulids      (DaftarTxn            *txn,
                                          const guint64        *seed,
                                          guint64               n_before);
guint64       daftar_txn_get_n_ulids     (DaftarTxn            *txn);
gint64        daftar_txn_get_operation   (DaftarTxn            *txn,
                                          GError              **error);

G_END_DECLS
