/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "sample-page.h"

#include "daftar-avatar.h"
#include "daftar-empty-state.h"
#include "daftar-pane.h"
#include "daftar-section.h"
#include "daftar-split.h"

/* A page with a list and a detail, as a page is built: for the tests of the window, and to look at the styles. */
struct _SamplePage
{
  GtkWidget parent_instance;

  const char *id;
  const char *title;
  const char *icon_name;
  GtkWidget *split;
  GtkWidget *search;
  char *opened;
  gboolean searched;
};

static void sample_page_page_init (DaftarPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SamplePage, sample_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_PAGE, sample_page_page_init))

static const char *
get_id (DaftarPage *page)
{
  return SAMPLE_PAGE (page)->id;
}

static const char *
get_title (DaftarPage *page)
{
  return SAMPLE_PAGE (page)->title;
}

static const char *
get_icon_name (DaftarPage *page)
{
  return SAMPLE_PAGE (page)->icon_name;
}

static gboolean
search (DaftarPage *page)
{
  SAMPLE_PAGE (page)->searched = TRUE;
  return gtk_widget_grab_focus (SAMPLE_PAGE (page)->search);
}

static gboolean
open_record (DaftarPage *page,
             const char *kind,
             gint64      id)
{
  SamplePage *self = SAMPLE_PAGE (page);

  if (!g_str_has_prefix (self->id, kind))
    return FALSE;
  g_free (self->opened);
  self->opened = g_strdup_printf ("%s %" G_GINT64_FORMAT, kind, id);
  daftar_split_show_detail (DAFTAR_SPLIT (self->split));
  return TRUE;
}

static gboolean
back (DaftarPage *page)
{
  return daftar_split_show_list (DAFTAR_SPLIT (SAMPLE_PAGE (page)->split));
}

static void
sample_page_page_init (DaftarPageInterface *iface)
{
  iface->get_id = get_id;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->search = search;
  iface->open = open_record;
  iface->back = back;
}

static GtkWidget *
make_row (const char *name,
          const char *second,
          const char *reason,
          const char *meaning)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = daftar_avatar_new (40);
  GtkWidget *first = gtk_label_new (name);
  GtkWidget *below = gtk_label_new (second);
  GtkWidget *end = gtk_label_new (reason);

  daftar_avatar_set_name (DAFTAR_AVATAR (avatar), name);
  gtk_widget_add_css_class (row, "daftar-row");
  gtk_widget_add_css_class (first, "daftar-medium");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_add_css_class (below, "daftar-second");
  gtk_widget_add_css_class (below, "daftar-numbers");
  gtk_widget_add_css_class (end, "daftar-reason");
  if (meaning)
    gtk_widget_add_css_class (end, meaning);
  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (row), avatar);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), end);
  return row;
}

static GtkWidget *
make_message (const char *text,
              const char *kind)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "daftar-message");
  if (kind)
    gtk_widget_add_css_class (label, kind);
  return label;
}

static GtkWidget *
make_list (SamplePage *self)
{
  GtkWidget *pane = daftar_pane_new (self->title);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->search = gtk_search_entry_new ();
  gtk_widget_set_name (self->search, "search");
  gtk_widget_set_margin_start (self->search, 12);
  gtk_widget_set_margin_end (self->search, 12);
  gtk_widget_set_margin_bottom (self->search, 6);
  gtk_widget_add_css_class (add, "suggested-action");
  daftar_pane_pack_end (DAFTAR_PANE (pane), add);
  daftar_pane_add_top (DAFTAR_PANE (pane), self->search);
  gtk_widget_add_css_class (list, "daftar-rows");
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_list_box_append (GTK_LIST_BOX (list), make_row ("أحمد الحداد", "\u2066+966 50 123 4567\u2069 · الرياض", "متأخرة يومين", "daftar-late"));
  gtk_list_box_append (GTK_LIST_BOX (list), make_row ("Amal Haddad", "+971 50 765 4321 · Dubai", "45 min left", "daftar-soon"));
  gtk_list_box_append (GTK_LIST_BOX (list), make_row ("نورة عبد الله السالم", "\u2066+965 9876 5432\u2069 · الكويت", "تمّت", "daftar-good"));
  gtk_list_box_append (GTK_LIST_BOX (list), make_row ("Noor Trading Co. for General Import and Export", "+962 7 9012 3456 · Amman", "birthday", NULL));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  daftar_pane_set_child (DAFTAR_PANE (pane), scroll);
  return pane;
}

static GtkWidget *
make_detail (SamplePage *self)
{
  GtkWidget *pane = daftar_pane_new ("Amal Haddad");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), daftar_section_new ("متأخرة", "daftar-late"));
  daftar_section_set_count (gtk_widget_get_first_child (box), 3);
  gtk_box_append (GTK_BOX (box), make_message ("السلام عليكم، متى يصل الطلب رقم 1024؟", NULL));
  gtk_box_append (GTK_BOX (box), make_message ("It leaves today and is with you tomorrow before noon.", "out"));
  gtk_box_append (GTK_BOX (box), make_message ("Note: she prefers evenings.", "note"));
  gtk_box_append (GTK_BOX (box), daftar_empty_state_new ("daftar-customers-symbolic", "No customers yet",
                                                         "Whoever you write down stands here.", "_Write it down", "win.note"));
  gtk_widget_add_css_class (pane, "daftar-surface");
  daftar_pane_set_child (DAFTAR_PANE (pane), box);
  return pane;
}

static void
sample_page_dispose (GObject *object)
{
  SamplePage *self = SAMPLE_PAGE (object);

  g_clear_pointer (&self->split, gtk_widget_unparent);
  g_clear_pointer (&self->opened, g_free);
  G_OBJECT_CLASS (sample_page_parent_class)->dispose (object);
}

static void
sample_page_class_init (SamplePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sample_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sample_page_init (SamplePage *self)
{
}

DaftarPage *
sample_page_new (const char *id,
                 const char *title,
                 const char *icon_name)
{
  SamplePage *self = g_object_new (SAMPLE_TYPE_PAGE, NULL);

  self->id = id;
  self->title = title;
  self->icon_name = icon_name;
  self->split = daftar_split_new (make_list (self), make_detail (self));
  gtk_widget_set_parent (self->split, GTK_WIDGET (self));
  return DAFTAR_PAGE (self);
}

const char *
sample_page_get_opened (SamplePage *self)
{
  return self->opened;
}

gboolean
sample_page_has_searched (SamplePage *self)
{
  return self->searched;
}
