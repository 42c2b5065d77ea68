/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialogs of merging, the bin and the history, without a person. */
#include <adwaita.h>

#include "daftar-customer-edit.h"
#include "daftar-customer-store.h"
#include "daftar-form-dialog.h"
#include "daftar-list-dialog.h"
#include "daftar-people-dialogs.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-ui.h"

static gpointer
get_shop (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

typedef struct
{
  TestShop *shop;
  DaftarUiContext *ui;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.daftarapp.Daftar");
  g_autoptr (DaftarShop) record = NULL;

  self->shop = test_shop_new ();
  record = daftar_store_read (self->shop->store, get_shop, NULL, NULL);
  self->ui = daftar_ui_context_new (self->shop->store, settings, record);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), gtk_label_new ("Page"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 600);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->ui);
  test_shop_free (self->shop);
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The widget of that name in any window. */
static GtkWidget *
find (const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *found = find_named (window, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
wait_until (gboolean (*question) (gpointer data),
            gpointer   data)
{
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (!question (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
is_there (gpointer name)
{
  return find (name) != NULL;
}

static gboolean
is_gone (gpointer name)
{
  return find (name) == NULL;
}

typedef struct
{
  TestShop *shop;
  gint64 n;
} Count;

static gboolean
are_so_many (gpointer data)
{
  Count *count = data;

  return test_shop_count_customers (count->shop) == count->n;
}

/* --- Merging. --------------------------------------------------------------------------------------- */

static gint64
add (Fixture    *self,
     const char *name,
     const char *city)
{
  gint64 id = test_shop_add_customer (self->shop, name, "0501234567");
  g_autoptr (DaftarCustomer) customer = test_shop_get_customer (self->shop, id);
  g_autoptr (DaftarCustomerEdit) edit = NULL;
  g_autoptr (DaftarCustomer) saved = NULL;

  daftar_set_text (&customer->city, city);
  edit = daftar_customer_edit_new (g_steal_pointer (&customer), NULL);
  saved = daftar_store_write (self->shop->store, "customer.edit", daftar_customer_edit_write, edit, NULL, NULL);
  g_assert_nonnull (saved);
  return id;
}

static gboolean
is_active (const char *name)
{
  GtkWidget *button = find (name);

  g_assert_nonnull (button);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (button));
}

static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  gint64 ids[] = { add (self, "Amal", "Jeddah"), add (self, "Amal Haddad", "Riyadh"), add (self, "A. Haddad", NULL) };
  Count one = { self->shop, 1 };
  g_autoptr (DaftarCustomer) customer = NULL;

  daftar_merge_dialog_present (self->window, self->ui, ids, G_N_ELEMENTS (ids));
  wait_until (is_there, (gpointer) "merge-stays-0");
  g_assert_true (is_active ("merge-stays-0"));
  g_assert_true (is_active ("merge-city-0"));
  g_assert_true (is_active ("merge-name-0"));
  /* A name that was chosen stays so when somebody else stays; a city goes along. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find ("merge-name-2")), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find ("merge-stays-1")), TRUE);
  g_assert_true (is_active ("merge-city-1"));
  g_assert_true (is_active ("merge-name-2"));
  /* Who has no city keeps that of another. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find ("merge-stays-2")), TRUE);
  g_assert_true (is_active ("merge-city-0"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find ("merge-stays-1")), TRUE);
  g_signal_emit_by_name (find ("merge-dialog"), "save");
  wait_until (are_so_many, &one);
  wait_until (is_gone, (gpointer) "merge-dialog");
  customer = test_shop_get_customer (self->shop, ids[1]);
  g_assert_cmpstr (customer->name, ==, "A. Haddad");
  g_assert_cmpstr (customer->city, ==, "Riyadh");
}

/* What was deleted meanwhile is told in its place, and nothing is done. */
static void
test_merge_refused (Fixture       *self,
                    gconstpointer  data)
{
  gint64 ids[] = { add (self, "Amal", "Jeddah"), add (self, "Amal Haddad", "Riyadh") };
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (deleted, ids[1]);
  daftar_store_write (self->shop->store, "customer.delete", daftar_customer_delete_write, deleted, NULL, NULL);
  daftar_merge_dialog_present (self->window, self->ui, ids, G_N_ELEMENTS (ids));
  wait_until (is_there, (gpointer) "form-error");
  while (*gtk_label_get_label (GTK_LABEL (find ("form-error"))) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (find ("save")));
  gtk_window_destroy (GTK_WINDOW (find ("merge-dialog")));
}

/* --- The bin. --------------------------------------------------------------------------------------- */

static gboolean
has_row (gpointer name)
{
  GtkWidget *list = find (name);

  return list != NULL && gtk_widget_get_first_child (list) != NULL;
}

static gboolean
has_no_row (gpointer name)
{
  return !has_row (name);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_bin (Fixture       *self,
          gconstpointer  data)
{
  gint64 id = add (self, "Amal", "Jeddah");
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));
  Count one = { self->shop, 1 };

  g_array_append_val (deleted, id);
  daftar_store_write (self->shop->store, "customer.delete", daftar_customer_delete_write, deleted, NULL, NULL);
  daftar_bin_dialog_present (self->window, self->ui);
  wait_until (has_row, (gpointer) "bin-list");
  gtk_editable_set_text (GTK_EDITABLE (find ("bin-search")), "nobody");
  wait_until (has_no_row, (gpointer) "bin-list");
  gtk_editable_set_text (GTK_EDITABLE (find ("bin-search")), "050 123");
  wait_until (has_row, (gpointer) "bin-list");
  g_signal_emit_by_name (find_button (find ("bin-list"), "Restore"), "clicked");
  wait_until (are_so_many, &one);
  daftar_store_look (self->shop->store);
  wait_until (has_no_row, (gpointer) "bin-list");
  gtk_window_destroy (GTK_WINDOW (find ("bin-dialog")));
}

/* --- Erasing: not before the name is typed. --------------------------------------------------------- */

static void
test_erase (Fixture       *self,
            gconstpointer  data)
{
  gint64 id = add (self, "أمل الحدّاد", "Jeddah");
  Count none = { self->shop, 0 };
  GtkWidget *dialog;

  daftar_erase_dialog_present (self->window, self->ui, id, "أمل الحدّاد");
  dialog = GTK_WIDGET (gtk_widget_get_root (find ("erase-name")));
  g_assert_false (gtk_widget_get_sensitive (find ("save")));
  gtk_editable_set_text (GTK_EDITABLE (find ("erase-name")), "أمل");
  g_assert_false (gtk_widget_get_sensitive (find ("save")));
  gtk_editable_set_text (GTK_EDITABLE (find ("erase-name")), "امل الحداد");
  g_assert_true (gtk_widget_get_sensitive (find ("save")));
  g_signal_emit_by_name (dialog, "save");
  wait_until (are_so_many, &none);
  wait_until (is_gone, (gpointer) "erase-name");
}

/* --- The history. ----------------------------------------------------------------------------------- */

static GtkWidget *
find_undo (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Undo") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_undo (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  Fixture *fixture;
  gint64 id;
} Someone;

static gboolean
has_no_city (gpointer data)
{
  Someone *someone = data;
  g_autoptr (DaftarCustomer) customer = test_shop_get_customer (someone->fixture->shop, someone->id);

  return customer->city == NULL;
}

static void
test_history (Fixture       *self,
              gconstpointer  data)
{
  Someone someone = { self, add (self, "Amal", "Jeddah") };

  daftar_history_dialog_present (self->window, self->ui, someone.id, "Amal");
  wait_until (has_row, (gpointer) "history-list");
  g_signal_emit_by_name (find_undo (find ("history-list")), "clicked");
  wait_until (has_no_city, &someone);
  gtk_window_destroy (GTK_WINDOW (find ("history-dialog")));
}

/* --- Duplicates: closing stops the look. ------------------------------------------------------------- */

static void
test_duplicates (Fixture       *self,
                 gconstpointer  data)
{
  add (self, "Amal", "Jeddah");
  add (self, "Amal Haddad", "Riyadh");
  daftar_duplicates_dialog_present (self->window, self->ui);
  gtk_window_destroy (GTK_WINDOW (find ("duplicates-dialog")));
  daftar_duplicates_dialog_present (self->window, self->ui);
  wait_until (has_row, (gpointer) "duplicates-list");
  gtk_window_destroy (GTK_WINDOW (find ("duplicates-dialog")));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
#define ADD(name, func) g_test_add ("/people/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("merge", test_merge);
  ADD ("merge-refused", test_merge_refused);
  ADD ("bin", test_bin);
  ADD ("erase", test_erase);
  ADD ("history", test_history);
  ADD ("duplicates", test_duplicates);
  return g_test_run ();
}
