/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <glib/gi18n.h>

#include "daftar-board-view.h"
#include "daftar-cli.h"
#include "daftar-customer-store.h"
#include "daftar-date.h"
#include "daftar-deal-action.h"
#include "daftar-error.h"
#include "daftar-money.h"

/* --- Boards. --------------------------------------------------------------------------------------- */

static DaftarBoardView *
open_board (DaftarCli  *cli,
            gint64      id,
            GError    **error)
{
  g_autoptr (DaftarBoardView) view = NULL;

  if (!daftar_cli_open (cli, error) || (view = daftar_store_read (cli->store, daftar_board_view_read, &id, error)) == NULL)
    return NULL;
  if (id == 0 || (view->board != NULL && DAFTAR_RECORD (view->board)->id == id))
    return g_steal_pointer (&view);
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("There is no such board; “board list” shows them all."));
  return NULL;
}

static int
board_list (DaftarCli  *cli,
            int         argc,
            char      **argv)
{
  g_autoptr (DaftarBoardView) view = NULL;
  g_autoptr (GError) error = NULL;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return DAFTAR_CLI_USAGE;
  if ((view = open_board (cli, 0, &error)) == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_cli_write_list (cli, NULL, view->boards);
  for (guint i = 0; !cli->json && i < view->boards->len; i++)
    {
      DaftarBoard *board = g_ptr_array_index (view->boards, i);

      daftar_cli_say ("%6lld  %s", (long long) DAFTAR_RECORD (board)->id, board->name);
    }
  return DAFTAR_CLI_DONE;
}

static int
board_show (DaftarCli  *cli,
            int         argc,
            char      **argv)
{
  g_autoptr (DaftarBoardView) view = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 0, 1) || (argc > 1 && !daftar_cli_get_id (argv[1], &id)))
    return DAFTAR_CLI_USAGE;
  if ((view = open_board (cli, id, &error)) == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    {
      daftar_json_writer_begin_object (cli->writer);
      daftar_cli_write_list (cli, "boards", view->boards);
      if (view->board != NULL)
        {
          daftar_json_writer_name (cli->writer, "board");
          daftar_cli_write_record (cli, view->board);
          daftar_cli_write_list (cli, "stages", view->stages);
        }
      daftar_json_writer_end_object (cli->writer);
    }
  for (guint i = 0; !cli->json && view->board != NULL && i < view->stages->len; i++)
    {
      DaftarStage *stage = g_ptr_array_index (view->stages, i);

      daftar_cli_say ("%6lld  %s: %lld", (long long) DAFTAR_RECORD (stage)->id, stage->name, (long long) stage->n_deals);
    }
  return DAFTAR_CLI_DONE;
}

static const DaftarCliCommand board_commands[] = {
  { "list", "", N_("All boards"), board_list },
  { "show", "[ID]", N_("The stages of a board; the first one without an ID"), board_show },
  { NULL }
};

int
daftar_cli_board (DaftarCli  *cli,
                  int         argc,
                  char      **argv)
{
  /* "board" alone shows the first one. */
  if (argc < 2 || g_str_equal (argv[1], "--json"))
    return board_show (cli, argc, argv);
  return daftar_cli_dispatch (cli, argv[0], board_commands, argc - 1, argv + 1);
}

/* --- Deals: telling. ------------------------------------------------------------------------------- */

static void
say_deal (DaftarDeal *deal)
{
  daftar_cli_say ("%6lld  %s  %s  %s", (long long) DAFTAR_RECORD (deal)->id, deal->title,
                  deal->stage_name != NULL ? deal->stage_name : "–", deal->customer_name != NULL ? deal->customer_name : "–");
}

static gpointer
deals_read (DaftarReader  *reader,
            gpointer       stage_id,
            GError       **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (DaftarStage) stage = daftar_stage_store_get (reader, *(gint64 *) stage_id, error);

  if (stage == NULL || (ids = daftar_deal_store_list_ids (reader, *(gint64 *) stage_id, -1, error)) == NULL)
    return NULL;
  return daftar_deal_store_get_rows (reader, (gint64 *) ids->data, ids->len, error);
}

static int
deal_list (DaftarCli  *cli,
           int         argc,
           char      **argv)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gint64 stage;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) || !daftar_cli_get_id (argv[1], &stage))
    return DAFTAR_CLI_USAGE;
  if (!daftar_cli_open (cli, &error) || (rows = daftar_store_read (cli->store, deals_read, &stage, &error)) == NULL)
    return daftar_cli_fail (error);
  if (cli->json)
    daftar_cli_write_list (cli, NULL, rows);
  for (guint i = 0; !cli->json && i < rows->len; i++)
    say_deal (g_ptr_array_index (rows, i));
  return DAFTAR_CLI_DONE;
}

static void
say_details (DaftarCli         *cli,
             DaftarDealDetails *details)
{
  DaftarDeal *deal = details->deal;
  g_autofree char *value = daftar_money_format (deal->value, deal->currency, cli->format);

  say_deal (deal);
  daftar_cli_say ("  %s  %s", value, daftar_enum_label (&daftar_enum_deal_status, deal->status));
  if (deal->note != NULL)
    daftar_cli_say ("  %s", deal->note);
  for (guint i = 0; i < details->visits->len; i++)
    {
      DaftarStageVisit *visit = g_ptr_array_index (details->visits, i);
      g_autofree char *at =
        daftar_format_moment (cli->format, visit->entered_at, daftar_clock_now (cli->clock), DAFTAR_MOMENT_EXACT);

      daftar_cli_say ("  %s  %s", at, visit->stage_name);
    }
  for (guint i = 0; i < details->follow_ups->len; i++)
    {
      DaftarFollowUp *step = g_ptr_array_index (details->follow_ups, i);

      daftar_cli_say ("  %s  %s  %s", step->due_day, step->title,
                      daftar_enum_label (&daftar_enum_follow_up_status, step->status));
    }
}

static int
tell_deal (DaftarCli *cli,
           gint64     id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarDealDetails) details = daftar_store_read (cli->store, daftar_deal_details_read, &id, &error);

  if (details == NULL)
    return daftar_cli_fail (error);
  if (!cli->json)
    {
      say_details (cli, details);
      return DAFTAR_CLI_DONE;
    }
  daftar_json_writer_begin_object (cli->writer);
  daftar_cli_write_members (cli, details->deal);
  daftar_cli_write_list (cli, "visits", details->visits);
  daftar_cli_write_list (cli, "followups", details->follow_ups);
  daftar_cli_write_list (cli, "purchases", details->purchases);
  daftar_cli_write_list (cli, "notes", details->notes);
  daftar_json_writer_end_object (cli->writer);
  return DAFTAR_CLI_DONE;
}

static int
deal_show (DaftarCli  *cli,
           int         argc,
           char      **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 1, 1) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  return daftar_cli_open (cli, &error) ? tell_deal (cli, id) : daftar_cli_fail (error);
}

/* --- Deals: adding and editing. -------------------------------------------------------------------- */

typedef struct
{
  char *title;
  gint64 customer_id;
  gint64 stage_id;
  char *value;
  char *currency;
  char *expected;
  char *note;
} Fields;

static void
fields_clear (Fields *fields)
{
  g_free (fields->title);
  g_free (fields->value);
  g_free (fields->currency);
  g_free (fields->expected);
  g_free (fields->note);
}

static gpointer
customer_read (DaftarReader  *reader,
               gpointer       id,
               GError       **error)
{
  return daftar_customer_store_get (reader, *(gint64 *) id, error);
}

/* What was given goes over what is there. */
static gboolean
fill_deal (DaftarCli   *cli,
           DaftarDeal  *deal,
           Fields      *fields,
           GError     **error)
{
  if (fields->title != NULL)
    daftar_set_text (&deal->title, fields->title);
  if (fields->note != NULL)
    daftar_set_text (&deal->note, *fields->note != '\0' ? fields->note : NULL);
  if (fields->expected != NULL)
    daftar_set_text (&deal->expected_day, *fields->expected != '\0' ? fields->expected : NULL);
  if (fields->currency != NULL)
    daftar_set_text (&deal->currency, fields->currency);
  else if (deal->currency == NULL)
    daftar_set_text (&deal->currency, cli->shop->currency);
  if (fields->value != NULL && !daftar_money_parse (fields->value, deal->currency, &deal->value, error))
    return FALSE;
  if (fields->customer_id != 0)
    {
      g_autoptr (DaftarCustomer) customer = daftar_store_read (cli->store, customer_read, &fields->customer_id, error);

      if (customer == NULL)
        return FALSE;
      deal->customer_id = fields->customer_id;
    }
  return TRUE;
}

/* A new deal stands in the stage that was named, else in the first one of the first board. */
static DaftarDeal *
make_deal (DaftarCli  *cli,
           Fields     *fields,
           GError    **error)
{
  g_autoptr (DaftarDeal) deal = daftar_deal_new ();
  g_autoptr (DaftarBoardView) view = NULL;
  gint64 board = 0;

  deal->probability = -1;
  deal->stage_id = fields->stage_id;
  if (deal->stage_id != 0)
    return g_steal_pointer (&deal);
  view = daftar_store_read (cli->store, daftar_board_view_read, &board, error);
  if (view == NULL)
    return NULL;
  if (view->board == NULL || view->stages->len == 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NOT_FOUND, _("There is no board to put the deal on yet."));
      return NULL;
    }
  deal->stage_id = DAFTAR_RECORD (view->stages->pdata[0])->id;
  return g_steal_pointer (&deal);
}

static int
save_deal (DaftarCli *cli,
           gint64     id,
           Fields    *fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarDealDetails) details = NULL;
  g_autoptr (DaftarDeal) deal = NULL;
  g_autoptr (DaftarDeal) saved = NULL;

  if (!daftar_cli_open (cli, &error)
      || (id != 0 && (details = daftar_store_read (cli->store, daftar_deal_details_read, &id, &error)) == NULL))
    return daftar_cli_fail (error);
  deal = details != NULL ? daftar_record_copy (details->deal) : make_deal (cli, fields, &error);
  if (deal != NULL && fill_deal (cli, deal, fields, &error))
    saved = daftar_store_write (cli->store, id != 0 ? "deal.edit" : "deal.add", daftar_deal_save_write, deal, NULL, &error);
  return saved != NULL ? tell_deal (cli, DAFTAR_RECORD (saved)->id) : daftar_cli_fail (error);
}

static int
add_or_edit (DaftarCli  *cli,
             int         argc,
             char      **argv,
             gboolean    edit)
{
  Fields fields = { 0 };
  gint64 id = 0;
  int year, month, day, status = DAFTAR_CLI_USAGE;
  /* The first one counts only for a new deal, the second one only for an old one. */
  const GOptionEntry entries[] = {
    edit ? (GOptionEntry) { "title", 0, 0, G_OPTION_ARG_STRING, &fields.title, N_("What it is about"), N_("TEXT") }
         : (GOptionEntry) { "stage", 0, 0, G_OPTION_ARG_INT64, &fields.stage_id, N_("Where it stands; the first stage without it"), N_("ID") },
    { "customer", 'c', 0, G_OPTION_ARG_INT64, &fields.customer_id, N_("Whose it is"), N_("ID") },
    { "value", 0, 0, G_OPTION_ARG_STRING, &fields.value, N_("What it is worth, such as 125.50"), N_("AMOUNT") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &fields.currency, N_("The currency, where it isn’t that of the shop"), N_("CODE") },
    { "expected", 0, 0, G_OPTION_ARG_STRING, &fields.expected, N_("When it will be bought"), N_("YYYY-MM-DD") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &fields.note, N_("A note"), N_("TEXT") },
    { NULL }
  };

  if (daftar_cli_parse (cli, entries, &argc, &argv, 1, 1) && (!edit || daftar_cli_get_id (argv[1], &id)))
    {
      if (!edit)
        fields.title = g_strdup (argv[1]);
      if (fields.expected != NULL && *fields.expected != '\0' && !daftar_date_parse_iso (fields.expected, &year, &month, &day))
        daftar_cli_wrong (_("Write the day as YYYY-MM-DD."));
      else
        status = save_deal (cli, id, &fields);
    }
  fields_clear (&fields);
  return status;
}

static int
deal_add (DaftarCli  *cli,
          int         argc,
          char      **argv)
{
  return add_or_edit (cli, argc, argv, FALSE);
}

static int
deal_edit (DaftarCli  *cli,
           int         argc,
           char      **argv)
{
  return add_or_edit (cli, argc, argv, TRUE);
}

/* --- Deals: moving and ending. --------------------------------------------------------------------- */

static int
deal_move (DaftarCli  *cli,
           int         argc,
           char      **argv)
{
  g_autoptr (DaftarDealMoved) moved = NULL;
  g_autoptr (GError) error = NULL;
  DaftarDealMove move = { 0 };

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, 2, 2) || !daftar_cli_get_id (argv[1], &move.deal_id)
      || !daftar_cli_get_id (argv[2], &move.stage_id))
    return DAFTAR_CLI_USAGE;
  if (daftar_cli_open (cli, &error))
    moved = daftar_store_write (cli->store, "deal.move", daftar_deal_move_write, &move, NULL, &error);
  return moved != NULL ? tell_deal (cli, move.deal_id) : daftar_cli_fail (error);
}

static int
end_deal (DaftarCli        *cli,
          int               argc,
          char            **argv,
          DaftarDealStatus  status)
{
  gboolean lost = status == DAFTAR_DEAL_STATUS_LOST;
  g_autoptr (DaftarDealClose) request = NULL;
  g_autoptr (DaftarDeal) deal = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!daftar_cli_parse (cli, NULL, &argc, &argv, lost ? 2 : 1, lost ? 2 : 1) || !daftar_cli_get_id (argv[1], &id))
    return DAFTAR_CLI_USAGE;
  request = daftar_deal_close_new (id, status, lost ? argv[2] : NULL);
  if (daftar_cli_open (cli, &error))
    deal = daftar_store_write (cli->store, lost ? "deal.lost" : "deal.won", daftar_deal_close_write, request, NULL, &error);
  return deal != NULL ? tell_deal (cli, id) : daftar_cli_fail (error);
}

static int
deal_won (DaftarCli  *cli,
          int         argc,
          char      **argv)
{
  return end_deal (cli, argc, argv, DAFTAR_DEAL_STATUS_WON);
}

static int
deal_lost (DaftarCli  *cli,
           int         argc,
           char      **argv)
{
  return end_deal (cli, argc, argv, DAFTAR_DEAL_STATUS_LOST);
}

static const DaftarCliCommand deal_commands[] = {
  { "list", N_("STAGE"), N_("The open deals of a stage"), deal_list },
  { "show", N_("ID"), N_("All about a deal"), deal_show },
  { "add", N_("TITLE"), N_("A new deal"), deal_add },
  { "edit", N_("ID"), N_("Change a deal"), deal_edit },
  { "move", N_("DEAL STAGE"), N_("Move a deal to another stage"), deal_move },
  { "won", N_("ID"), N_("The deal was won"), deal_won },
  { "lost", N_("ID REASON"), N_("The deal was lost, and why"), deal_lost },
  { NULL }
};

int
daftar_cli_deal (DaftarCli  *cli,
                 int         argc,
                 char      **argv)
{
  return daftar_cli_dispatch (cli, argv[0], deal_commands, argc - 1, argv + 1);
}
