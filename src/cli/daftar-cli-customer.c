/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>
#include <string.h>

#include "daftar-cli-people.h"
#include "daftar-customer-edit.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-store.h"
#include "daftar-find.h"
#include "daftar-profile.h"

/* --- find --- */

static const struct
{
  const char *nick;
  DaftarKind kind;
} kinds[] = {
  { "customer", DAFTAR_KIND_CUSTOMER },
  { "ticket", DAFTAR_KIND_TICKET },
  { "deal", DAFTAR_KIND_DEAL },
};

static gboolean
read_kind (const char *nick,
           DaftarKind *kind)
{
  *kind = DAFTAR_KIND_ANY;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (nick, kinds[i].nick) == 0)
      *kind = kinds[i].kind;
  return nick == NULL || *kind != DAFTAR_KIND_ANY;
}

static const char *
kind_nick (DaftarKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].nick;
  return "";
}

static void
tell_hit (DaftarCli *cli,
          DaftarHit *hit)
{
  if (!cli->json)
    {
      /* By what, unless that is plain to see. */
      g_autofree char *by = hit->found_by > DAFTAR_MATCH_NAME
                              ? g_strconcat (daftar_enum_label (&daftar_enum_match, hit->found_by), ": ", NULL)
                              : g_strdup ("");

      daftar_cli_say ("%-9s %6lld  %s%s%s%s%s%s", kind_nick (hit->kind), (long long) hit->id, hit->title,
                      hit->subtitle != NULL ? " · " : "", hit->subtitle != NULL ? hit->subtitle : "",
                      hit->matched != NULL ? " · " : "", by, hit->matched != NULL ? hit->matched : "");
      return;
    }
  daftar_json_writer_begin_object (cli->writer);
  daftar_json_writer_member_string (cli->writer, "kind", kind_nick (hit->kind));
  daftar_cli_write_id (cli, "id", hit->id);
  daftar_json_writer_member_string (cli->writer, "title", hit->title);
  daftar_json_writer_member_string (cli->writer, "subtitle", hit->subtitle);
  daftar_json_writer_member_string (cli->writer, "matched", hit->matched);
  if (hit->kind == DAFTAR_KIND_CUSTOMER)
    daftar_json_writer_member_string (cli->writer, "found_by", daftar_enum_nick (&daftar_enum_match, hit->found_by));
  daftar_json_writer_end_object (cli->writer);
}

static int
find_and_tell (DaftarCli  *cli,
               const char *text,
               DaftarKind  kind,
               int         limit)
{
  DaftarFindRequest *request = daftar_find_request_new (text, kind, limit);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (daftar_cli_open (cli, &error))
    hits = daftar_store_read (cli->store, daftar_find_read, request, &error);
  daftar_find_request_free (request);
  if (hits == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_json_writer_begin_array (cli->writer);
  for (guint i = 0; i < hits->len; i++)
    tell_hit (cli, g_ptr_array_index (hits, i));
  if (cli->json)
    daftar_json_writer_end_array (cli->writer);
  return DAFTAR_CLI_DONE;
}

int
daftar_cli_find (DaftarCli  *cli,
                 int         argc,
                 char      **argv)
{
  g_autofree char *kind_name = NULL;
  int limit = 20;
  DaftarKind kind;
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind_name, N_("Only customer, ticket or deal"), N_("KIND") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("How many at most"), "N" },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 1, 1))
    return DAFTAR_CLI_USAGE;
  if (!read_kind (kind_name, &kind))
    return daftar_cli_wrong (_("What is looked for is a customer, a ticket or a deal."));
  return find_and_tell (cli, argv[1], kind, MAX (limit, 1));
}

/* --- customer --- */

typedef struct
{
  DaftarCustomerOrder order;
  int limit;
} ListRequest;

static gpointer
list_read (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  ListRequest *list = request;
  g_autoptr (GArray) ids = daftar_customer_store_list_ids (reader, list->order, list->limit, error);

  return ids != NULL ? daftar_customer_store_get_rows (reader, (gint64 *) ids->data, ids->len, error) : NULL;
}

static int
list_customers (DaftarCli  *cli,
                int         argc,
                char      **argv)
{
  ListRequest request = { DAFTAR_CUSTOMER_ORDER_NAME, 50 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean recent = FALSE, deleted = FALSE;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &request.limit, N_("How many at most"), "N" },
    { "recent", 'r', 0, G_OPTION_ARG_NONE, &recent, N_("By the last contact instead of the name"), NULL },
    { "deleted", 'd', 0, G_OPTION_ARG_NONE, &deleted, N_("Those in the bin, the last deleted first"), NULL },
    { NULL }
  };

  if (!daftar_cli_parse (cli, entries, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  if (deleted)
    return daftar_cli_customer_list_deleted (cli, request.limit);
  request.order = recent ? DAFTAR_CUSTOMER_ORDER_CONTACT : DAFTAR_CUSTOMER_ORDER_NAME;
  if (!daftar_cli_open (cli, &error) || (rows = daftar_store_read (cli->store, list_read, &request, &error)) == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_cli_write_list (cli, NULL, rows);
  for (guint i = 0; !cli->json && i < rows->len; i++)
    {
      DaftarCustomer *row = g_ptr_array_index (rows, i);

      daftar_cli_say ("%6lld  %s  %s  %s", (long long) DAFTAR_RECORD (row)->id, row->name,
                      row->phone != NULL ? row->phone : "–", row->city != NULL ? row->city : "");
    }
  return DAFTAR_CLI_DONE;
}

static void
say_profile (DaftarCli     *cli,
             DaftarProfile *profile)
{
  daftar_cli_say ("%lld  %s", (long long) DAFTAR_RECORD (profile->customer)->id, profile->customer->name);
  for (guint i = 0; i < profile->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (profile->points, i);

      daftar_cli_say ("  %s: %s", daftar_enum_label (&daftar_enum_contact_kind, point->kind), point->value);
    }
  if (profile->customer->note != NULL)
    daftar_cli_say ("  %s", profile->customer->note);
  for (guint i = 0; i < profile->follow_ups->len; i++)
    {
      DaftarFollowUp *step = g_ptr_array_index (profile->follow_ups, i);

      daftar_cli_say ("  %s  %s", step->due_day, step->title);
    }
  for (guint i = 0; i < profile->tickets->len; i++)
    {
      DaftarTicket *ticket = g_ptr_array_index (profile->tickets, i);

      daftar_cli_say ("  #%lld  %s (%s)", (long long) ticket->number, ticket->subject,
                      daftar_enum_label (&daftar_enum_ticket_status, ticket->status));
    }
  for (guint i = 0; i < profile->deals->len; i++)
    {
      DaftarDeal *deal = g_ptr_array_index (profile->deals, i);

      daftar_cli_say ("  %s · %s", deal->title, deal->stage_name);
    }
  for (guint i = 0; i < profile->timeline->len; i++)
    {
      DaftarInteraction *entry = g_ptr_array_index (profile->timeline, i);
      g_autofree char *at = daftar_format_moment (cli->format, entry->at, daftar_clock_now (cli->clock), DAFTAR_MOMENT_EXACT);

      daftar_cli_say ("  %s  %s  %s", at, daftar_enum_label (&daftar_enum_interaction_kind, entry->kind),
                      entry->body != NULL ? entry->body : entry->title != NULL ? entry->title : "");
    }
}

/**
 * daftar_cli_tell_customer:
 * @cli: a call with an open shop
 * @id: a customer; that of a merged one leads to whom it is now
 *
 * Returns: how the program ends
 */
int
daftar_cli_tell_customer (DaftarCli *cli,
                          gint64     id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarProfile) profile = daftar_store_read (cli->store, daftar_profile_read, &id, &error);

  if (profile == NULL)
    return daftar_cli_fail (error);
  if (!cli->json)
    {
      say_profile (cli, profile);
      return DAFTAR_CLI_DONE;
    }
  daftar_json_writer_begin_object (cli->writer);
  daftar_cli_write_members (cli, profile->customer);
  daftar_cli_write_list (cli, "contact_points", profile->points);
  daftar_cli_write_list (cli, "occasions", profile->occasions);
  daftar_cli_write_list (cli, "followups", profile->follow_ups);
  daftar_cli_write_list (cli, "tickets", profile->tickets);
  daftar_cli_write_list (cli, "deals", profile->deals);
  daftar_cli_write_list (cli, "purchases", profile->purchases);
  daftar_cli_write_list (cli, "timeline", profile->timeline);
  daftar_json_writer_end_object (cli->writer);
  return DAFTAR_CLI_DONE;
}

static int
show_customer (DaftarCli  *cli,
               int         argc,
               char      **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  return daftar_cli_open (cli, &error) ? daftar_cli_tell_customer (cli, id) : daftar_cli_fail (error);
}

static void
add_point (GPtrArray         *points,
           DaftarContactKind  kind,
           char             **values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      DaftarContactPoint *point = daftar_contact_point_new ();

      point->kind = kind;
      point->value = g_strdup (values[i]);
      g_ptr_array_add (points, point);
    }
}

typedef struct
{
  char *name;
  char *company;
  char *city;
  char *note;
  char **phones;
  char **emails;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->name);
  g_free (fields->company);
  g_free (fields->city);
  g_free (fields->note);
  g_strfreev (fields->phones);
  g_strfreev (fields->emails);
}

/* Writes what was given over what is there; numbers and addresses come behind those that are there. */
static int
save_customer (DaftarCli *cli,
               gint64     id,
               Fields    *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarProfile) profile = NULL;
  g_autoptr (DaftarCustomerEdit) edit = NULL;
  g_autoptr (DaftarCustomer) customer = NULL;
  g_autoptr (DaftarCustomer) saved = NULL;
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);

  if (!daftar_cli_open (cli, &error))
    return daftar_cli_fail (error);
  if (id != 0 && (profile = daftar_store_read (cli->store, daftar_profile_read, &id, &error)) == NULL)
    return daftar_cli_fail (error);
  customer = profile != NULL ? daftar_record_copy (profile->customer) : daftar_customer_new ();
  for (guint i = 0; profile != NULL && i < profile->points->len; i++)
    g_ptr_array_add (points, daftar_record_copy (g_ptr_array_index (profile->points, i)));
  if (fields->name != NULL)
    daftar_set_text (&customer->name, fields->name);
  if (fields->company != NULL)
    daftar_set_text (&customer->company, fields->company);
  if (fields->city != NULL)
    daftar_set_text (&customer->city, fields->city);
  if (fields->note != NULL)
    daftar_set_text (&customer->note, fields->note);
  add_point (points, DAFTAR_CONTACT_KIND_MOBILE, fields->phones);
  add_point (points, DAFTAR_CONTACT_KIND_EMAIL, fields->emails);
  edit = daftar_customer_edit_new (g_steal_pointer (&customer), g_steal_pointer (&points));
  saved = daftar_store_write (cli->store, id != 0 ? "customer.edit" : "customer.add", daftar_customer_edit_write, edit,
                              NULL, &error);
  return saved != NULL ? daftar_cli_tell_customer (cli, DAFTAR_RECORD (saved)->id) : daftar_cli_fail (error);
}

static int
add_or_edit (DaftarCli  *cli,
             int         argc,
             char      **argv,
             gboolean    edit)
{
  Fields fields = { 0 };
  gint64 id = 0;
  int status = DAFTAR_CLI_USAGE;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &fields.name, N_("The name"), N_("NAME") },
    { "phone", 0, 0, G_OPTION_ARG_STRING_ARRAY, &fields.phones, N_("A number, also several"), N_("NUMBER") },
    { "email", 0, 0, G_OPTION_ARG_STRING_ARRAY, &fields.emails, N_("An e-mail address, also several"), N_("ADDRESS") },
    { "company", 0, 0, G_OPTION_ARG_STRING, &fields.company, N_("The company"), N_("NAME") },
    { "city", 0, 0, G_OPTION_ARG_STRING, &fields.city, N_("The city"), N_("NAME") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &fields.note, N_("A pinned note"), N_("TEXT") },
    { NULL }
  };

  if (daftar_cli_parse (cli, entries, &argc, &argv, edit ? 1 : 0, 1)
      && (!edit || daftar_cli_get_id (argv[1], &id)))
    {
      if (!edit && fields.name == NULL && argc > 1)
        fields.name = g_strdup (argv[1]);
      status = save_customer (cli, id, &fields);
    }
  fields_clear (&fields);
  return status;
}

static int
add_customer (DaftarCli  *cli,
              int         argc,
              char      **argv)
{
  return add_or_edit (cli, argc, argv, FALSE);
}

static int
edit_customer (DaftarCli  *cli,
               int         argc,
               char      **argv)
{
  return add_or_edit (cli, argc, argv, TRUE);
}

static gpointer
restore_write (DaftarTxn  *txn,
               gpointer    id,
               GError    **error)
{
  return GINT_TO_POINTER (daftar_customer_store_restore (txn, *(gint64 *) id, error));
}

static int
delete_or_restore (DaftarCli   *cli,
                   int          argc,
                   char       **argv,
                   gboolean     restore)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 id, operation = 0;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  g_array_append_val (ids, id);
  if (!daftar_cli_open (cli, &error))
    return daftar_cli_fail (error);
  daftar_store_write (cli->store, restore ? "customer.restore" : "customer.delete",
                      restore ? restore_write : daftar_customer_delete_write, restore ? (gpointer) &id : ids, &operation,
                      &error);
  if (error != NULL)
    return daftar_cli_fail (error);
  return daftar_cli_tell_customer (cli, id);
}

static int
delete_customer (DaftarCli  *cli,
                 int         argc,
                 char      **argv)
{
  return delete_or_restore (cli, argc, argv, FALSE);
}

static int
restore_customer (DaftarCli  *cli,
                  int         argc,
                  char      **argv)
{
  return delete_or_restore (cli, argc, argv, TRUE);
}

static const DaftarCliCommand commands[] = {
  { "list", "", N_("Customers by name"), list_customers },
  { "show", N_("ID"), N_("All about a customer"), show_customer },
  { "add", N_("NAME"), N_("A new customer"), add_customer },
  { "edit", N_("ID"), N_("Change a customer"), edit_customer },
  { "delete", N_("ID"), N_("Put a customer into the bin"), delete_customer },
  { "restore", N_("ID"), N_("Take a customer out of the bin"), restore_customer },
  { "erase", N_("ID…"), N_("Erase customers for good: nothing brings them back"), daftar_cli_customer_erase },
  { "duplicates", "", N_("Who may be there twice, the likeliest first"), daftar_cli_customer_duplicates },
  { "distinct", N_("ID ID"), N_("Remember that two who look alike are different people"), daftar_cli_customer_distinct },
  { "merge", N_("ID ID…"), N_("Make one customer of several: the first one stays"), daftar_cli_customer_merge },
  { "unmerge", N_("ID|OPERATION"), N_("Take back the last merge of a customer"), daftar_cli_customer_unmerge },
  { NULL }
};

int
daftar_cli_customer (DaftarCli  *cli,
                     int         argc,
                     char      **argv)
{
  return daftar_cli_dispatch (cli, argv[0], commands, argc - 1, argv + 1);
}
