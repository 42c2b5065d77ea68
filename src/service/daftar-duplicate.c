/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-duplicate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-customer-store.h"
#include "daftar-duplicate-store.h"
#include "daftar-text.h"

/* What speaks for one person, of 100. */
#define SCORE_EMAIL 91
#define SCORE_PHONE 88
/* More when the other speaks for it too; less when the names are quite other: families share a number. */
#define SCORE_BOTH 4
#define SCORE_OTHER_NAME 18

void
daftar_duplicate_free (DaftarDuplicate *self)
{
  g_clear_object (&self->customer);
  g_free (self);
}

void
daftar_duplicate_request_free (DaftarDuplicateRequest *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self);
}

/**
 * daftar_duplicate_reason_label:
 * @reason: why somebody may be the same
 *
 * Returns: (transfer none): it in words, translated
 */
const char *
daftar_duplicate_reason_label (DaftarDuplicateReason reason)
{
  switch (reason)
    {
    case DAFTAR_DUPLICATE_EMAIL:
      return _("Same e-mail");
    case DAFTAR_DUPLICATE_PHONE:
      return _("Same number");
    case DAFTAR_DUPLICATE_NAME:
    default:
      return _("Same name");
    }
}

/* --- Likeness. -------------------------------------------------------------------------------------- */

static const char *
name_label (DaftarNameMatch match)
{
  switch (match)
    {
    case DAFTAR_NAMES_SAME:
      return _("Same name");
    case DAFTAR_NAMES_SPELLING:
      return _("Same name, written differently");
    case DAFTAR_NAMES_ORDER:
      return _("Same names in another order");
    case DAFTAR_NAMES_LETTER:
      return _("One letter in the name differs");
    case DAFTAR_NAMES_PART:
      return _("Same name but for a middle name");
    default:
      return NULL;
    }
}

/**
 * daftar_likeness_score:
 * @self: what speaks for one person
 *
 * Returns: how likely it is one, of 100; 0 if nothing speaks for it
 */
int
daftar_likeness_score (const DaftarLikeness *self)
{
  static const int names[] = {
    [DAFTAR_NAMES_DIFFERENT] = 0, [DAFTAR_NAMES_PART] = 55,     [DAFTAR_NAMES_LETTER] = 62,
    [DAFTAR_NAMES_ORDER] = 68,    [DAFTAR_NAMES_SPELLING] = 74, [DAFTAR_NAMES_SAME] = 78,
  };
  int score = self->email ? SCORE_EMAIL : self->phone ? SCORE_PHONE : 0;

  if (score == 0)
    return names[self->names];
  if (self->email && self->phone)
    score += SCORE_BOTH;
  score += self->names != DAFTAR_NAMES_DIFFERENT ? SCORE_BOTH : -SCORE_OTHER_NAME;
  return MIN (score, 99);
}

/**
 * daftar_likeness_describe:
 * @self: what speaks for one person
 *
 * Returns: (transfer full): it in words
 */
char *
daftar_likeness_describe (const DaftarLikeness *self)
{
  GString *text = g_string_new (NULL);
  const char *const reasons[] = { self->email ? _("Same e-mail") : NULL, self->phone ? _("Same number") : NULL,
                                  name_label (self->names) };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", reasons[i]);
  return g_string_free (text, FALSE);
}

/* --- While somebody types. -------------------------------------------------------------------------- */

/* Who was found so far: id → DaftarLikeness. */
typedef struct
{
  DaftarReader *reader;
  GHashTable *found;
  gint64 except;
} Looking;

static DaftarLikeness *
likeness_of (Looking *looking,
             gint64   id)
{
  DaftarLikeness *likeness = g_hash_table_lookup (looking->found, &id);

  if (likeness == NULL)
    {
      likeness = g_new0 (DaftarLikeness, 1);
      g_hash_table_insert (looking->found, g_memdup2 (&id, sizeof id), likeness);
    }
  return likeness;
}

typedef GArray *(*FindFunc) (DaftarReader *reader, const char *text, GError **error);

static gboolean
look (Looking       *looking,
      FindFunc       find,
      const char    *text,
      gsize          flag,
      GError       **error)
{
  g_autoptr (GArray) ids = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  ids = find (looking->reader, text, error);
  /* So many share a switchboard's number that it names nobody. */
  for (guint i = 0; ids != NULL && ids->len <= DAFTAR_DUPLICATE_MANY && i < ids->len; i++)
    G_STRUCT_MEMBER (gboolean, likeness_of (looking, g_array_index (ids, gint64, i)), flag) = TRUE;
  return ids != NULL;
}

/* Who may have that name: the names themselves are compared when they are read. */
static gboolean
look_for_name (Looking     *looking,
               const char  *name,
               GError     **error)
{
  static const FindFunc finds[] = { daftar_duplicate_store_by_name, daftar_duplicate_store_near_name };

  if (name == NULL || *name == '\0')
    return TRUE;
  for (guint f = 0; f < G_N_ELEMENTS (finds); f++)
    {
      g_autoptr (GArray) ids = finds[f] (looking->reader, name, error);

      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        likeness_of (looking, g_array_index (ids, gint64, i));
    }
  return TRUE;
}

typedef struct
{
  Looking *looking;
  const char *fold;
} Comparing;

static gboolean
compare_cb (const char *fold,
            gint64      id,
            gpointer    data)
{
  Comparing *comparing = data;

  likeness_of (comparing->looking, id)->names = daftar_name_compare (comparing->fold, fold);
  return TRUE;
}

static void
distinct_cb (gint64   one,
             gint64   other,
             gpointer data)
{
  Looking *looking = data;

  g_hash_table_remove (looking->found, one == looking->except ? &other : &one);
}

static gboolean
compare_names (Looking     *looking,
               const char  *name,
               GError     **error)
{
  g_autofree char *fold = daftar_text_fold (name != NULL ? name : "");
  Comparing comparing = { looking, fold };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, looking->found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  return daftar_duplicate_store_names_of (looking->reader, (const gint64 *) ids->data, ids->len, compare_cb, &comparing,
                                          error);
}

typedef struct
{
  gint64 id;
  int score;
} Scored;

static int
best_first (gconstpointer a,
            gconstpointer b)
{
  const Scored *one = a, *other = b;

  if (one->score != other->score)
    return other->score - one->score;
  return (one->id < other->id) - (one->id > other->id);
}

static GArray *
choose_best (Looking *looking)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (Scored));
  GHashTableIter iter;
  gpointer id, likeness;

  g_hash_table_iter_init (&iter, looking->found);
  while (g_hash_table_iter_next (&iter, &id, &likeness))
    {
      Scored scored = { *(gint64 *) id, daftar_likeness_score (likeness) };

      if (scored.score > 0 && scored.id != looking->except)
        g_array_append_val (best, scored);
    }
  g_array_sort (best, best_first);
  g_array_set_size (best, MIN (best->len, DAFTAR_MAX_DUPLICATES));
  return best;
}

static GPtrArray *
make_list (Looking  *looking,
           GError  **error)
{
  g_autoptr (GArray) best = choose_best (looking);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *duplicates;

  for (guint i = 0; i < best->len; i++)
    g_array_append_val (ids, g_array_index (best, Scored, i).id);
  rows = daftar_customer_store_get_rows (looking->reader, (const gint64 *) ids->data, ids->len, error);
  if (rows == NULL)
    return NULL;
  duplicates = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_duplicate_free);
  for (guint i = 0; i < rows->len; i++)
    {
      DaftarDuplicate *duplicate = g_new0 (DaftarDuplicate, 1);

      duplicate->customer = g_object_ref (g_ptr_array_index (rows, i));
      duplicate->likeness = *likeness_of (looking, DAFTAR_RECORD (duplicate->customer)->id);
      duplicate->score = daftar_likeness_score (&duplicate->likeness);
      duplicate->reason = duplicate->likeness.email   ? DAFTAR_DUPLICATE_EMAIL
                          : duplicate->likeness.phone ? DAFTAR_DUPLICATE_PHONE
                                                      : DAFTAR_DUPLICATE_NAME;
      g_ptr_array_add (duplicates, duplicate);
    }
  return duplicates;
}

/**
 * daftar_duplicate_read:
 * @reader: a handle
 * @request: a #DaftarDuplicateRequest
 * @error: return location for a sentence for the user
 *
 * Finds who may be the same as somebody that is being typed: the same e-mail, the same number in any
 * spelling, the same name in any spelling or nearly the same. A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarDuplicate): the likeliest first
 */
gpointer
daftar_duplicate_read (DaftarReader  *reader,
                       gpointer       request,
                       GError       **error)
{
  DaftarDuplicateRequest *wanted = request;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Looking looking = { reader, found, wanted->except };

  if (!look (&looking, daftar_duplicate_store_by_email, wanted->email, G_STRUCT_OFFSET (DaftarLikeness, email), error)
      || !look (&looking, daftar_duplicate_store_by_phone, wanted->phone, G_STRUCT_OFFSET (DaftarLikeness, phone), error)
      || !look_for_name (&looking, wanted->name, error) || !compare_names (&looking, wanted->name, error)
      || (wanted->except != 0
          && !daftar_distinct_store_each (reader, wanted->except, distinct_cb, &looking, error)))
    return NULL;
  return make_list (&looking, error);
}

/**
 * daftar_distinct_write:
 * @txn: a handle
 * @distinct: a #DaftarDistinct
 * @error: return location for a sentence for the user
 *
 * Remembers that two who look alike are different people. A #DaftarWriteFunc.
 */
gpointer
daftar_distinct_write (DaftarTxn  *txn,
                       gpointer    distinct,
                       GError    **error)
{
  DaftarDistinct *pair = distinct;

  daftar_distinct_store_add (txn, pair->one, pair->other, error);
  return NULL;
}
