/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-demo-people.h"

#include "daftar-recurrence.h"

#define MINUTE G_GINT64_CONSTANT (60000000)
#define DAY (24 * 60 * MINUTE)

#define FIRST_TARGET (60 * MINUTE)
#define SOLVE_TARGET (8 * 60 * MINUTE)

static gint64
somebody (DaftarDemoPerson *person)
{
  return 1 + daftar_demo_random (person, person->maker->n_staff);
}

/* --- Deals. ---------------------------------------------------------------------------------------- */

/* The open ones of the sample shop, and after them those that were won or lost. */
#define N_OPEN 12
#define N_CLOSED 9

/* Places in a column, all of the same length: in the order in which the cards came. */
static char *
make_rank (gint64 number)
{
  static const char digits[] = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  char rank[7] = "";

  for (int i = 5; i >= 0; i--, number /= 61)
    rank[i] = digits[number % 61];
  return g_strdup (rank);
}

static void
add_visits (DaftarDemoPerson *person,
            DaftarDeal       *deal,
            int               stage)
{
  gint64 span = deal->entered_at - deal->created_at;

  for (int i = 0; i <= stage; i++)
    {
      DaftarStageVisit *visit = daftar_stage_visit_new ();

      visit->deal_id = DAFTAR_RECORD (deal)->id;
      visit->from_stage_id = i > 0 ? person->maker->stages[i - 1] : 0;
      visit->stage_id = person->maker->stages[i];
      visit->entered_at = stage > 0 ? deal->created_at + span * i / stage : deal->created_at;
      visit->left_at = i < stage ? deal->created_at + span * (i + 1) / stage : deal->closed_at;
      visit->staff_id = deal->staff_id;
      g_ptr_array_add (person->rows, visit);
    }
}

static void
close_deal (DaftarDemoPerson *person,
            DaftarDeal       *deal,
            gboolean          won)
{
  deal->closed_at = deal->activity_at = MIN (deal->entered_at + 2 * DAY, person->maker->now);
  deal->status = won ? DAFTAR_DEAL_STATUS_WON : DAFTAR_DEAL_STATUS_LOST;
  if (!won)
    deal->lost_reason = g_strdup (daftar_demo_pick (person, &daftar_demo_lost));
}

static DaftarFollowUp *
new_step (DaftarDemoPerson *person,
          int               days,
          int               minute)
{
  DaftarFollowUp *step = daftar_follow_up_new ();

  step->customer_id = person->index + 1;
  step->title = g_strdup (daftar_demo_pick (person, &daftar_demo_steps));
  step->due_day = daftar_date_add_days (person->maker->today, days);
  step->due_minute = minute;
  step->anchor_day = g_strdup (step->due_day);
  step->channel = daftar_demo_random (person, 2) != 0 ? DAFTAR_CHANNEL_PHONE : DAFTAR_CHANNEL_WHATSAPP;
  step->staff_id = somebody (person);
  step->created_at = MIN (person->maker->now, person->maker->midnight + (days - 5) * DAY);
  return step;
}

static void
add_deal (DaftarDemoPerson *person,
          gint64            number,
          gboolean          open)
{
  static const int ages[] = { 1, 3, 2, 12, 5, 0, 9, 4, 1, 2, 21, 6 };
  const DaftarDemoProduct *product = &daftar_demo_products[daftar_demo_random (person, daftar_demo_n_products)];
  DaftarDeal *deal = daftar_deal_new ();
  int stage = open ? number % DAFTAR_DEMO_STAGES : 3;
  int age = open ? ages[number % G_N_ELEMENTS (ages)] : 10 + (int) daftar_demo_random (person, 300);

  DAFTAR_RECORD (deal)->id = ++person->maker->n_deals;
  deal->customer_id = person->index + 1;
  deal->board_id = person->maker->board_id;
  deal->stage_id = person->maker->stages[stage];
  deal->rank = make_rank (person->maker->n_of_stage[stage]++);
  deal->title = g_strdup (daftar_demo_say (person->maker, &product->name));
  deal->value = product->price * 100 * (gint64) (daftar_demo_random (person, 5) == 0 ? 10 : 1);
  deal->currency = g_strdup ("SAR");
  deal->probability = -1;
  deal->staff_id = somebody (person);
  deal->entered_at = daftar_demo_ago (person, age);
  deal->created_at = MIN (deal->entered_at, daftar_demo_ago (person, age + 4 * stage + 1));
  deal->activity_at = deal->entered_at;
  if (open)
    deal->expected_day = daftar_date_add_days (person->maker->today, 5 + (int) daftar_demo_random (person, 30));
  else
    close_deal (person, deal, number % 3 != 0);
  g_ptr_array_add (person->rows, deal);
  add_visits (person, deal, stage);
  if (open && number % 3 != 2)
    {
      DaftarFollowUp *step = new_step (person, 1 + (int) daftar_demo_random (person, 8), -1);

      step->deal_id = DAFTAR_RECORD (deal)->id;
      g_ptr_array_add (person->rows, step);
    }
}

void
daftar_demo_add_deals (DaftarDemoPerson *person)
{
  gint64 n = person->maker->n_customers;

  if (person->maker->full)
    {
      if (person->index % 10 == 3)
        add_deal (person, person->index / 10, TRUE);
      else if (person->index % 20 == 7)
        add_deal (person, person->index / 20, FALSE);
      return;
    }
  for (gint64 i = 0; i < N_OPEN + N_CLOSED; i++)
    if ((i * 13 + 5) % n == person->index)
      add_deal (person, i, i < N_OPEN);
}

/* --- Follow-ups. ----------------------------------------------------------------------------------- */

/* When those of the sample shop are due, in days from today and minutes of the day. */
static const struct
{
  int days;
  int minute;
} due[] = {
  { -6, -1 }, { -3, 600 }, { -1, 1020 }, { -1, -1 }, { 0, 630 }, { 0, 780 }, { 0, -1 }, { 0, 1140 }, { 1, 600 },
  { 1, -1 },  { 2, 660 },  { 3, -1 },    { 4, 960 }, { 5, -1 },  { 6, 1080 }, { 9, -1 }, { 14, 600 }, { 30, -1 },
};

static void
finish_step (DaftarDemoPerson *person,
             DaftarFollowUp   *step)
{
  step->status = DAFTAR_FOLLOW_UP_STATUS_DONE;
  step->done_at = daftar_demo_ago (person, daftar_date_difference (step->due_day, person->maker->today));
  step->outcome = g_strdup (daftar_demo_pick (person, &daftar_demo_outcomes));
}

void
daftar_demo_add_follow_ups (DaftarDemoPerson *person)
{
  if (person->maker->full ? person->index % 5 == 1 : person->index % 4 == 1)
    {
      DaftarFollowUp *step = new_step (person, -2 - (int) daftar_demo_random (person, 200), -1);

      finish_step (person, step);
      g_ptr_array_add (person->rows, step);
    }
  if (person->maker->full && person->index % 10 == 6)
    g_ptr_array_add (person->rows, new_step (person, (int) daftar_demo_random (person, 90) - 5, -1));
  for (guint i = 0; !person->maker->full && i < G_N_ELEMENTS (due); i++)
    if ((gint64) (i * 11 + 3) % person->maker->n_customers == person->index)
      {
        DaftarFollowUp *step = new_step (person, due[i].days, due[i].minute);

        if (i % 6 == 3)
          {
            step->repeat_interval = 1;
            step->repeat_unit = DAFTAR_RECUR_MONTH;
          }
        g_ptr_array_add (person->rows, step);
      }
}

/* --- Tickets. -------------------------------------------------------------------------------------- */

/* The tickets of the sample shop: what it is about, how far it got, when the customer last wrote. */
typedef struct
{
  int subject;
  int n_messages;
  DaftarTicketStatus status;
  int minutes; /* ago, of the last message */
  int wait_days;
  gboolean assigned;
} TicketPlan;

static const TicketPlan plans[] = {
  { 0, 1, DAFTAR_TICKET_STATUS_NEW, 95, 0, FALSE },
  { 6, 3, DAFTAR_TICKET_STATUS_OPEN, 20, 0, TRUE },
  { 1, 1, DAFTAR_TICKET_STATUS_NEW, 12, 0, FALSE },
  { 3, 3, DAFTAR_TICKET_STATUS_OPEN, 150, 0, TRUE },
  { 8, 4, DAFTAR_TICKET_STATUS_OPEN, 40, 0, TRUE },
  { 2, 4, DAFTAR_TICKET_STATUS_WAITING_CUSTOMER, 26 * 60, 2, TRUE },
  { 10, 4, DAFTAR_TICKET_STATUS_WAITING_US, 20 * 60, 1, TRUE },
  { 11, 4, DAFTAR_TICKET_STATUS_WAITING_CUSTOMER, 5 * 60, 1, TRUE },
  { 5, 3, DAFTAR_TICKET_STATUS_OPEN, 55, 0, FALSE },
  { 4, 4, DAFTAR_TICKET_STATUS_WAITING_US, 30 * 60, 3, TRUE },
  { 7, 5, DAFTAR_TICKET_STATUS_SOLVED, 25 * 60, 0, TRUE },
  { 9, 5, DAFTAR_TICKET_STATUS_SOLVED, 3 * 1440, 0, TRUE },
  { 1, 5, DAFTAR_TICKET_STATUS_CLOSED, 40 * 1440, 0, TRUE },
  { 3, 5, DAFTAR_TICKET_STATUS_CLOSED, 90 * 1440, 0, TRUE },
  { 6, 5, DAFTAR_TICKET_STATUS_SOLVED, 10 * 1440, 0, TRUE },
};

static gboolean
is_open (const TicketPlan *plan)
{
  return plan->status < DAFTAR_TICKET_STATUS_SOLVED;
}

/* What is said in a ticket by its place: the conversation, then thanks on both sides. */
static const char *
say_message (DaftarDemoPerson       *person,
             const DaftarDemoTicket *about,
             int                     place)
{
  return daftar_demo_say (person->maker, place < DAFTAR_DEMO_MESSAGES ? &about->messages[place]
                                                                      : &daftar_demo_thanks[place % 2]);
}

/* The clocks, as the working hours have them (first answer, next answer, solution) and the moment at which
 * it must come back. */
static void
set_clocks (DaftarDemoPerson *person,
            DaftarTicket     *ticket,
            const TicketPlan *plan,
            gint64            last_in)
{
  DaftarHours *hours = person->maker->hours;

  ticket->first_due_at = daftar_hours_add (hours, ticket->created_at, FIRST_TARGET);
  ticket->solve_due_at = daftar_hours_add (hours, ticket->created_at, SOLVE_TARGET);
  if (!is_open (plan))
    return;
  if (plan->wait_days > 0)
    {
      ticket->wait_until = person->maker->midnight + plan->wait_days * DAY + 10 * 60 * MINUTE;
      ticket->next_at = ticket->wait_until;
      return;
    }
  ticket->next_due_at = daftar_hours_add (hours, last_in, FIRST_TARGET);
  ticket->next_at = MIN (ticket->next_due_at, ticket->solve_due_at);
  if (ticket->first_response_at == 0)
    ticket->next_at = MIN (ticket->next_at, ticket->first_due_at);
}

static void
add_message (DaftarDemoPerson *person,
             DaftarTicket     *ticket,
             const char       *body,
             gint64            at,
             int               kind,
             int               direction)
{
  DaftarTicketMessage *message = daftar_ticket_message_new ();

  message->ticket_id = DAFTAR_RECORD (ticket)->id;
  message->at = at;
  message->kind = kind;
  message->direction = direction;
  message->channel = kind == DAFTAR_MESSAGE_KIND_NOTE ? DAFTAR_CHANNEL_NONE : ticket->channel;
  message->body = g_strdup (body);
  if (direction != DAFTAR_CONTACT_DIRECTION_IN)
    message->staff_id = ticket->assignee_id != 0 ? ticket->assignee_id : somebody (person);
  if (direction != DAFTAR_CONTACT_DIRECTION_NONE)
    daftar_demo_contact (person, at);
  g_ptr_array_add (person->rows, message);
}

/* A message every quarter of an hour or so, the last one when the plan says. With @note, a colleague's word
 * stands in the middle. */
static gint64
add_conversation (DaftarDemoPerson       *person,
                  DaftarTicket           *ticket,
                  const DaftarDemoTicket *about,
                  const TicketPlan       *plan,
                  gboolean                note)
{
  gint64 at = ticket->created_at;
  gint64 last_in = at;
  int said = 0;

  for (int i = 0; i < plan->n_messages; i++, at += 14 * MINUTE)
    {
      gboolean in = said % 2 == 0;

      if (note && i == 2)
        {
          add_message (person, ticket, daftar_demo_say (person->maker, &daftar_demo_ticket_note), at,
                       DAFTAR_MESSAGE_KIND_NOTE, DAFTAR_CONTACT_DIRECTION_NONE);
          continue;
        }
      if (in)
        last_in = at;
      else if (ticket->first_response_at == 0)
        ticket->first_response_at = at;
      add_message (person, ticket, say_message (person, about, said), at, DAFTAR_MESSAGE_KIND_MESSAGE,
                   in ? DAFTAR_CONTACT_DIRECTION_IN : DAFTAR_CONTACT_DIRECTION_OUT);
      said++;
    }
  return last_in;
}

static void
add_ticket (DaftarDemoPerson *person,
            const TicketPlan *plan,
            gboolean          note)
{
  const DaftarDemoTicket *about = &daftar_demo_tickets[plan->subject];
  DaftarTicket *ticket = daftar_ticket_new ();
  gint64 last = person->maker->now - plan->minutes * MINUTE;
  gint64 last_in;

  DAFTAR_RECORD (ticket)->id = ++person->maker->n_tickets;
  ticket->number = 1000 + person->maker->n_tickets;
  ticket->customer_id = person->index + 1;
  ticket->subject = g_strdup (daftar_demo_say (person->maker, &about->subject));
  ticket->kind = about->kind;
  ticket->channel = about->channel;
  ticket->status = plan->status;
  ticket->priority = about->priority;
  ticket->mood = about->mood;
  ticket->assignee_id = plan->assigned ? somebody (person) : 0;
  ticket->created_at = last - (plan->n_messages - 1) * 14 * MINUTE;
  ticket->updated_at = last;
  g_ptr_array_add (person->rows, ticket);
  last_in = add_conversation (person, ticket, about, plan, note);
  set_clocks (person, ticket, plan, last_in);
  if (is_open (plan))
    return;
  ticket->solved_at = MIN (last + 10 * MINUTE, person->maker->now);
  ticket->mood = DAFTAR_MOOD_CALM;
  ticket->resolution = g_strdup (daftar_demo_say (person->maker, &about->resolution));
}

/* For measuring: of ten tickets one is new, with one message; two are solved, with seven; the rest have
 * five, so that it is five on average. Of twenty, one is open and one waits. */
static void
add_measured_ticket (DaftarDemoPerson *person)
{
  gint64 i = person->index;
  TicketPlan plan = { daftar_demo_random (person, daftar_demo_n_tickets), DAFTAR_DEMO_MESSAGES,
                      DAFTAR_TICKET_STATUS_CLOSED, 1440 + (int) daftar_demo_random (person, 700 * 1440), 0, TRUE };

  if (i % 10 == 0)
    plan = (TicketPlan) { plan.subject, 1, DAFTAR_TICKET_STATUS_NEW, (int) daftar_demo_random (person, 3 * 1440), 0, FALSE };
  else if (i % 10 <= 2)
    plan.n_messages = 7;
  else if (i % 20 == 8)
    {
      plan.status = DAFTAR_TICKET_STATUS_OPEN;
      plan.minutes = daftar_demo_random (person, 2 * 1440);
    }
  else if (i % 20 == 18)
    {
      plan.status = i % 40 == 18 ? DAFTAR_TICKET_STATUS_WAITING_CUSTOMER : DAFTAR_TICKET_STATUS_WAITING_US;
      plan.minutes = daftar_demo_random (person, 5 * 1440);
      plan.wait_days = 1 + (int) daftar_demo_random (person, 6);
    }
  add_ticket (person, &plan, plan.wait_days > 0);
}

void
daftar_demo_add_tickets (DaftarDemoPerson *person)
{
  if (person->maker->full)
    {
      add_measured_ticket (person);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if ((gint64) (i * 7 + 2) % person->maker->n_customers == person->index)
      add_ticket (person, &plans[i], i % 5 == 4);
}
