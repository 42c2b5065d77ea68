/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-duplicate.h"

#include <glib/gi18n-lib.h>

#include "daftar-customer-store.h"
#include "daftar-duplicate-store.h"

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

typedef struct
{
  GArray *(*find) (DaftarReader *reader, const char *text, GError **error);
  const char *text;
  DaftarDuplicateReason reason;
} Look;

static gboolean
is_known (GPtrArray *duplicates,
          gint64     id)
{
  for (guint i = 0; i < duplicates->len; i++)
    {
      DaftarDuplicate *duplicate = g_ptr_array_index (duplicates, i);

      if (DAFTAR_RECORD (duplicate->customer)->id == id)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_duplicates (DaftarReader  *reader,
                const Look    *look,
                gint64         except,
                GPtrArray     *duplicates,
                GError       **error)
{
  g_autoptr (GArray) ids = look->find (reader, look->text, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return FALSE;
  rows = daftar_customer_store_get_rows (reader, (const gint64 *) ids->data, ids->len, error);
  for (guint i = 0; rows != NULL && i < rows->len && duplicates->len < DAFTAR_MAX_DUPLICATES; i++)
    {
      DaftarCustomer *customer = g_ptr_array_index (rows, i);
      DaftarDuplicate *duplicate;

      if (DAFTAR_RECORD (customer)->id == except || is_known (duplicates, DAFTAR_RECORD (customer)->id))
        continue;
      duplicate = g_new0 (DaftarDuplicate, 1);
      duplicate->customer = g_object_ref (customer);
      duplicate->reason = look->reason;
      g_ptr_array_add (duplicates, duplicate);
    }
  return rows != NULL;
}

/**
 * daftar_duplicate_read:
 * @reader: a handle
 * @request: a #DaftarDuplicateRequest
 * @error: return location for a sentence for the user
 *
 * Finds who may be the same as somebody that is being typed: the same e-mail, the same number in any
 * spelling, the same folded name. A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarDuplicate): the likeliest first
 */
gpointer
daftar_duplicate_read (DaftarReader  *reader,
                       gpointer       request,
                       GError       **error)
{
  DaftarDuplicateRequest *wanted = request;
  const Look looks[] = {
    { daftar_duplicate_store_by_email, wanted->email, DAFTAR_DUPLICATE_EMAIL },
    { daftar_duplicate_store_by_phone, wanted->phone, DAFTAR_DUPLICATE_PHONE },
    { daftar_duplicate_store_by_name, wanted->name, DAFTAR_DUPLICATE_NAME },
  };
  g_autoptr (GPtrArray) duplicates = g_ptr_array_new_with_free_func ((GDestroyNotify) daftar_duplicate_free);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].text != NULL && *looks[i].text != '\0'
        && !add_duplicates (reader, &looks[i], wanted->except, duplicates, error))
      return NULL;
  return g_steal_pointer (&duplicates);
}
