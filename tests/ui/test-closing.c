/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window that is closed while the file is slow: what answers afterwards finds no widgets. Nothing is asserted but
 * that everything goes: the sanitizers and the fatal warnings of the libraries say the rest. */
#include <adwaita.h>

#include "daftar-board-store.h"
#include "daftar-boards-page.h"
#include "daftar-customer-dialog.h"
#include "daftar-customers-page.h"
#include "daftar-db.h"
#include "daftar-deal-dialog.h"
#include "daftar-deal-view.h"
#include "daftar-demo.h"
#include "daftar-find-dialog.h"
#include "daftar-follow-up-row.h"
#include "daftar-follow-ups-page.h"
#include "daftar-import-dialog.h"
#include "daftar-inbox-page.h"
#include "daftar-note-dialog.h"
#include "daftar-outcome-popover.h"
#include "daftar-page.h"
#include "daftar-pages.h"
#include "daftar-preferences.h"
#include "daftar-sale-dialog.h"
#include "daftar-shop-store.h"
#include "daftar-start-view.h"
#include "daftar-test-shop.h"
#include "daftar-ticket-dialogs.h"
#include "daftar-today-page.h"
#include "daftar-ui.h"

/* Long enough for the window to be gone before the first answer. */
#define SLOW_MS 60

typedef struct
{
  TestShop *shop;
  GSettings *settings;
  DaftarUiContext *ui;
  gint64 customer_id;
} Fixture;

static gpointer
get_shop (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  const DaftarDemo demo = { 40, 1, "ar" };
  g_autoptr (DaftarShop) record = NULL;
  g_autoptr (GError) error = NULL;

  fixture->shop = test_shop_new_empty ();
  daftar_demo_fill (fixture->shop->store, &demo, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->customer_id = 1;
  fixture->settings = g_settings_new ("io.github.daftarapp.Daftar");
  record = daftar_store_read (fixture->shop->store, get_shop, NULL, NULL);
  fixture->ui = daftar_ui_context_new (fixture->shop->store, fixture->settings, record);
  daftar_store_forbid_waiting (fixture->shop->store);
}

/* Everything that holds the context is gone when its last reference goes: then every answer has come. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  DaftarUiContext *ui = fixture->ui;

  daftar_db_set_step_delay (0);
  g_object_add_weak_pointer (G_OBJECT (ui), (gpointer *) &ui);
  g_object_unref (fixture->ui);
  while (ui != NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("something still holds the context: %u references", G_OBJECT (ui)->ref_count);
      g_main_context_iteration (NULL, FALSE);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->settings);
  test_shop_free (fixture->shop);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type,
           gboolean   mapped)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (!mapped || gtk_widget_get_mapped (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, mapped);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
iterate (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * (gint64) 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
show (GtkWidget *page)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 760);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
destroy_all (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = windows; l != NULL; l = l->next)
    {
      gtk_window_destroy (l->data);
      g_object_unref (l->data);
    }
}

/* --- Pages. ---------------------------------------------------------------------------------------- */

typedef GtkWidget *(*PageFunc) (DaftarUiContext *ui);

static const struct
{
  PageFunc make;
  const char *kind;
} pages[] = {
  { daftar_today_page_new, NULL },
  { daftar_customers_page_new, "customer" },
  { daftar_boards_page_new, "deal" },
  { daftar_inbox_page_new, "ticket" },
  { daftar_follow_ups_page_new, "followup" },
};

/* Closed at once, after the first queries began, and when the list is filled and a record is being read. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  unused)
{
  static const guint waits[] = { 0, 20, 150, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (waits); j++)
      {
        GtkWidget *page = pages[i].make (fixture->ui);
        GtkWidget *window = show (page);

        daftar_db_set_step_delay (SLOW_MS);
        daftar_page_shown (DAFTAR_PAGE (page));
        iterate (waits[j]);
        if (pages[i].kind != NULL)
          daftar_page_open (DAFTAR_PAGE (page), pages[i].kind, 1);
        if (j % 2 != 0)
          iterate (20);
        gtk_window_destroy (GTK_WINDOW (window));
      }
}

/* The whole window, with what stands around the pages. */
static void
test_window (Fixture       *fixture,
             gconstpointer  unused)
{
  static const guint waits[] = { 0, 30, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      DaftarWindow *window = daftar_window_new (NULL, fixture->settings);

      daftar_db_set_step_delay (SLOW_MS);
      daftar_pages_build (window, fixture->ui);
      gtk_window_present (GTK_WINDOW (window));
      iterate (waits[i]);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* What was begun on a page and is written when it is gone. */
static void
test_writes (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *page = daftar_boards_page_new (fixture->ui);
  GtkWidget *window = show (page);

  iterate (500);
  daftar_db_set_step_delay (SLOW_MS);
  gtk_widget_activate_action (page, "deal.move", "(xxx)", (gint64) 1, (gint64) 2, (gint64) 0);
  gtk_widget_activate_action (page, "deal.delete", "x", (gint64) 2);
  gtk_window_destroy (GTK_WINDOW (window));
  daftar_db_set_step_delay (0);

  page = daftar_inbox_page_new (fixture->ui);
  window = show (page);
  daftar_page_open (DAFTAR_PAGE (page), "ticket", 1);
  iterate (800);
  daftar_db_set_step_delay (SLOW_MS);
  gtk_widget_activate_action (page, "inbox.snooze", "s", "tomorrow");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- Windows over the window. ---------------------------------------------------------------------- */

static void
open_note (GtkWidget       *parent,
           DaftarUiContext *ui)
{
  daftar_note_dialog_present (parent, ui, 0, NULL);
}

static void
open_customer (GtkWidget       *parent,
               DaftarUiContext *ui)
{
  daftar_customer_dialog_present (parent, ui, NULL);
}

static void
open_ticket (GtkWidget       *parent,
             DaftarUiContext *ui)
{
  daftar_ticket_dialog_present (parent, ui, 0, NULL, NULL, NULL);
}

static void
open_solve (GtkWidget       *parent,
            DaftarUiContext *ui)
{
  daftar_ticket_solve_dialog_present (parent, ui, 1);
}

static void
open_lost (GtkWidget       *parent,
           DaftarUiContext *ui)
{
  daftar_lost_dialog_present (parent, ui, 1);
}

static void
open_preferences (GtkWidget       *parent,
                  DaftarUiContext *ui)
{
  daftar_preferences_present (GTK_WINDOW (gtk_widget_get_root (parent)), daftar_ui_context_get_settings (ui), ui);
}

static void (*const dialogs[]) (GtkWidget       *parent,
                                DaftarUiContext *ui) = {
  open_note, open_customer, open_ticket, open_solve, open_lost, daftar_find_dialog_present, open_preferences,
};

static void
type_into (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else if (GTK_IS_TEXT (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    type_into (child, text);
}

/* Something is typed that is looked for, it is saved, and everything is closed: the form first, or what it stands over. */
static void
test_dialogs (Fixture       *fixture,
              gconstpointer  unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    for (guint j = 0; j < 4; j++)
      {
        GtkWidget *page = GTK_WIDGET (daftar_window_new (NULL, fixture->settings));
        GtkWidget *window = page;
        g_autoptr (GList) windows = NULL;

        gtk_window_present (GTK_WINDOW (window));
        iterate (40);
        dialogs[i] (page, fixture->ui);
        iterate (60);
        daftar_db_set_step_delay (SLOW_MS);
        windows = gtk_window_list_toplevels ();
        for (GList *l = windows; l != NULL; l = l->next)
          if (l->data != window)
            {
              type_into (l->data, j % 2 ? "أحمد" : "0501234567");
              iterate (j < 2 ? 0 : 30);
              if (j % 2)
                gtk_widget_activate_action (l->data, "form.save", NULL);
            }
        if (j < 2)
          gtk_window_destroy (GTK_WINDOW (window));
        destroy_all ();
        daftar_db_set_step_delay (0);
      }
}

/* A file is looked at and checked while its window goes. */
static void
test_import (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->shop->folder, "people.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Name,Phone\n");
  static const guint waits[] = { 0, 5, 300 };

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "Person %u,05%08u\n", i, i);
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    for (guint n_steps = 0; n_steps < 3; n_steps++)
      {
        GtkWidget *page = gtk_label_new ("page");
        g_autoptr (GList) windows = NULL;

        show (page);
        daftar_import_dialog_present (page, fixture->ui, path);
        windows = gtk_window_list_toplevels ();
        for (guint step = 0; step < n_steps; step++)
          for (GList *l = windows; l != NULL; l = l->next)
            {
              GtkWidget *next;

              if (g_strcmp0 (gtk_widget_get_name (l->data), "import-dialog") != 0)
                continue;
              iterate (500);
              next = gtk_window_get_focus (l->data);
              if (GTK_IS_BUTTON (next))
                g_signal_emit_by_name (next, "clicked");
            }
        iterate (waits[i]);
        destroy_all ();
      }
}

/* The question how it went stands open as the row goes: with its window, or closed by itself just before. */
static void
never (GtkWidget            *page,
       gint64                id,
       DaftarFollowUpResult  result,
       const char           *outcome)
{
  g_assert_not_reached ();
}

static void
test_popover (Fixture       *fixture,
              gconstpointer  unused)
{
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = daftar_follow_up_row_new (fixture->ui);
      GtkWidget *check = daftar_follow_up_row_get_check (DAFTAR_FOLLOW_UP_ROW (row));
      GtkWidget *window = show (row);
      GtkWidget *popover;

      iterate (50);
      daftar_outcome_popover_ask (check, row, 1, never);
      iterate (50);
      popover = find_type (row, GTK_TYPE_POPOVER, TRUE);
      g_assert_nonnull (popover);
      if (i == 1)
        gtk_popover_popdown (GTK_POPOVER (popover));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* The first start, closed while the shop is being set up. */
static void
test_start (void)
{
  g_autoptr (TestShop) shop = test_shop_new_empty ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.daftarapp.Daftar");
  GtkWidget *view = daftar_start_view_new (shop->store, settings);
  GtkWidget *window = show (view);
  GtkWidget *gone = view;

  type_into (view, "نور");
  daftar_db_set_step_delay (SLOW_MS);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &gone);
  g_signal_emit_by_name (find_type (view, ADW_TYPE_ENTRY_ROW, FALSE), "entry-activated");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_nonnull (gone);
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
  daftar_db_set_step_delay (0);
}

/* A thread of the window's own is at work as the store is closed: it is told so. */
static gpointer
ask_thread (gpointer data)
{
  DaftarStore *store = data;
  g_autoptr (GError) error = NULL;

  while (error == NULL)
    {
      g_autoptr (DaftarShop) shop = daftar_store_read (store, get_shop, NULL, &error);
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return NULL;
}

static void
test_closed (void)
{
  g_autoptr (TestShop) shop = test_shop_new ();
  GThread *thread = g_thread_new ("asker", ask_thread, shop->store);

  iterate (50);
  daftar_store_close (shop->store);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
  g_test_add ("/closing/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/closing/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/closing/writes", Fixture, NULL, set_up, test_writes, tear_down);
  g_test_add ("/closing/dialogs", Fixture, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/closing/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/closing/popover", Fixture, NULL, set_up, test_popover, tear_down);
  g_test_add_func ("/closing/start", test_start);
  g_test_add_func ("/closing/store", test_closed);
  return g_test_run ();
}
