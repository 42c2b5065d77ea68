/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * daftar_history_read:
 * @reader: a handle
 * @request: a #DaftarHistoryRequest
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable) (element-type DaftarOperation): what was done, the newest first
 */
gpointer
daftar_history_read (DaftarReader  *reader,
                     gpointer       request,
                     GError       **error)
{
  DaftarHistoryRequest *wanted = request;

  return daftar_operation_store_list (reader, wanted->customer_id, wanted->limit, error);
}

/* Exact kinds first; those that end in a dot are for what is newer than this table. */
static const struct
{
  const char *kind;
  const char *label;
} labels[] = {
  { "customer.add", NC_ ("history", "Customer added") },
  { "customer.edit", NC_ ("history", "Customer changed") },
  { "customer.delete", NC_ ("history", "Customer deleted") },
  { "customer.restore", NC_ ("history", "Taken out of the bin") },
  { "customer.erase", NC_ ("history", "A customer erased for good") },
  { "customer.merge", NC_ ("history", "Customers merged") },
  { "customer.distinct", NC_ ("history", "Marked as different people") },
  { "customer.tag", NC_ ("history", "Tags changed") },
  { "customer.", NC_ ("history", "Customer changed") },
  { "note.add", NC_ ("history", "Written down") },
  { "note.", NC_ ("history", "Note changed") },
  { "ticket.add", NC_ ("history", "Ticket opened") },
  { "ticket.message", NC_ ("history", "Message on a ticket") },
  { "ticket.reply", NC_ ("history", "Message on a ticket") },
  { "ticket.note", NC_ ("history", "Note on a ticket") },
  { "ticket.solve", NC_ ("history", "Ticket solved") },
  { "ticket.merge", NC_ ("history", "Tickets merged") },
  { "ticket.assign", NC_ ("history", "Ticket assigned") },
  { "ticket.status", NC_ ("history", "Status of a ticket changed") },
  { "ticket.priority", NC_ ("history", "Priority of a ticket changed") },
  { "ticket.mood", NC_ ("history", "Mood of a ticket changed") },
  { "ticket.", NC_ ("history", "Ticket changed") },
  { "deal.add", NC_ ("history", "Deal added") },
  { "deal.move", NC_ ("history", "Deal moved to another stage") },
  { "deal.won", NC_ ("history", "Deal won") },
  { "deal.lost", NC_ ("history", "Deal lost") },
  { "deal.delete", NC_ ("history", "Deal deleted") },
  { "deal.", NC_ ("history", "Deal changed") },
  { "purchase.add", NC_ ("history", "Purchase written down") },
  { "purchase.", NC_ ("history", "Purchase changed") },
  { "follow-up.add", NC_ ("history", "Follow-up planned") },
  { "follow-up.done", NC_ ("history", "Follow-up done") },
  { "follow-up.skip", NC_ ("history", "Follow-up skipped") },
  { "follow-up.snooze", NC_ ("history", "Follow-up snoozed") },
  { "follow-up.delete", NC_ ("history", "Follow-up deleted") },
  { "follow-up.", NC_ ("history", "Follow-up changed") },
  { "import.undo", NC_ ("history", "Import taken back") },
  { "import", NC_ ("history", "Changed by an import") },
  { "shop.", NC_ ("history", "Shop changed") },
  { "undo", NC_ ("history", "Taken back") },
};

/**
 * daftar_history_label:
 * @kind: of an operation, "customer.add"
 *
 * Returns: (transfer none): what was done, in words, translated
 */
const char *
daftar_history_label (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].kind, kind)
        || (g_str_has_suffix (labels[i].kind, ".") && g_str_has_prefix (kind, labels[i].kind)))
      return g_dpgettext2 (GETTEXT_PACKAGE, "history", labels[i].label);
  return C_ ("history", "Something was changed");
}

/**
 * daftar_history_can_undo:
 * @operation: what was done
 *
 * Returns: whether it can be taken back from the history: it stands, and it has no way of its own to be taken back
 */
gboolean
daftar_history_can_undo (const DaftarOperation *operation)
{
  return operation->undone_by == 0 && !g_str_has_prefix (operation->kind, "import")
         && !g_str_has_prefix (operation->kind, "shop.") && !g_str_equal (operation->kind, "customer.erase");
}

/**
 * daftar_history_kind_label:
 * @kind: a kind of row
 *
 * Returns: (transfer none): it in a word, translated
 */
const char *
daftar_history_kind_label (DaftarKind kind)
{
  switch (kind)
    {
    case DAFTAR_KIND_CUSTOMER:
      return C_ ("record", "Customer");
    case DAFTAR_KIND_CONTACT_POINT:
      return C_ ("record", "Way to reach them");
    case DAFTAR_KIND_INTERACTION:
      return C_ ("record", "Note");
    case DAFTAR_KIND_OCCASION:
      return C_ ("record", "Occasion");
    case DAFTAR_KIND_DEAL:
      return C_ ("record", "Deal");
    case DAFTAR_KIND_STAGE_VISIT:
      return C_ ("record", "Stage of a deal");
    case DAFTAR_KIND_PURCHASE:
    case DAFTAR_KIND_PURCHASE_ITEM:
      return C_ ("record", "Purchase");
    case DAFTAR_KIND_TICKET:
      return C_ ("record", "Ticket");
    case DAFTAR_KIND_TICKET_MESSAGE:
      return C_ ("record", "Message");
    case DAFTAR_KIND_FOLLOW_UP:
      return C_ ("record", "Follow-up");
    case DAFTAR_KIND_CUSTOM_FIELD:
    case DAFTAR_KIND_CUSTOM_VALUE:
      return C_ ("record", "Own field");
    case DAFTAR_KIND_DISTINCT_PAIR:
      return C_ ("record", "Different people");
    default:
      return C_ ("record", "Something else");
    }
}

static const struct
{
  const char *column;
  const char *label;
} columns[] = {
  { "name", NC_ ("field", "name") },
  { "given", NC_ ("field", "given name") },
  { "family", NC_ ("field", "family name") },
  { "nickname", NC_ ("field", "kunya") },
  { "honorific", NC_ ("field", "title") },
  { "company", NC_ ("field", "company") },
  { "company_id", NC_ ("field", "company") },
  { "city", NC_ ("field", "city") },
  { "language", NC_ ("field", "language") },
  { "source", NC_ ("field", "source") },
  { "note", NC_ ("field", "note") },
  { "tags", NC_ ("field", "tags") },
  { "do_not_contact", NC_ ("field", "do not contact") },
  { "preferred_channel", NC_ ("field", "preferred channel") },
  { "contact_time", NC_ ("field", "time to call") },
  { "referred_by", NC_ ("field", "referred by") },
  { "photo_id", NC_ ("field", "picture") },
  { "deleted_at", NC_ ("field", "deleted") },
  { "merged_into", NC_ ("field", "merge") },
  { "customer_id", NC_ ("field", "customer") },
  { "value", NC_ ("field", "value") },
  { "label", NC_ ("field", "label") },
  { "preferred", NC_ ("field", "preferred") },
  { "consent", NC_ ("field", "consent") },
  { "kind", NC_ ("field", "kind") },
  { "title", NC_ ("field", "title of it") },
  { "subject", NC_ ("field", "subject") },
  { "body", NC_ ("field", "text") },
  { "text", NC_ ("field", "text") },
  { "number", NC_ ("field", "number") },
  { "status", NC_ ("field", "status") },
  { "priority", NC_ ("field", "priority") },
  { "mood", NC_ ("field", "mood") },
  { "assignee_id", NC_ ("field", "assigned to") },
  { "stage_id", NC_ ("field", "stage") },
  { "amount", NC_ ("field", "amount") },
  { "day", NC_ ("field", "day") },
  { "due_day", NC_ ("field", "day") },
  { "due_minute", NC_ ("field", "time") },
  { "pinned", NC_ ("field", "pinned") },
};

/**
 * daftar_history_field_label:
 * @column: of a table
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
daftar_history_field_label (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].column, column))
      return g_dpgettext2 (GETTEXT_PACKAGE, "field", columns[i].label);
  return C_ ("field", "other details");
}
