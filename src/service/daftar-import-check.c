/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-custom-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-import-private.h"
#include "daftar-shop-store.h"
#include "daftar-text.h"

/* --- Who stood in the file before. ----------------------------------------------------------------- */

/* Staged rows by what they are recognised by, as hashes: 8 bytes each, whatever the size of the file. What is
 * found is compared in full. */
typedef struct
{
  guint32 key; /* 0: free */
  guint32 id;
} Slot;

typedef struct
{
  Slot *slots;
  gsize size; /* a power of two */
  gsize n;
} Index;

static guint32
hash_text (char        kind,
           const char *text)
{
  /* FNV-1a, and 0 means none. */
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037) ^ (guint8) kind;

  for (; *text != '\0'; text++)
    hash = (hash ^ (guint8) *text) * G_GUINT64_CONSTANT (1099511628211);
  hash ^= hash >> 32;
  return (guint32) hash != 0 ? (guint32) hash : 1;
}

static void
index_put (Index  *self,
           guint32 key,
           gint64  id)
{
  gsize at = key & (self->size - 1);

  while (self->slots[at].key != 0)
    at = (at + 1) & (self->size - 1);
  self->slots[at] = (Slot) { key, (guint32) id };
  self->n++;
}

static void
index_add (Index  *self,
           guint32 key,
           gint64  id)
{
  if (self->n * 4 >= self->size * 3)
    {
      Index bigger = { .size = MAX (1024, self->size * 2) };

      bigger.slots = g_new0 (Slot, bigger.size);
      for (gsize i = 0; i < self->size; i++)
        if (self->slots[i].key != 0)
          index_put (&bigger, self->slots[i].key, self->slots[i].id);
      g_free (self->slots);
      *self = bigger;
    }
  index_put (self, key, id);
}

static void
index_find (Index   *self,
            guint32  key,
            GArray  *ids)
{
  if (self->size == 0)
    return;
  for (gsize at = key & (self->size - 1); self->slots[at].key != 0; at = (at + 1) & (self->size - 1))
    if (self->slots[at].key == key && ids->len < 50)
      {
        gint64 id = self->slots[at].id;

        g_array_append_val (ids, id);
      }
}

/* --- The check. ------------------------------------------------------------------------------------ */

typedef struct
{
  DaftarImport *import;
  DaftarReader *reader;
  DaftarStaging *staging;
  Index index;
  gboolean empty; /* nobody in the shop to compare with */
  char *country;
  char *shop_country;

  DaftarImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Check;

/* What a row turns out to be: whom it is, if anybody. */
typedef struct
{
  gboolean same;             /* it says nothing new about them */
  DaftarImportPerson *who;   /* and what it adds to them, merged */
  gint64 staged_id;
  gint64 customer_id;
} Match;

static void
match_clear (Match *match)
{
  g_clear_pointer (&match->who, daftar_import_person_free);
}

static DaftarImportPerson *
load_live (Check  *check,
           gint64  id)
{
  DaftarImportPerson *live = g_new0 (DaftarImportPerson, 1);

  live->customer = daftar_customer_store_get (check->reader, id, NULL);
  live->points = daftar_contact_point_store_list (check->reader, id, NULL);
  live->occasions = daftar_occasion_store_list (check->reader, id, NULL);
  live->values = daftar_custom_value_store_list (check->reader, id, NULL);
  if (live->customer == NULL || live->points == NULL || live->occasions == NULL || live->values == NULL)
    g_clear_pointer (&live, daftar_import_person_free);
  return live;
}

/* Compares with one candidate. The first that fits is remembered, the first that is the same ends it. */
static void
consider (Match              *match,
          DaftarImportPerson *candidate,
          DaftarImportPerson *person,
          gboolean            reachable,
          gint64              staged_id,
          gint64              customer_id)
{
  DaftarMergeFlags flags;

  if (candidate == NULL || (reachable && !daftar_import_person_similar (candidate, person)))
    {
      g_clear_pointer (&candidate, daftar_import_person_free);
      return;
    }
  flags = daftar_import_person_merge (candidate, person);
  /* Without a number two people of one name are two people, unless there is nothing to tell them apart. */
  match->same = !(flags & DAFTAR_MERGE_CHANGED) && (reachable || !(flags & DAFTAR_MERGE_CONFLICT));
  if (match->who != NULL || (!reachable && !match->same))
    daftar_import_person_free (candidate);
  else
    {
      match->who = candidate;
      match->staged_id = staged_id;
      match->customer_id = customer_id;
    }
}

static void
match_staged (Check              *check,
              DaftarImportPerson *person,
              guint32             key,
              gboolean            reachable,
              Match              *match)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  index_find (&check->index, key, ids);
  for (guint i = 0; i < ids->len && !match->same; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *data = daftar_staging_get_data (check->staging, id, NULL);

      if (data != NULL)
        consider (match, daftar_import_person_unpack (data), person, reachable, id, 0);
    }
}

static void
match_live (Check              *check,
            DaftarImportPerson *person,
            const char         *norm,
            const char         *fold,
            Match              *match)
{
  g_autoptr (GArray) ids = NULL;

  if (check->empty || match->same)
    return;
  ids = norm != NULL ? daftar_import_store_find_norm (check->reader, norm, NULL)
                     : daftar_import_store_find_name (check->reader, fold, NULL);
  for (guint i = 0; ids != NULL && i < ids->len && !match->same; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      consider (match, load_live (check, id), person, norm != NULL, 0, id);
    }
}

static void
find_match (Check              *check,
            DaftarImportPerson *person,
            GArray             *keys,
            Match              *match)
{
  gboolean reachable = daftar_import_person_is_reachable (person);
  g_autofree char *fold = NULL;
  guint32 key;

  for (guint i = 0; i < person->points->len && !match->same; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (person->points, i);

      if (point->norm == NULL)
        continue;
      key = hash_text ('p', point->norm);
      g_array_append_val (keys, key);
      match_live (check, person, point->norm, NULL, match);
      match_staged (check, person, key, TRUE, match);
    }
  if (reachable)
    return;
  fold = daftar_text_fold (person->customer->name);
  key = hash_text ('n', fold);
  g_array_append_val (keys, key);
  match_live (check, person, NULL, fold, match);
  match_staged (check, person, key, FALSE, match);
}

static char *
join_fields (char               **fields,
             guint                n_fields,
             DaftarExchangeCard  *card)
{
  GString *raw;

  if (card != NULL)
    return g_strdup (card->name != NULL ? card->name : "");
  raw = g_string_new (NULL);
  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append (raw, DAFTAR_IMPORT_SEPARATOR);
      g_string_append (raw, fields[i]);
    }
  return g_string_free (raw, FALSE);
}

static gboolean
refuse (Check       *check,
        gint64       number,
        const char  *reason,
        const char  *raw,
        GError     **error)
{
  DaftarStagedRow row = { number, DAFTAR_STAGED_REFUSED, 0, NULL, (char *) reason, (char *) raw };
  gint64 id;

  check->import->counts.n_refused++;
  return daftar_staging_add (check->staging, &row, &id, error);
}

static gboolean
stage (Check               *check,
       gint64               number,
       DaftarStagedState    state,
       gint64               customer_id,
       DaftarImportPerson  *person,
       GArray              *keys,
       GError             **error)
{
  g_autofree char *data = daftar_import_person_pack (person);
  DaftarStagedRow row = { number, state, customer_id, data, NULL, NULL };
  gint64 id;

  if (state == DAFTAR_STAGED_NEW)
    check->import->counts.n_new++;
  else
    check->import->counts.n_changed++;
  if (!daftar_staging_add (check->staging, &row, &id, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    index_add (&check->index, g_array_index (keys, guint32, i), id);
  return TRUE;
}

/* A row that adds something to an earlier one goes into that, so that there is one of them to write. */
static gboolean
merge_staged (Check   *check,
              Match   *match,
              GArray  *keys,
              GError **error)
{
  g_autofree char *data = daftar_import_person_pack (match->who);

  check->import->counts.n_changed++;
  for (guint i = 0; i < keys->len; i++)
    index_add (&check->index, g_array_index (keys, guint32, i), match->staged_id);
  return daftar_staging_set_data (check->staging, match->staged_id, data, error);
}

static gboolean
take_person (Check               *check,
             gint64               number,
             DaftarImportPerson  *person,
             GError             **error)
{
  DaftarImportDuplicates duplicates = check->import->duplicates;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  Match match = { 0 };
  gboolean done = TRUE;

  find_match (check, person, keys, &match);
  if (match.same || (match.who != NULL && duplicates == DAFTAR_IMPORT_DUPLICATES_SKIP))
    check->import->counts.n_same++;
  else if (match.who == NULL || duplicates == DAFTAR_IMPORT_DUPLICATES_ADD)
    done = stage (check, number, DAFTAR_STAGED_NEW, 0, person, keys, error);
  else if (match.customer_id != 0)
    done = stage (check, number, DAFTAR_STAGED_CHANGED, match.customer_id, person, keys, error);
  else
    done = merge_staged (check, &match, keys, error);
  match_clear (&match);
  return done;
}

static gboolean
row_cb (DaftarImport        *import,
        gint64               number,
        char               **fields,
        guint                n_fields,
        DaftarExchangeCard  *card,
        gpointer             data,
        GError             **error)
{
  Check *check = data;
  g_autofree char *raw = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (DaftarImportPerson) person = NULL;

  import->counts.rows++;
  while (card == NULL && n_fields > import->n_columns && *fields[n_fields - 1] == '\0')
    n_fields--;
  if (card == NULL && n_fields > import->n_columns)
    {
      reason = g_strdup_printf (_("This row has %u fields, but there are only %u columns: perhaps a quotation mark is missing."),
                                n_fields, import->n_columns);
      raw = join_fields (fields, n_fields, NULL);
      return refuse (check, number, reason, raw, error);
    }
  /* Taking a row apart changes it. */
  if (card == NULL)
    {
      g_auto (GStrv) copy = g_new0 (char *, n_fields + 1);

      for (guint i = 0; i < n_fields; i++)
        copy[i] = g_strdup (fields[i]);
      person = daftar_import_person_from_row (import->fields, &import->own, import->headers, import->n_columns, copy,
                                              n_fields);
    }
  else
    person = daftar_import_person_from_card (card);
  if (daftar_import_person_finish (person, check->country, check->shop_country, &reason))
    return take_person (check, number, person, error);
  raw = join_fields (fields, n_fields, card);
  return refuse (check, number, card != NULL && card->problem != NULL ? card->problem : reason, raw, error);
}

static gboolean
prepare (Check   *check,
         GError **error)
{
  DaftarImport *import = check->import;
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (check->reader, error);

  if (shop == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("This shop is not set up yet."));
      return FALSE;
    }
  check->shop_country = g_strdup (shop->country);
  check->country = g_strdup (import->country != NULL ? import->country : shop->country);
  daftar_import_drop_stage (import);
  import->folder = daftar_import_make_folder (&import->folder_lock, error);
  if (import->folder == NULL)
    return FALSE;
  import->staging = g_build_filename (import->folder, "rows.db", NULL);
  check->staging = daftar_staging_open (import->staging, TRUE, error);
  import->counts = (DaftarImportCounts) { 0 };
  return check->staging != NULL && daftar_import_store_is_empty (check->reader, &check->empty, error);
}

static gpointer
check_read (DaftarReader  *reader,
            gpointer       request,
            GError       **error)
{
  Check *check = request;
  gboolean done;

  check->reader = reader;
  done = prepare (check, error)
         && daftar_import_read_file (check->import, row_cb, check, check->progress, check->progress_data,
                                     check->cancellable, error)
         && daftar_staging_commit (check->staging, error);
  g_clear_pointer (&check->staging, daftar_staging_close);
  g_free (check->index.slots);
  g_free (check->country);
  g_free (check->shop_country);
  return done ? check : NULL;
}

/**
 * daftar_import_check:
 * @self: an import that has looked at its file
 * @progress: (nullable): told how much of the file is read
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for a sentence for the user
 *
 * The dry run: reads the whole file into a staging file, compares everybody with the shop and with each
 * other, and counts. Nothing in the shop is changed, and nobody waits for it.
 */
gboolean
daftar_import_check (DaftarImport          *self,
                     DaftarImportProgress   progress,
                     gpointer               data,
                     GCancellable          *cancellable,
                     GError               **error)
{
  Check check = { .import = self, .progress = progress, .progress_data = data, .cancellable = cancellable };

  if (daftar_store_read (self->store, check_read, &check, error) != NULL)
    return TRUE;
  daftar_import_drop_stage (self);
  return FALSE;
}
