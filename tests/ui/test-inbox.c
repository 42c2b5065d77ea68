/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "daftar-enums.h"
#include "daftar-inbox-page.h"
#include "daftar-page.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-ticket-change.h"
#include "daftar-ui.h"

#define MINUTES(n) ((gint64) (n) * G_TIME_SPAN_MINUTE)

static gpointer
get_shop (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

static DaftarUiContext *
make_context (TestShop  *shop,
              GSettings *settings)
{
  g_autoptr (DaftarShop) record = daftar_store_read (shop->store, get_shop, NULL, NULL);

  return daftar_ui_context_new (shop->store, settings, record);
}

static gint64
add_ticket (TestShop   *shop,
            const char *subject,
            const char *body)
{
  g_autoptr (DaftarTicketNew) new = daftar_ticket_new_new ();
  g_autoptr (DaftarTicket) ticket = NULL;
  g_autoptr (GError) error = NULL;

  new->new_name = g_strdup ("أمل الحداد");
  new->subject = g_strdup (subject);
  new->body = g_strdup (body);
  ticket = daftar_store_write (shop->store, "ticket.add", daftar_ticket_add, new, NULL, &error);
  g_assert_no_error (error);
  return DAFTAR_RECORD (ticket)->id;
}

/* The first mapped label below @widget that says @text. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
await_label (GtkWidget  *widget,
             const char *text,
             gboolean    there)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while ((find_label (widget, text) != NULL) != there)
    {
      if (g_get_monotonic_time () > end)
        g_error ("waited in vain for “%s” %s", text, there ? "to come" : "to go");
      g_main_context_iteration (NULL, FALSE);
    }
}

typedef struct
{
  TestShop *shop;
  GSettings *settings;
  DaftarUiContext *ui;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->shop = test_shop_new ();
  fixture->settings = g_settings_new ("io.github.daftarapp.Daftar");
  fixture->ui = make_context (fixture->shop, fixture->settings);
  fixture->window = adw_window_new ();
  fixture->page = daftar_inbox_page_new (fixture->ui);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (page != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->ui);
  g_clear_object (&fixture->settings);
  test_shop_free (fixture->shop);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n, late;

  await_label (fixture->page, "No tickets yet", TRUE);
  daftar_page_get_badge (DAFTAR_PAGE (fixture->page), &n, &late);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (daftar_page_open (DAFTAR_PAGE (fixture->page), "customer", 1));
}

/* Time passes: the words of the clock follow the tick, and the ticket moves into another section. */
static void
test_clock (Fixture       *fixture,
            gconstpointer  unused)
{
  guint n, late;

  add_ticket (fixture->shop, "Broken", "It leaks");
  await_label (fixture->page, "Within the hour", TRUE);
  await_label (fixture->page, "1 h left", TRUE);
  daftar_clock_advance (fixture->shop->clock, MINUTES (20));
  g_signal_emit_by_name (fixture->ui, "tick");
  await_label (fixture->page, "40 min left", TRUE);
  daftar_clock_advance (fixture->shop->clock, MINUTES (50));
  g_signal_emit_by_name (fixture->ui, "tick");
  await_label (fixture->page, "late by 10 min", TRUE);
  await_label (fixture->page, "Late", TRUE);
  await_label (fixture->page, "Within the hour", FALSE);
  /* The counts come with an answer of their own. */
  for (late = 0; late != 1; daftar_page_get_badge (DAFTAR_PAGE (fixture->page), &n, &late))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
}

/* What only repeats is folded, never cut; a paragraph begins at the side of its own language. */
static void
test_conversation (Fixture       *fixture,
                   gconstpointer  unused)
{
  gint64 id = add_ticket (fixture->shop, "Delivery", "When does it come?\nمتى يصل الطلب؟\n> Tomorrow\n> before noon\n");
  GtkWidget *text;

  g_assert_true (daftar_page_open (DAFTAR_PAGE (fixture->page), "ticket", id));
  await_label (fixture->page, "When does it come?", TRUE);
  text = find_label (fixture->page, "متى يصل الطلب؟");
  g_assert_nonnull (text);
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (text)), ==, 1);
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (find_label (fixture->page, "When does it come?"))), ==, 0);
  g_assert_null (find_label (fixture->page, "> Tomorrow\n> before noon\n"));
  text = gtk_widget_get_ancestor (find_label (fixture->page, "… earlier text"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (text), TRUE);
  await_label (fixture->page, "> Tomorrow\n> before noon\n", TRUE);
}

/* Actions change the ticket, are grey where they make no sense, and what is typed is kept per ticket. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 first = add_ticket (fixture->shop, "First", "one");
  gint64 second = add_ticket (fixture->shop, "Second", "two");
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *draft = NULL;

  daftar_page_open (DAFTAR_PAGE (fixture->page), "ticket", first);
  await_label (fixture->page, "one", TRUE);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_type (fixture->page, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, "not sent yet", -1);
  daftar_page_open (DAFTAR_PAGE (fixture->page), "ticket", second);
  await_label (fixture->page, "two", TRUE);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  daftar_page_open (DAFTAR_PAGE (fixture->page), "ticket", first);
  await_label (fixture->page, "one", TRUE);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  draft = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (draft, ==, "not sent yet");

  daftar_clock_advance (fixture->shop->clock, MINUTES (1));
  g_assert_true (gtk_widget_activate_action (fixture->page, "inbox.snooze", "s", "tomorrow"));
  await_label (fixture->page, daftar_enum_label (&daftar_enum_ticket_status, DAFTAR_TICKET_STATUS_WAITING_US), TRUE);
  gtk_widget_activate_action (fixture->page, "inbox.reopen", NULL);
  await_label (fixture->page, daftar_enum_label (&daftar_enum_ticket_status, DAFTAR_TICKET_STATUS_OPEN), TRUE);
  /* The customer has no number: the words are written down and nothing is opened. */
  gtk_widget_activate_action (fixture->page, "inbox.send", NULL);
  await_label (fixture->page, "not sent yet", TRUE);
  while (gtk_text_buffer_get_char_count (buffer) > 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
  g_test_add ("/inbox/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/inbox/clock", Fixture, NULL, set_up, test_clock, tear_down);
  g_test_add ("/inbox/conversation", Fixture, NULL, set_up, test_conversation, tear_down);
  g_test_add ("/inbox/actions", Fixture, NULL, set_up, test_actions, tear_down);
  return g_test_run ();
}
