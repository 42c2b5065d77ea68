/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-contact-rule.h"

#include <glib/gi18n-lib.h>

#include "daftar-error.h"

/* Looking at a map, a website or somebody's public page writes to nobody; a Telegram address opens the talk itself. */
static gboolean
reaches (DaftarContactPoint  *point,
         DaftarContactAction  action)
{
  switch (action)
    {
    case DAFTAR_CONTACT_ACTION_MAP:
      return FALSE;
    case DAFTAR_CONTACT_ACTION_OPEN:
      return point != NULL && point->kind == DAFTAR_CONTACT_KIND_TELEGRAM;
    default:
      return TRUE;
    }
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED, sentence);
  return FALSE;
}

/**
 * daftar_contact_rule_check:
 * @customer: whom
 * @point: (nullable): by which contact point; %NULL to ask about the customer alone
 * @action: what is about to be done
 * @purpose: of one's own accord, or as an answer
 * @error: return location for the reason, a sentence for the user
 *
 * Every action that reaches a customer asks this first. Who must not be contacted is not called and not written to,
 * and a number or address whose owner said no is left alone. What the customer asked for in a request that is still
 * open may be answered all the same, on any channel: they wait for it. Nobody in the bin is reached.
 *
 * Returns: whether it may be done
 */
gboolean
daftar_contact_rule_check (DaftarCustomer        *customer,
                           DaftarContactPoint    *point,
                           DaftarContactAction    action,
                           DaftarContactPurpose   purpose,
                           GError               **error)
{
  if (!reaches (point, action) || customer == NULL)
    return TRUE;
  if (customer->erased_at != 0 || customer->deleted_at != 0)
    return refuse (error, _("This customer was deleted."));
  if (purpose == DAFTAR_CONTACT_PURPOSE_ANSWER)
    return TRUE;
  if (customer->do_not_contact)
    return refuse (error, _("This customer does not want to be contacted."));
  if (point != NULL && point->consent == DAFTAR_CONSENT_REFUSED)
    return refuse (error, _("The customer does not want to be reached here."));
  return TRUE;
}

/* The preferred before the others, those that said no last, the order of the page otherwise. */
static int
rank (DaftarContactPoint *point)
{
  return (point->consent == DAFTAR_CONSENT_REFUSED ? 2 : 0) + (point->preferred ? 0 : 1);
}

static gboolean
is_better (DaftarContactPoint *point,
           DaftarContactPoint *best)
{
  return best == NULL || rank (point) < rank (best);
}

/**
 * daftar_contact_rule_link:
 * @customer: (nullable): whom
 * @points: (element-type DaftarContactPoint): how they are reached
 * @action: what is to be done
 * @purpose: of one's own accord, or as an answer
 * @text: (nullable): what is to be said
 * @error: return location for the reason, a sentence for the user
 *
 * Finds the best contact point for @action that may be used, and makes its address.
 *
 * Returns: (transfer full) (nullable): the address; %NULL with @error set if it may not be done, and without if there
 *   is no contact point for it
 */
char *
daftar_contact_rule_link (DaftarCustomer        *customer,
                          GPtrArray             *points,
                          DaftarContactAction    action,
                          DaftarContactPurpose   purpose,
                          const char            *text,
                          GError               **error)
{
  DaftarContactPoint *best = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);
      g_autofree char *link = daftar_contact_link (point, action, NULL);

      if (link != NULL && is_better (point, best))
        best = point;
    }
  if (best == NULL || !daftar_contact_rule_check (customer, best, action, purpose, error))
    return NULL;
  return daftar_contact_link (best, action, text);
}

/**
 * daftar_contact_rule_of_ticket:
 * @view: a ticket
 *
 * What is said in a ticket is an answer as long as it is open and the customer said something in it. A ticket that the
 * shop began itself, or one that is over, makes no answer of what is written to the customer.
 *
 * Returns: what writing to the customer from there is
 */
DaftarContactPurpose
daftar_contact_rule_of_ticket (DaftarTicketView *view)
{
  if (view->ticket->next_at == 0 || view->ticket->deleted_at != 0)
    return DAFTAR_CONTACT_PURPOSE_OUTREACH;
  for (guint i = 0; i < view->conversation->len; i++)
    {
      gpointer entry = g_ptr_array_index (view->conversation, i);

      if (DAFTAR_IS_TICKET_MESSAGE (entry)
          && DAFTAR_TICKET_MESSAGE (entry)->direction == DAFTAR_CONTACT_DIRECTION_IN)
        return DAFTAR_CONTACT_PURPOSE_ANSWER;
    }
  return DAFTAR_CONTACT_PURPOSE_OUTREACH;
}
