/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-part-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "daftar-bidi.h"
#include "daftar-contact-link.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"
#include "daftar-interaction-store.h"
#include "daftar-phone.h"

/**
 * daftar_part_edit_new:
 * @record: (transfer full): the caller's own copy
 * @remove: whether it is to go
 *
 * Returns: (transfer full): what to do
 */
DaftarPartEdit *
daftar_part_edit_new (gpointer record,
                      gboolean remove)
{
  DaftarPartEdit *self = g_new0 (DaftarPartEdit, 1);

  self->record = record;
  self->remove = remove;
  return self;
}

void
daftar_part_edit_free (DaftarPartEdit *self)
{
  g_clear_object (&self->record);
  g_free (self);
}

/* --- Contact points. ------------------------------------------------------------------------------- */

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
is_mail_address (const char *value)
{
  const char *at = strchr (value, '@');

  return at != NULL && at != value && at[1] != '\0' && strchr (at + 1, '@') == NULL && strpbrk (value, " \t<>,;") == NULL;
}

static gboolean
has_digits (const char *value)
{
  g_autofree char *digits = daftar_phone_digits (value);

  return digits != NULL && strlen (digits) >= 3;
}

/**
 * daftar_contact_point_check:
 * @point: a contact point as it was typed; its texts are tidied up
 * @error: return location for a sentence for the user
 *
 * Returns: whether it is what it says it is
 */
gboolean
daftar_contact_point_check (DaftarContactPoint  *point,
                            GError             **error)
{
  g_autofree char *value = daftar_bidi_strip (point->value);
  g_autofree char *link = NULL;

  daftar_set_text (&point->value, g_strstrip (value));
  if (point->label != NULL && *g_strstrip (point->label) == '\0')
    daftar_set_text (&point->label, NULL);
  if (*point->value == '\0')
    return refuse (error, _("Enter the number or address, or remove this line."));
  switch (point->kind)
    {
    case DAFTAR_CONTACT_KIND_MOBILE:
    case DAFTAR_CONTACT_KIND_PHONE:
    case DAFTAR_CONTACT_KIND_WHATSAPP:
      return has_digits (point->value) || refuse (error, _("This is not a phone number: it has no digits."));
    case DAFTAR_CONTACT_KIND_EMAIL:
      return is_mail_address (point->value)
             || refuse (error, _("This is not an e-mail address. It looks like name@example.com."));
    case DAFTAR_CONTACT_KIND_ADDRESS:
      return TRUE;
    default:
      link = daftar_contact_link (point, DAFTAR_CONTACT_ACTION_OPEN, NULL);
      if (link == NULL || strpbrk (point->value, " \t\n") != NULL)
        return refuse (error, _("This is not an address of the web. It looks like example.com or @name."));
      return TRUE;
    }
}

/* Of each family (numbers, mail addresses, …) one is preferred. */
static int
family (DaftarContactPoint *point)
{
  return point->kind <= DAFTAR_CONTACT_KIND_WHATSAPP ? DAFTAR_CONTACT_KIND_MOBILE : (int) point->kind;
}

static gboolean
unprefer_others (DaftarTxn           *txn,
                 DaftarContactPoint  *point,
                 GPtrArray           *points,
                 GError             **error)
{
  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *other = g_ptr_array_index (points, i);

      if (DAFTAR_RECORD (other)->id == DAFTAR_RECORD (point)->id || !other->preferred
          || family (other) != family (point))
        continue;
      other->preferred = FALSE;
      if (!daftar_contact_point_store_save (txn, other, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_point (DaftarTxn           *txn,
            DaftarContactPoint  *point,
            GError             **error)
{
  g_autoptr (GPtrArray) points =
    daftar_contact_point_store_list (daftar_txn_reader (txn), point->customer_id, error);

  if (points == NULL || !daftar_contact_point_check (point, error))
    return FALSE;
  if (DAFTAR_RECORD (point)->id == 0 && points->len > 0)
    point->position = ((DaftarContactPoint *) g_ptr_array_index (points, points->len - 1))->position + 1;
  return (!point->preferred || unprefer_others (txn, point, points, error))
         && daftar_contact_point_store_save (txn, point, error);
}

/* --- Occasions and notes. -------------------------------------------------------------------------- */

static gboolean
save_occasion (DaftarTxn       *txn,
               DaftarOccasion  *occasion,
               GError         **error)
{
  int year, month, day;

  if (occasion->label != NULL && *g_strstrip (occasion->label) == '\0')
    daftar_set_text (&occasion->label, NULL);
  if (!daftar_occasion_get_date (occasion, &year, &month, &day))
    return refuse (error, _("Type a date, such as 15/01/1985."));
  if (occasion->kind == DAFTAR_OCCASION_KIND_OTHER && occasion->label == NULL)
    return refuse (error, _("Enter what the day is, such as “Opening of the branch”."));
  return daftar_occasion_store_save (txn, occasion, error);
}

static gboolean
save_note (DaftarTxn          *txn,
           DaftarInteraction  *note,
           gboolean            remove,
           GError            **error)
{
  if (remove)
    {
      note->deleted_at = daftar_txn_now (txn);
      note->pinned = FALSE;
    }
  return daftar_interaction_store_save (txn, note, error);
}

static gboolean
do_edit (DaftarTxn       *txn,
         DaftarPartEdit  *self,
         GError         **error)
{
  gint64 id = self->record->id;

  if (DAFTAR_IS_CONTACT_POINT (self->record))
    return self->remove ? daftar_contact_point_store_delete (txn, id, error)
                        : save_point (txn, DAFTAR_CONTACT_POINT (self->record), error);
  if (DAFTAR_IS_OCCASION (self->record))
    return self->remove ? daftar_occasion_store_delete (txn, id, error)
                        : save_occasion (txn, DAFTAR_OCCASION (self->record), error);
  return save_note (txn, DAFTAR_INTERACTION (self->record), self->remove, error);
}

static gint64
customer_of (gpointer record)
{
  if (DAFTAR_IS_CONTACT_POINT (record))
    return DAFTAR_CONTACT_POINT (record)->customer_id;
  if (DAFTAR_IS_OCCASION (record))
    return DAFTAR_OCCASION (record)->customer_id;
  return DAFTAR_INTERACTION (record)->customer_id;
}

/**
 * daftar_part_edit_write:
 * @txn: a handle
 * @edit: a #DaftarPartEdit
 * @error: return location for a sentence for the user
 *
 * Saves or removes one part of a customer's page. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the #DaftarCustomer
 */
gpointer
daftar_part_edit_write (DaftarTxn  *txn,
                        gpointer    edit,
                        GError    **error)
{
  DaftarPartEdit *self = edit;
  gint64 customer_id = customer_of (self->record);

  if (!do_edit (txn, self, error) || !daftar_customer_store_refresh (txn, customer_id, error))
    return NULL;
  return daftar_customer_store_get (daftar_txn_reader (txn), customer_id, error);
}
