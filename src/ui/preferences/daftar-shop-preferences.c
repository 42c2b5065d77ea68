/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-shop-preferences.h"

#include "daftar-entry.h"
#include "daftar-shell-dialog.h"
#include "daftar-shop-edit.h"

#include <glib/gi18n.h>

#define WEEK 7

/* The page of the shop itself. It lives as data of the page. */
typedef struct
{
  DaftarUiContext *ui;
  AdwPreferencesPage *page; /* unowned: it owns this */
  DaftarShopEdit *now;      /* what stands in the file */
  GtkWidget *name;
  GtkWidget *first;
  GtkWidget *next;
  GtkWidget *solve;
  GtkWidget *days[WEEK + 1]; /* by ISO weekday */
} ShopPage;

static void
shop_page_free (gpointer data)
{
  ShopPage *self = data;

  g_clear_pointer (&self->now, daftar_shop_edit_free);
  g_object_unref (self->ui);
  g_free (self);
}

static void
say (ShopPage   *self,
     const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->page));

  if (root != NULL)
    daftar_shell_preferences_toast (GTK_WINDOW (root), text, NULL, NULL);
}

/* --- From the file to the rows. -------------------------------------------------------------------- */

static void
set_number (GtkWidget *row,
            gint64     minutes)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, minutes);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
fill (ShopPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name), self->now->shop->name);
  set_number (self->first, self->now->shop->first_target);
  set_number (self->next, self->now->shop->next_target);
  set_number (self->solve, self->now->shop->solve_target);
  for (int weekday = 1; weekday <= WEEK; weekday++)
    {
      g_autofree char *hours = daftar_shop_edit_format_spans (self->now->spans, weekday);

      gtk_editable_set_text (GTK_EDITABLE (self->days[weekday]), hours);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AdwPreferencesPage) page = data;
  ShopPage *self = g_object_get_data (G_OBJECT (page), "shop-page");
  DaftarShopEdit *now = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (now == NULL)
    return;
  g_clear_pointer (&self->now, daftar_shop_edit_free);
  self->now = now;
  if (gtk_widget_get_root (GTK_WIDGET (page)) != NULL)
    fill (self);
}

static void
load (ShopPage *self)
{
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_shop_edit_read, NULL, NULL,
                           (GDestroyNotify) daftar_shop_edit_free, NULL, loaded_cb, g_object_ref (self->page));
}

/* --- From the rows to the file. -------------------------------------------------------------------- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AdwPreferencesPage) page = data;
  ShopPage *self = g_object_get_data (G_OBJECT (page), "shop-page");
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarShop) shop = daftar_store_write_finish (DAFTAR_STORE (source), result, NULL, &error);

  say (self, shop != NULL ? _("Saved") : error->message);
  load (self);
}

static gint64
get_number (GtkWidget *row)
{
  gint64 minutes = 0;

  for (const char *p = gtk_editable_get_text (GTK_EDITABLE (row)); *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit < 0 || minutes > 100000)
        return 0;
      minutes = minutes * 10 + digit;
    }
  return minutes;
}

static GArray *
get_spans (ShopPage  *self,
           GError   **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (DaftarSpan));

  for (int weekday = 1; weekday <= WEEK; weekday++)
    if (!daftar_shop_edit_parse_spans (gtk_editable_get_text (GTK_EDITABLE (self->days[weekday])), weekday, spans,
                                       error))
      {
        gtk_widget_add_css_class (self->days[weekday], "error");
        return NULL;
      }
    else
      gtk_widget_remove_css_class (self->days[weekday], "error");
  return g_steal_pointer (&spans);
}

static gboolean
same_spans (GArray *a,
            GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (DaftarSpan)) == 0);
}

static void
apply_cb (ShopPage *self)
{
  g_autoptr (DaftarShop) shop = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GError) error = NULL;

  if (self->now == NULL)
    return;
  spans = get_spans (self, &error);
  if (spans == NULL)
    {
      say (self, error->message);
      return;
    }
  shop = daftar_record_copy (self->now->shop);
  daftar_set_text (&shop->name, gtk_editable_get_text (GTK_EDITABLE (self->name)));
  shop->first_target = get_number (self->first);
  shop->next_target = get_number (self->next);
  shop->solve_target = get_number (self->solve);
  /* Hours that didn't change keep the day from which they hold. */
  if (same_spans (spans, self->now->spans))
    g_clear_pointer (&spans, g_array_unref);
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "shop.edit", daftar_shop_edit_write,
                            daftar_shop_edit_new (g_steal_pointer (&shop), g_steal_pointer (&spans)),
                            (GDestroyNotify) daftar_shop_edit_free, g_object_unref, NULL, saved_cb,
                            g_object_ref (self->page));
}

/* --- Building. ------------------------------------------------------------------------------------- */

static GtkWidget *
add_row (ShopPage            *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *name)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_name (row, name);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (apply_cb), self);
  adw_preferences_group_add (group, row);
  return row;
}

static AdwPreferencesGroup *
add_group (ShopPage   *self,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

/* The week begins where the country's does. */
static void
add_days (ShopPage            *self,
          AdwPreferencesGroup *group)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  int first = daftar_format_get_first_weekday (format);

  for (int i = 0; i < WEEK; i++)
    {
      int weekday = (first - 1 + i) % WEEK + 1;
      g_autofree char *name = g_strdup_printf ("hours-%d", weekday);

      self->days[weekday] = add_row (self, group, daftar_format_weekday_name (format, weekday), name);
      daftar_entry_set_ltr (GTK_EDITABLE (self->days[weekday]));
    }
}

/**
 * daftar_shop_preferences_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the page of the shop: name, hours and targets
 */
AdwPreferencesPage *
daftar_shop_preferences_new (DaftarUiContext *ui)
{
  ShopPage *self = g_new0 (ShopPage, 1);
  AdwPreferencesGroup *group;

  self->ui = g_object_ref (ui);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  g_object_set_data_full (G_OBJECT (self->page), "shop-page", self, shop_page_free);
  adw_preferences_page_set_title (self->page, _("Shop"));
  adw_preferences_page_set_icon_name (self->page, "daftar-purchase-symbolic");
  group = add_group (self, _("Shop"), NULL);
  self->name = add_row (self, group, _("Name of the shop"), "shop-name");
  group = add_group (self, _("Working hours"),
                     _("The response clock stands still while the shop is closed. Leave a day empty if it is off."));
  add_days (self, group);
  group = add_group (self, _("Targets, in working minutes"), _("Every open ticket follows at once."));
  self->first = add_row (self, group, _("First answer"), "first-target");
  self->next = add_row (self, group, _("Each further answer"), "next-target");
  self->solve = add_row (self, group, _("Solution"), "solve-target");
  load (self);
  return self->page;
}
