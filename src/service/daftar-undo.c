/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-undo.h"

#include <glib/gi18n-lib.h>

#include "daftar-bidi.h"
#include "daftar-history.h"

/* Of a long text only the start names it. */
#define NAME_LENGTH 40

/**
 * daftar_undo_write:
 * @txn: a handle
 * @operation_id: a pointer to the id of what to take back, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: the number of rows that stay as somebody left them since, plus 1 (so that it isn't %NULL), by
 *   GINT_TO_POINTER()
 */
gpointer
daftar_undo_write (DaftarTxn  *txn,
                   gpointer    operation_id,
                   GError    **error)
{
  g_autoptr (GPtrArray) left = NULL;

  if (!daftar_operation_store_undo (txn, *(gint64 *) operation_id, &left, error))
    return NULL;
  return GINT_TO_POINTER (left->len + 1);
}

/**
 * daftar_undo_tell_write:
 * @txn: a handle
 * @operation_id: a pointer to the id of what to take back, a #gint64
 * @error: return location for a sentence for the user
 *
 * A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarUndoLeft): what stays as somebody left it since
 */
gpointer
daftar_undo_tell_write (DaftarTxn  *txn,
                        gpointer    operation_id,
                        GError    **error)
{
  g_autoptr (GPtrArray) left = NULL;

  if (!daftar_operation_store_undo (txn, *(gint64 *) operation_id, &left, error))
    return NULL;
  return g_steal_pointer (&left);
}

/**
 * daftar_undo_async:
 * @store: the shop
 * @operation_id: what to take back
 * @callback: called on the thread that asks
 * @user_data: passed to @callback
 */
void
daftar_undo_async (DaftarStore         *store,
                   gint64               operation_id,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  daftar_store_write_async (store, "undo", daftar_undo_tell_write, g_memdup2 (&operation_id, sizeof operation_id), g_free,
                            (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

/**
 * daftar_undo_finish:
 * @store: the shop
 * @result: given to the callback
 * @left: (out) (optional) (transfer full) (element-type DaftarUndoLeft): what stays as somebody left it since
 * @error: return location for a sentence for the user
 */
gboolean
daftar_undo_finish (DaftarStore   *store,
                    GAsyncResult  *result,
                    GPtrArray    **left,
                    GError       **error)
{
  g_autoptr (GPtrArray) rows = daftar_store_write_finish (store, result, NULL, error);

  if (rows == NULL)
    return FALSE;
  if (left != NULL)
    *left = g_steal_pointer (&rows);
  return TRUE;
}

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= NAME_LENGTH)
    return daftar_bidi_isolate (line);
  start = g_utf8_substring (line, 0, NAME_LENGTH);
  g_strchomp (start);
  g_free (line);
  line = g_strconcat (start, "…", NULL);
  return daftar_bidi_isolate (line);
}

static char *
join_fields (char **fields)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_ ("list separator", ", ") : "", daftar_history_field_label (fields[i]));
  return g_string_free (text, FALSE);
}

/**
 * daftar_undo_left_describe:
 * @left: what was left
 *
 * Returns: (transfer full): it by name, with what somebody changed of it
 */
char *
daftar_undo_left_describe (const DaftarUndoLeft *left)
{
  g_autofree char *name = left->name != NULL ? shorten (left->name) : g_strdup (daftar_history_kind_label (left->kind));
  g_autofree char *fields = join_fields (left->fields);

  if (left->gone)
    /* Translators: %s is the name of something that was removed. */
    return g_strdup_printf (_("%s (removed since)"), name);
  if (*fields == '\0')
    return g_strdup (name);
  /* Translators: a customer or something else by name, then what was changed of it: “Amal Haddad (city, note)”. */
  return g_strdup_printf (_("%s (%s)"), name, fields);
}

/**
 * daftar_undo_describe:
 * @left: (element-type DaftarUndoLeft): what was left
 * @limit: how many are named at most
 *
 * Returns: (transfer full) (nullable): a sentence that names what was left; %NULL if all was taken back
 */
char *
daftar_undo_describe (GPtrArray *left,
                      guint      limit)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (left->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (left->len, limit); i++)
    {
      g_autofree char *name = daftar_undo_left_describe (g_ptr_array_index (left, i));

      g_string_append_printf (names, "%s%s", i > 0 ? C_ ("list separator", ", ") : "", name);
    }
  if (left->len > limit)
    g_string_append (names, " …");
  /* Translators: %s lists by name what somebody changed since and what therefore stays. */
  return g_strdup_printf (_("Taken back. Left as it was changed since: %s"), names->str);
}
