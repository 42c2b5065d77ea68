/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* "Daft" in the header of the file: how a shop file is told from any other SQLite database. */
#define DAFTAR_DB_APPLICATION_ID 0x44616674

typedef enum
{
  DAFTAR_DB_MODE_READ,
  DAFTAR_DB_MODE_WRITE,
  DAFTAR_DB_MODE_CREATE,
} DaftarDbMode;

typedef struct _DaftarDb        DaftarDb;
typedef struct _DaftarStatement DaftarStatement;

DaftarDb        *daftar_db_open                (const char      *path,
                                                DaftarDbMode     mode,
                                                GError         **error);
void             daftar_db_close               (DaftarDb        *db);
const char      *daftar_db_get_path            (DaftarDb        *db);
void             daftar_db_set_cancellable     (DaftarDb        *db,
                                                GCancellable    *cancellable);

gpointer         daftar_db_get_data            (DaftarDb        *db,
                                                const char      *key);
void             daftar_db_set_data            (DaftarDb        *db,
                                                const char      *key,
                                                gpointer         data,
                                                GDestroyNotify   destroy);

gboolean         daftar_db_exec                (DaftarDb        *db,
                                                const char      *sql,
                                                GError         **error);
DaftarStatement *daftar_db_prepare             (DaftarDb        *db,
                                                const char      *sql,
                                                GError         **error);
DaftarStatement *daftar_db_keep                (DaftarDb        *db,
                                                const char      *sql,
                                                GError         **error);
DaftarStatement *daftar_db_query               (DaftarDb        *db,
                                                GError         **error,
                                                const char      *sql,
                                                ...) G_GNUC_NULL_TERMINATED;
gboolean         daftar_db_run                 (DaftarDb        *db,
                                                GError         **error,
                                                const char      *sql,
                                                ...) G_GNUC_NULL_TERMINATED;
gboolean         daftar_db_get_int             (DaftarDb        *db,
                                                gint64          *value,
                                                GError         **error,
                                                const char      *sql,
                                                ...) G_GNUC_NULL_TERMINATED;
gint64           daftar_db_get_last_id         (DaftarDb        *db);
gint64           daftar_db_get_changes         (DaftarDb        *db);
void             daftar_db_set_step_delay      (guint            milliseconds);

gboolean         daftar_db_begin               (DaftarDb        *db,
                                                gboolean         immediate,
                                                GError         **error);
gboolean         daftar_db_commit              (DaftarDb        *db,
                                                GError         **error);
void             daftar_db_rollback            (DaftarDb        *db);

/* Arguments of the calls above that end in "...": a name without its $ and a value, then NULL. */
#define DB_INT(name, value)  "i$" name, (gint64) (value)
#define DB_ID(name, value)   "0$" name, (gint64) (value) /* 0 is stored as NULL */
#define DB_TEXT(name, value) "t$" name, (const char *) (value)
#define DB_BLOB(name, value) "b$" name, (GBytes *) (value)

void             daftar_statement_release      (DaftarStatement *statement);
gboolean         daftar_statement_next         (DaftarStatement *statement,
                                                GError         **error);
gboolean         daftar_statement_run          (DaftarStatement *statement,
                                                GError         **error);
void             daftar_statement_reset        (DaftarStatement *statement);
void             daftar_statement_bind_int     (DaftarStatement *statement,
                                                const char      *name,
                                                gint64           value);
void             daftar_statement_bind_text    (DaftarStatement *statement,
                                                const char      *name,
                                                const char      *value);
void             daftar_statement_bind_data    (DaftarStatement *statement,
                                                const char      *name,
                                                const void      *data,
                                                gsize            size);
void             daftar_statement_bind_null    (DaftarStatement *statement,
                                                const char      *name);
void             daftar_statement_put_int      (DaftarStatement *statement,
                                                int              index,
                                                gint64           value);
void             daftar_statement_put_text     (DaftarStatement *statement,
                                                int              index,
                                                const char      *value);
void             daftar_statement_put_data     (DaftarStatement *statement,
                                                int              index,
                                                const void      *data,
                                                gsize            size);
void             daftar_statement_put_null     (DaftarStatement *statement,
                                                int              index);
int              daftar_statement_get_n_columns (DaftarStatement *statement);
const char      *daftar_statement_get_name     (DaftarStatement *statement,
                                                int              column);
gboolean         daftar_statement_is_null      (DaftarStatement *statement,
                                                int              column);
gint64           daftar_statement_get_int      (DaftarStatement *statement,
                                                int              column);
const char      *daftar_statement_get_text     (DaftarStatement *statement,
                                                int              column);
const void      *daftar_statement_get_data     (DaftarStatement *statement,
                                                int              column,
                                                gsize           *size);

gboolean         daftar_db_backup              (DaftarDb        *db,
                                                const char      *path,
                                                GCancellable    *cancellable,
                                                GError         **error);
gboolean         daftar_db_restore             (DaftarDb        *db,
                                                const char      *path,
                                                GError         **error);
gboolean         daftar_db_quick_check         (DaftarDb        *db,
                                                GError         **error);
gboolean         daftar_db_empty_log           (DaftarDb        *db,
                                                gboolean        *empty,
                                                GError         **error);
gboolean         daftar_db_scrub               (DaftarDb        *db,
                                                gint64          *page,
                                                GError         **error);
gint64           daftar_db_get_data_version    (DaftarDb        *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarDb, daftar_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaftarStatement, daftar_statement_release)

G_END_DECLS
