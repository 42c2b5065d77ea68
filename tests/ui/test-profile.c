/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "daftar-custom-edit.h"
#include "daftar-customer-store.h"
#include "daftar-fact-edit.h"
#include "daftar-fact-row.h"
#include "daftar-interaction-store.h"
#include "daftar-note.h"
#include "daftar-part-edit.h"
#include "daftar-photo.h"
#include "daftar-profile-facts.h"
#include "daftar-profile-paper.h"
#include "daftar-profile-view.h"
#include "daftar-shop-store.h"
#include "daftar-test-shop.h"
#include "daftar-timeline-row.h"
#include "daftar-ui.h"

static gpointer
get_shop (DaftarReader  *reader,
          gpointer       request,
          GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

static DaftarUiContext *
make_context (TestShop *shop)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.daftarapp.Daftar");
  g_autoptr (DaftarShop) record = daftar_store_read (shop->store, get_shop, NULL, NULL);

  return daftar_ui_context_new (shop->store, settings, record);
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

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_type (GtkWidget *widget,
            GType      type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

static void
wait_until (gboolean (*question) (gpointer data),
            gpointer   data)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  while (!question (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* --- A page to work on. ---------------------------------------------------------------------------- */

typedef struct
{
  TestShop *shop;
  DaftarUiContext *ui;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *facts;
  gint64 id;
} Page;

static gboolean
is_shown (gpointer data)
{
  DaftarProfile *profile = daftar_profile_view_get_profile (DAFTAR_PROFILE_VIEW (((Page *) data)->view));

  return profile != NULL && DAFTAR_RECORD (profile->customer)->id == ((Page *) data)->id;
}

static void
page_open (Page *page,
           int   width)
{
  page->ui = make_context (page->shop);
  page->window = adw_window_new ();
  page->view = daftar_profile_view_new (page->ui);
  adw_window_set_content (ADW_WINDOW (page->window), page->view);
  gtk_window_set_default_size (GTK_WINDOW (page->window), width, 700);
  gtk_window_present (GTK_WINDOW (page->window));
  gtk_test_widget_wait_for_draw (page->window);
  daftar_profile_view_show (DAFTAR_PROFILE_VIEW (page->view), page->id);
  wait_until (is_shown, page);
  page->facts = find_type (page->view, DAFTAR_TYPE_PROFILE_FACTS);
}

static void
page_close (Page *page)
{
  gtk_window_destroy (GTK_WINDOW (page->window));
  /* What was asked for and not answered yet has gone with it. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (page->ui);
  test_shop_free (page->shop);
}

static void
edit (Page       *page,
      const char *key)
{
  g_assert_true (daftar_profile_facts_edit (DAFTAR_PROFILE_FACTS (page->facts), key));
}

static GtkWidget *
row_of (Page       *page,
        const char *key)
{
  g_autofree char *name = g_strconcat ("fact-", key, NULL);

  return find_named (page->facts, name);
}

static void
set_fact (Page       *page,
          const char *field,
          const char *before,
          const char *after)
{
  g_autoptr (DaftarFactEdit) change = daftar_fact_edit_new (page->id, field, before, after);
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarCustomer) saved =
    daftar_store_write (page->shop->store, "customer.edit", daftar_fact_edit_write, change, NULL, &error);

  g_assert_no_error (error);
}

/* --- In place, and somebody else at the same time. ------------------------------------------------- */

static gboolean
knows_jeddah (gpointer data)
{
  DaftarProfile *profile = daftar_profile_facts_get_profile (DAFTAR_PROFILE_FACTS (((Page *) data)->facts));

  return g_strcmp0 (profile->customer->city, "جدة") == 0;
}

static gboolean
has_error (gpointer data)
{
  GtkWidget *row = row_of (data, "city");
  GtkWidget *label = row != NULL ? find_named (row, "fact-error") : NULL;

  return label != NULL && gtk_widget_get_visible (label);
}

static gboolean
is_riyadh (gpointer data)
{
  Page *page = data;
  g_autoptr (DaftarCustomer) customer = test_shop_get_customer (page->shop, page->id);

  return g_strcmp0 (customer->city, "الرياض") == 0;
}

static void
test_conflict (void)
{
  Page page = { test_shop_new () };
  GtkWidget *entry;

  page.id = test_shop_add_customer (page.shop, "أمل الحداد", "0501234567");
  page_open (&page, 1000);
  g_assert_null (row_of (&page, "city"));
  edit (&page, "city");
  entry = find_type (row_of (&page, "city"), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "الرياض");
  /* Meanwhile, elsewhere: the entry stays, with what was typed. */
  set_fact (&page, "city", "", "جدة");
  wait_until (knows_jeddah, &page);
  g_assert_true (daftar_fact_row_is_editing (DAFTAR_FACT_ROW (row_of (&page, "city"))));
  g_signal_emit_by_name (entry, "activate");
  wait_until (has_error, &page);
  entry = find_type (row_of (&page, "city"), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "الرياض");
  /* Now one knows, and says it again. */
  g_signal_emit_by_name (entry, "activate");
  wait_until (is_riyadh, &page);
  page_close (&page);
}

static gboolean
has_city_row (gpointer data)
{
  GtkWidget *row = row_of (data, "city");

  return row != NULL && !daftar_fact_row_is_editing (DAFTAR_FACT_ROW (row));
}

/* Escape leaves it as it was. */
static void
test_cancel (void)
{
  Page page = { test_shop_new () };
  GtkWidget *entry;

  page.id = test_shop_add_customer (page.shop, "أمل الحداد", "0501234567");
  set_fact (&page, "city", "", "جدة");
  page_open (&page, 1000);
  edit (&page, "city");
  entry = find_type (row_of (&page, "city"), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "الرياض");
  daftar_fact_row_cancel (DAFTAR_FACT_ROW (row_of (&page, "city")));
  wait_until (has_city_row, &page);
  g_assert_false (is_riyadh (&page));
  page_close (&page);
}

/* Numbers and mail addresses are written from left to right in a form from right to left, at its start. */
static void
test_direction (void)
{
  Page page = { test_shop_new () };
  GtkWidget *value, *text, *kind;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page.id = test_shop_add_customer (page.shop, "أمل الحداد", "0501234567");
  page_open (&page, 1000);
  edit (&page, "point-new");
  value = find_named (row_of (&page, "point-new"), "point-value");
  kind = find_named (row_of (&page, "point-new"), "point-kind");
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (value)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), DAFTAR_CONTACT_KIND_MOBILE);
  g_assert_cmpint (gtk_widget_get_direction (text), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (gtk_editable_get_alignment (GTK_EDITABLE (text)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), DAFTAR_CONTACT_KIND_ADDRESS);
  g_assert_cmpint (gtk_widget_get_direction (text), ==, GTK_TEXT_DIR_RTL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  page_close (&page);
}

/* --- Long. ----------------------------------------------------------------------------------------- */

#define MANY 10000

#ifdef __SANITIZE_ADDRESS__
#define LONGEST_FRAME (5 * G_TIME_SPAN_SECOND)
#else
#define LONGEST_FRAME G_TIME_SPAN_SECOND
#endif

static gpointer
add_many (DaftarTxn  *txn,
          gpointer    id,
          GError    **error)
{
  for (int i = 0; i < MANY; i++)
    {
      g_autoptr (DaftarInteraction) entry = daftar_interaction_new ();

      entry->customer_id = *(gint64 *) id;
      entry->at = TEST_NOW - i * G_TIME_SPAN_MINUTE;
      entry->body = g_strdup_printf ("سأل عن الطلب رقم %d ووعدناه بالرد غدًا", i);
      if (!daftar_interaction_store_save (txn, entry, error))
        return NULL;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *list;
  GtkAdjustment *adjustment;
  gint64 last;
  gint64 longest;
} Scroll;

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Scroll *scroll = data;
  gint64 now = g_get_monotonic_time ();

  if (scroll->last != 0)
    scroll->longest = MAX (scroll->longest, now - scroll->last);
  scroll->last = now;
  gtk_adjustment_set_value (scroll->adjustment, gtk_adjustment_get_upper (scroll->adjustment));
  return G_SOURCE_CONTINUE;
}

static gboolean
has_all (gpointer data)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (((Scroll *) data)->list));

  return g_list_model_get_n_items (G_LIST_MODEL (model)) == MANY;
}

/* Ten thousand entries: they come as one scrolls, with as many widgets as for a hundred, and no frame is long. */
static void
test_long_timeline (void)
{
  Page page = { test_shop_new () };
  Scroll scroll = { NULL };
  guint id;

  page.id = test_shop_add_customer (page.shop, "أمل الحداد", "0501234567");
  daftar_store_write (page.shop->store, "note.add", add_many, &page.id, NULL, NULL);
  page_open (&page, 1000);
  scroll.list = find_named (page.view, "profile-timeline");
  scroll.adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (scroll.list, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (scroll.list)))), <,
                   300);
  id = gtk_widget_add_tick_callback (page.window, tick_cb, &scroll, NULL);
  wait_until (has_all, &scroll);
  gtk_widget_remove_tick_callback (page.window, id);
  g_test_message ("longest frame %" G_GINT64_FORMAT " ms, %u rows alive", scroll.longest / 1000,
                  count_type (scroll.list, DAFTAR_TYPE_TIMELINE_ROW));
  g_assert_cmpint (count_type (scroll.list, DAFTAR_TYPE_TIMELINE_ROW), <, 400);
  g_assert_cmpint (scroll.longest, <, LONGEST_FRAME);
  page_close (&page);
}

/* --- Pictures. ------------------------------------------------------------------------------------- */

static GBytes *
make_picture (int         width,
              int         height,
              const char *type)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x3070b0ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, type, NULL, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_photo (void)
{
  /* A header that promises 60,000 by 60,000 pixels, and nothing behind it. */
  static const guint8 bomb[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
                                 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 2, 0, 0, 0, 0x3f, 0x85, 0xee, 0xb5 };
  static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
  g_autoptr (GBytes) wide = make_picture (2000, 1000, "png");
  g_autoptr (GBytes) small = make_picture (40, 30, "jpeg");
  const struct
  {
    GBytes *bytes;
    int width; /* 0: refused */
    int height;
  } cases[] = {
    { wide, 512, 256 },
    { small, 40, 30 },
    { g_bytes_new_from_bytes (wide, 0, g_bytes_get_size (wide) / 2), 0, 0 },
    { g_bytes_new_static (bomb, sizeof bomb), 0, 0 },
    { g_bytes_new_static (svg, sizeof svg - 1), 0, 0 },
    { g_bytes_new_static ("no picture", 10), 0, 0 },
    { g_bytes_new_static ("", 0), 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) photo = daftar_photo_from_bytes (cases[i].bytes, &error);
      g_autoptr (GdkTexture) texture = NULL;

      g_test_message ("picture %u", i);
      g_assert_cmpint (photo != NULL, ==, cases[i].width > 0);
      g_assert_cmpint (error != NULL, ==, cases[i].width == 0);
      if (photo != NULL)
        {
          texture = gdk_texture_new_from_bytes (photo, NULL);
          g_assert_cmpint (gdk_texture_get_width (texture), ==, cases[i].width);
          g_assert_cmpint (gdk_texture_get_height (texture), ==, cases[i].height);
        }
      if (i > 1)
        g_bytes_unref (cases[i].bytes);
    }
}

/* --- Paper. ---------------------------------------------------------------------------------------- */

static gpointer
add_story (DaftarTxn  *txn,
           gpointer    id,
           GError    **error)
{
  static const char *const bodies[] = { "سأل عن غلاية كهربائية بسعة 1.7 لتر من طراز Bosch TWK8611P",
                                        "Asked whether the kettle comes with a warranty of two years.",
                                        "شكرنا على سرعة الرد، وطلب إرسال الفاتورة إلى amal@example.com" };

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (DaftarInteraction) entry = daftar_interaction_new ();

      entry->customer_id = *(gint64 *) id;
      entry->at = TEST_NOW - i * 7 * G_TIME_SPAN_HOUR;
      entry->kind = i % 2 == 0 ? DAFTAR_INTERACTION_KIND_CONTACT : DAFTAR_INTERACTION_KIND_NOTE;
      entry->channel = i % 2 == 0 ? DAFTAR_CHANNEL_WHATSAPP : DAFTAR_CHANNEL_NONE;
      entry->direction = i % 2 == 0 ? DAFTAR_CONTACT_DIRECTION_IN : DAFTAR_CONTACT_DIRECTION_NONE;
      entry->body = g_strdup (bodies[i % G_N_ELEMENTS (bodies)]);
      if (!daftar_interaction_store_save (txn, entry, error))
        return NULL;
    }
  return NULL;
}

static void
add_occasion (Page       *page,
              const char *day,
              gboolean    hijri)
{
  DaftarOccasion *occasion = daftar_occasion_new ();
  g_autoptr (DaftarPartEdit) part = daftar_part_edit_new (occasion, FALSE);
  g_autoptr (DaftarCustomer) saved = NULL;

  occasion->customer_id = page->id;
  occasion->hijri = hijri;
  occasion->day = g_strdup (day);
  saved = daftar_store_write (page->shop->store, "customer.edit", daftar_part_edit_write, part, NULL, NULL);
  g_assert_nonnull (saved);
}

static char *
text_of (const char *path)
{
  const char *command[] = { "pdftotext", "-layout", "-enc", "UTF-8", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                               &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

/* The words of a PDF as a reader finds them: the Arabic name in the order of its letters, on several pages. */
static void
test_paper (gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  Page page = { test_shop_new () };
  g_autoptr (DaftarProfile) profile = NULL;
  g_autoptr (DaftarProfilePaper) paper = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (page.shop->folder, "amal.pdf", NULL);
  g_autofree char *text = NULL;
  const char *pictures = g_getenv ("DAFTAR_PICTURES");

  gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  page.id = test_shop_add_customer (page.shop, "أمل خالد الحداد", "0501234567");
  set_fact (&page, "nickname", "", "أم فهد");
  set_fact (&page, "city", "", "الرياض");
  set_fact (&page, "note", "", "تفضل التوصيل بعد العصر، ولا تحب الاتصال وقت الصلاة.");
  add_occasion (&page, "1990-03-28", TRUE);
  daftar_store_write (page.shop->store, "note.add", add_story, &page.id, NULL, &error);
  g_assert_no_error (error);
  page.ui = make_context (page.shop);
  profile = daftar_store_read (page.shop->store, daftar_profile_read, &page.id, &error);
  g_assert_no_error (error);
  paper = daftar_profile_paper_new (page.ui, profile);
  pdf = daftar_profile_paper_to_pdf (paper, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daftar_profile_paper_layout (paper, 499, 746), >=, 2);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  if (pictures != NULL)
    {
      g_autofree char *kept = g_build_filename (pictures, rtl ? "paper-ar.pdf" : "paper-en.pdf", NULL);

      g_file_set_contents (kept, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
    }
  text = text_of (path);
  g_assert_nonnull (strstr (text, "أمل خالد الحداد"));
  g_assert_nonnull (strstr (text, "050 123 4567"));
  g_assert_nonnull (strstr (text, "الرياض"));
  g_assert_nonnull (strstr (text, "\f")); /* more than one page */
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_unref (page.ui);
  test_shop_free (page.shop);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  daftar_ui_init ();
  g_test_add_func ("/profile/conflict", test_conflict);
  g_test_add_func ("/profile/cancel", test_cancel);
  g_test_add_func ("/profile/direction", test_direction);
  g_test_add_func ("/profile/long-timeline", test_long_timeline);
  g_test_add_func ("/profile/photo", test_photo);
  g_test_add_data_func ("/profile/paper/left-to-right", GINT_TO_POINTER (FALSE), test_paper);
  g_test_add_data_func ("/profile/paper/right-to-left", GINT_TO_POINTER (TRUE), test_paper);
  return g_test_run ();
}
