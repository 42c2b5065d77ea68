/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-fact-edit.h"

#include <glib/gi18n-lib.h>

#include "daftar-bidi.h"
#include "daftar-customer-link-store.h"
#include "daftar-customer-store.h"
#include "daftar-error.h"

/* Longer is no word about a customer but a text: that belongs into a note. */
#define MAX_TEXT 4000

DaftarFactEdit *
daftar_fact_edit_new (gint64      customer_id,
                      const char *field,
                      const char *before,
                      const char *after)
{
  DaftarFactEdit *self = g_new0 (DaftarFactEdit, 1);

  self->customer_id = customer_id;
  self->field = g_strdup (field);
  self->before = g_strdup (before);
  self->after = g_strdup (after);
  return self;
}

void
daftar_fact_edit_free (DaftarFactEdit *self)
{
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* --- Who came by whom, who works where. ------------------------------------------------------------ */

static char *
names_between (GPtrArray *chain,
               guint      n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *name = daftar_bidi_isolate (((DaftarCustomer *) g_ptr_array_index (chain, i))->name);

      g_string_append_printf (names, "%s%s", i > 1 ? " · " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* chain: the other, who brought them, …; the customer stands at @at: that is the circle. */
static void
refuse_circle (DaftarCustomer  *customer,
               GPtrArray       *chain,
               guint            at,
               gboolean         referred,
               GError         **error)
{
  g_autofree char *name = daftar_bidi_isolate (customer->name);
  g_autofree char *other = daftar_bidi_isolate (((DaftarCustomer *) g_ptr_array_index (chain, 0))->name);
  g_autofree char *between = names_between (chain, at);

  if (!referred)
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                 /* Translators: both are businesses. */
                 _("%1$s can’t belong to %2$s, because %2$s belongs to %1$s."), name, other);
  else if (at == 1)
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                 /* Translators: %1$s and %2$s are customers; each appears twice. */
                 _("%1$s can’t be referred by %2$s, because %2$s was referred by %1$s."), name, other);
  else
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                 /* Translators: %1$s and %2$s are customers, %3$s is one or more between them. */
                 _("%1$s can’t be referred by %2$s, because %2$s was referred by %1$s through %3$s."), name, other,
                 between);
}

static gboolean
check_link (DaftarReader        *reader,
            DaftarCustomer      *customer,
            DaftarCustomerLink   link,
            gint64               other_id,
            GError             **error)
{
  gint64 id = DAFTAR_RECORD (customer)->id;
  g_autoptr (GPtrArray) chain = NULL;

  if (other_id == 0 || id == 0)
    return TRUE;
  if (other_id == id)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED,
                           link == DAFTAR_CUSTOMER_LINK_REFERRED ? _("Nobody is referred by themselves.")
                                                                 : _("A business can’t belong to itself."));
      return FALSE;
    }
  chain = daftar_customer_link_store_chain (reader, link, other_id, error);
  for (guint i = 0; chain != NULL && i < chain->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (chain, i))->id == id)
      {
        refuse_circle (customer, chain, i, link == DAFTAR_CUSTOMER_LINK_REFERRED, error);
        return FALSE;
      }
  return chain != NULL;
}

/**
 * daftar_fact_check_links:
 * @reader: a handle
 * @customer: a customer as it is about to be saved
 * @error: return location for a sentence for the user
 *
 * Nobody came by themselves or by somebody whom they brought, not even through others, and no business belongs to one
 * that belongs to it.
 *
 * Returns: whether both links of @customer are possible
 */
gboolean
daftar_fact_check_links (DaftarReader    *reader,
                         DaftarCustomer  *customer,
                         GError         **error)
{
  return check_link (reader, customer, DAFTAR_CUSTOMER_LINK_REFERRED, customer->referred_by, error)
         && check_link (reader, customer, DAFTAR_CUSTOMER_LINK_COMPANY, customer->company_id, error);
}

/* --- One fact. ------------------------------------------------------------------------------------- */

static const DaftarField *
find_field (DaftarCustomer *customer,
            const char     *name)
{
  return daftar_record_class_find (DAFTAR_RECORD_GET_CLASS (customer), name);
}

/**
 * daftar_fact_edit_get:
 * @customer: a customer
 * @field: the name of one of its fields
 *
 * Returns: (transfer full): what stands in it: "" for nothing, a number as its digits
 */
char *
daftar_fact_edit_get (DaftarCustomer *customer,
                      const char     *field)
{
  const DaftarField *found = find_field (customer, field);
  const char *text;

  g_return_val_if_fail (found != NULL, NULL);
  if (found->type == DAFTAR_FIELD_TEXT)
    {
      text = daftar_record_get_text (customer, found);
      return g_strdup (text != NULL ? text : "");
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, daftar_record_get_int (customer, found));
}

static gboolean
check_unchanged (DaftarFactEdit  *self,
                 DaftarCustomer  *customer,
                 GError         **error)
{
  g_autofree char *now = daftar_fact_edit_get (customer, self->field);
  const DaftarField *field = find_field (customer, self->field);
  const char *before = self->before != NULL ? self->before : field->type == DAFTAR_FIELD_TEXT ? "" : "0";
  g_autofree char *isolated = NULL;

  if (g_str_equal (now, before))
    return TRUE;
  isolated = daftar_bidi_isolate (now);
  if (field->type == DAFTAR_FIELD_TEXT && *now != '\0')
    g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT,
                 /* Translators: %s is what somebody else entered. */
                 _("Somebody else wrote “%s” here in the meantime. Save again to put yours in its place."), isolated);
  else
    g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT,
                         _("Somebody else changed this in the meantime. Save again to put yours in its place."));
  return FALSE;
}

static void
set_fact (DaftarFactEdit *self,
          DaftarCustomer *customer)
{
  const DaftarField *field = find_field (customer, self->field);
  g_autofree char *text = daftar_bidi_strip (self->after);

  g_strstrip (text);
  if (field->type == DAFTAR_FIELD_TEXT)
    daftar_record_set_text (customer, field, *text != '\0' ? text : NULL);
  else
    daftar_record_set_int (customer, field, g_ascii_strtoll (text, NULL, 10));
}

/* The name of the business a person belongs to stands in words too: for lists, search and export. */
static gboolean
follow_company (DaftarTxn       *txn,
                DaftarFactEdit  *self,
                DaftarCustomer  *customer,
                GError         **error)
{
  g_autoptr (DaftarCustomer) company = NULL;

  if (g_str_equal (self->field, "company"))
    customer->company_id = 0;
  if (!g_str_equal (self->field, "company_id") || customer->company_id == 0)
    return TRUE;
  company = daftar_customer_store_get (daftar_txn_reader (txn), customer->company_id, error);
  if (company == NULL)
    return FALSE;
  daftar_set_text (&customer->company, company->name);
  return TRUE;
}

/**
 * daftar_fact_edit_write:
 * @txn: a handle
 * @edit: a #DaftarFactEdit
 * @error: return location for a sentence for the user
 *
 * Changes one field and nothing else: what others changed on the customer meanwhile stays. Only if the same fact was
 * changed is it refused, with %DAFTAR_ERROR_CONFLICT. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the saved #DaftarCustomer
 */
gpointer
daftar_fact_edit_write (DaftarTxn  *txn,
                        gpointer    edit,
                        GError    **error)
{
  DaftarFactEdit *self = edit;
  g_autoptr (DaftarCustomer) customer =
    daftar_customer_store_get (daftar_txn_reader (txn), self->customer_id, error);

  if (customer == NULL)
    return NULL;
  g_return_val_if_fail (find_field (customer, self->field) != NULL, NULL);
  if (!check_unchanged (self, customer, error))
    return NULL;
  if (self->after != NULL && g_utf8_strlen (self->after, -1) > MAX_TEXT)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                           _("This is too long for one line about a customer. Write it as a note."));
      return NULL;
    }
  set_fact (self, customer);
  if (!follow_company (txn, self, customer, error)
      || !daftar_fact_check_links (daftar_txn_reader (txn), customer, error)
      || !daftar_customer_store_save (txn, customer, error))
    return NULL;
  return g_steal_pointer (&customer);
}
