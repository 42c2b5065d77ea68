/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-merge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-merge-store.h"
#include "daftar-operation-store.h"

const DaftarMergeGroup daftar_merge_groups[] = {
  { "name", NC_ ("merge", "Name"), { "name", "given", "family" } },
  { "kind", NC_ ("merge", "Person or business"), { "kind" } },
  { "nickname", NC_ ("merge", "Kunya or nickname"), { "nickname" } },
  { "honorific", NC_ ("merge", "Title"), { "honorific" } },
  { "company", NC_ ("merge", "Company"), { "company", "company_id" } },
  { "city", NC_ ("merge", "City"), { "city" } },
  { "language", NC_ ("merge", "Language"), { "language" } },
  { "preferred_channel", NC_ ("merge", "Preferred channel"), { "preferred_channel" } },
  { "contact_time", NC_ ("merge", "Time to call"), { "contact_time" } },
  { "source", NC_ ("merge", "Source"), { "source" } },
  { "referred_by", NC_ ("merge", "Referred by"), { "referred_by" } },
  { "note", NC_ ("merge", "Note"), { "note" } },
  { "photo", NC_ ("merge", "Picture"), { "photo_id" } },
};
const guint daftar_merge_n_groups = G_N_ELEMENTS (daftar_merge_groups);

/**
 * daftar_merge_new:
 * @target: who stays
 * @others: (array length=n_others): who become part of the target
 * @n_others: how many
 *
 * Returns: (transfer full): a merge that keeps what the target has and fills its blanks from the others, in their order
 */
DaftarMerge *
daftar_merge_new (gint64        target,
                  const gint64 *others,
                  guint         n_others)
{
  DaftarMerge *self = g_new0 (DaftarMerge, 1);

  self->target = target;
  self->others = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->others, others, n_others);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
daftar_merge_free (DaftarMerge *self)
{
  g_array_unref (self->others);
  g_hash_table_unref (self->choices);
  g_free (self);
}

/**
 * daftar_merge_choose:
 * @self: a merge
 * @key: a field: "name", "city", "birthday", "custom:" and the id of a field of the shop's own
 * @customer_id: whose is taken, also if it is empty there; %DAFTAR_MERGE_ALL for all notes
 */
void
daftar_merge_choose (DaftarMerge *self,
                     const char  *key,
                     gint64       customer_id)
{
  g_hash_table_insert (self->choices, g_strdup (key), g_memdup2 (&customer_id, sizeof customer_id));
}

/* --- May it be? ------------------------------------------------------------------------------------ */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
is_one_of (DaftarMerge *self,
           gint64       id,
           guint        n)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (self->others, gint64, i) == id)
      return TRUE;
  return id == self->target;
}

static gboolean
check_choices (DaftarMerge  *self,
               GError      **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gboolean known = strcmp (key, DAFTAR_MERGE_BIRTHDAY) == 0 || g_str_has_prefix (key, DAFTAR_MERGE_CUSTOM);
      gboolean all = *(gint64 *) value == DAFTAR_MERGE_ALL && strcmp (key, "note") == 0;

      for (guint i = 0; i < daftar_merge_n_groups; i++)
        known |= strcmp (key, daftar_merge_groups[i].key) == 0;
      if (!known)
        {
          g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("There is no field “%s” to choose when merging."),
                       (const char *) key);
          return FALSE;
        }
      if (!all && !is_one_of (self, *(gint64 *) value, self->others->len))
        return refuse (error, _("What is kept comes from one of those who are merged."));
    }
  return TRUE;
}

/* All that are merged, the target first; NULL if one of them can't be. */
static GPtrArray *
read_people (DaftarTxn    *txn,
             DaftarMerge  *self,
             GError      **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->others->len == 0)
    {
      refuse (error, _("Choose at least two customers to merge."));
      return NULL;
    }
  if (self->others->len >= DAFTAR_MERGE_MAX)
    {
      refuse (error, _("So many can’t be merged at once. Choose fewer and merge the rest afterwards."));
      return NULL;
    }
  for (guint i = 0; i <= self->others->len; i++)
    {
      gint64 id = i == 0 ? self->target : g_array_index (self->others, gint64, i - 1);
      DaftarCustomer *customer;

      if (i > 0 && is_one_of (self, id, i - 1))
        {
          refuse (error, _("A customer can’t be merged with itself."));
          return NULL;
        }
      customer = daftar_merge_store_get (daftar_txn_reader (txn), id, error);
      if (customer == NULL)
        return NULL;
      g_ptr_array_add (people, customer);
    }
  return check_choices (self, error) ? g_steal_pointer (&people) : NULL;
}

/* --- What the target becomes. ---------------------------------------------------------------------- */

static gboolean
is_filled (DaftarCustomer *customer,
           const char     *column)
{
  const DaftarField *field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (customer), column);

  if (field->type == DAFTAR_FIELD_TEXT)
    return daftar_record_get_text (customer, field) != NULL && *daftar_record_get_text (customer, field) != '\0';
  return daftar_record_get_int (customer, field) != 0;
}

static void
copy_group (DaftarCustomer         *to,
            DaftarCustomer         *from,
            const DaftarMergeGroup *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (group->columns) && group->columns[i] != NULL; i++)
    {
      const DaftarField *field = daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (to), group->columns[i]);

      if (field->type == DAFTAR_FIELD_TEXT)
        daftar_record_set_text (to, field, daftar_record_get_text (from, field));
      else
        daftar_record_set_int (to, field, daftar_record_get_int (from, field));
    }
}

static DaftarCustomer *
find_person (GPtrArray *people,
             gint64     id)
{
  for (guint i = 0; i < people->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (people, i))->id == id)
      return g_ptr_array_index (people, i);
  return NULL;
}

/* Adds a part that is not there yet. */
static void
add_part (GString    *text,
          const char *part,
          const char *separator)
{
  g_auto (GStrv) known = g_strsplit (text->str, separator, -1);

  if (part != NULL && *part != '\0' && !g_strv_contains ((const char *const *) known, part))
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

static void
join_notes (DaftarCustomer *target,
            GPtrArray      *people)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    add_part (text, ((DaftarCustomer *) g_ptr_array_index (people, i))->note, "\n\n");
  daftar_set_text (&target->note, text->len > 0 ? text->str : NULL);
}

static void
take_group (DaftarMerge            *self,
            DaftarCustomer         *target,
            GPtrArray              *people,
            const DaftarMergeGroup *group)
{
  gint64 *chosen = g_hash_table_lookup (self->choices, group->key);

  if (chosen != NULL && *chosen == DAFTAR_MERGE_ALL)
    join_notes (target, people);
  else if (chosen != NULL)
    copy_group (target, find_person (people, *chosen), group);
  else
    for (guint i = 1; i < people->len && !is_filled (target, group->columns[0]); i++)
      if (strcmp (group->key, "kind") != 0)
        copy_group (target, g_ptr_array_index (people, i), group);
}

static void
join_tags (DaftarCustomer *target,
           GPtrArray      *people)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      DaftarCustomer *one = g_ptr_array_index (people, i);
      g_auto (GStrv) lines = g_strsplit (one->tags != NULL ? one->tags : "", "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        add_part (tags, lines[j], "\n");
      /* Who asked once not to be written to has asked. */
      target->do_not_contact |= one->do_not_contact;
      target->created_at = MIN (target->created_at, one->created_at);
    }
  daftar_set_text (&target->tags, tags->len > 0 ? tags->str : NULL);
}

static gboolean
take_others (DaftarMerge  *self,
             DaftarTxn    *txn,
             GError      **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64 id = *(gint64 *) value;

      if (id == self->target)
        continue;
      if (strcmp (key, DAFTAR_MERGE_BIRTHDAY) == 0
          && !daftar_merge_store_take_birthday (txn, id, self->target, error))
        return FALSE;
      if (g_str_has_prefix (key, DAFTAR_MERGE_CUSTOM)
          && !daftar_merge_store_take_value (txn, g_ascii_strtoll ((char *) key + strlen (DAFTAR_MERGE_CUSTOM), NULL, 10),
                                             id, self->target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_target (DaftarMerge  *self,
             DaftarTxn    *txn,
             GPtrArray    *people,
             GError      **error)
{
  /* Read anew: its own company or referrer may just have become itself. */
  g_autoptr (DaftarCustomer) target = daftar_customer_store_get (daftar_txn_reader (txn), self->target, error);

  if (target == NULL)
    return FALSE;
  for (guint i = 0; i < daftar_merge_n_groups; i++)
    take_group (self, target, people, &daftar_merge_groups[i]);
  join_tags (target, people);
  /* What pointed to one of the others points to the target itself now, which the store leaves out. */
  if (find_person (people, target->company_id) != NULL)
    target->company_id = 0;
  if (find_person (people, target->referred_by) != NULL)
    target->referred_by = 0;
  return daftar_merge_store_save (txn, target, error);
}

/**
 * daftar_customer_merge_write:
 * @txn: a handle of an operation %DAFTAR_OPERATION_MERGE
 * @merge: a #DaftarMerge
 * @error: return location for a sentence for the user
 *
 * Makes one customer of several: everything of the others moves to the target, which keeps what it has unless something
 * else was chosen. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarCustomer who stays
 */
gpointer
daftar_customer_merge_write (DaftarTxn  *txn,
                             gpointer    merge,
                             GError    **error)
{
  DaftarMerge *self = merge;
  g_autoptr (GPtrArray) people = read_people (txn, self, error);

  if (people == NULL)
    return NULL;
  for (guint i = 0; i < self->others->len; i++)
    if (!daftar_merge_store_move (txn, g_array_index (self->others, gint64, i), self->target, error))
      return NULL;
  if (!take_others (self, txn, error) || !save_target (self, txn, people, error))
    return NULL;
  for (guint i = 0; i < self->others->len; i++)
    if (!daftar_merge_store_close (txn, g_array_index (self->others, gint64, i), self->target, error))
      return NULL;
  return daftar_customer_store_get (daftar_txn_reader (txn), self->target, error);
}

/**
 * daftar_customer_unmerge_write:
 * @txn: a handle
 * @id: a pointer to a #gint64: somebody who was merged or into whom others were, or else the operation
 * @error: return location for a sentence for the user
 *
 * Takes the newest merge of a customer back. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarUndoLeft): what stays as somebody left it since
 */
gpointer
daftar_customer_unmerge_write (DaftarTxn  *txn,
                               gpointer    id,
                               GError    **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) left = NULL;
  gint64 operation = daftar_operation_store_find_merge (daftar_txn_reader (txn), *(gint64 *) id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (operation == 0 && daftar_operation_store_is_merge (daftar_txn_reader (txn), *(gint64 *) id))
    operation = *(gint64 *) id;
  if (operation == 0)
    {
      refuse (error, _("This customer was not merged with anybody, or it was taken back already."));
      return NULL;
    }
  return daftar_operation_store_undo (txn, operation, &left, error) ? g_steal_pointer (&left) : NULL;
}
