/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-find-dialog.h"

#include "daftar-bidi.h"
#include "daftar-find.h"
#include "daftar-text.h"
#include "daftar-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_HITS 8
#define WIDTH 520
#define HEIGHT 440

/* What Ctrl+K can also do, besides finding records. */
static const struct
{
  const char *label;
  const char *icon;
  const char *action;
} actions[] = {
  { N_("Write something down"), "daftar-note-symbolic", "win.note" },
  { N_("Go to Today"), "daftar-today-symbolic", "win.page::today" },
  { N_("Go to Customers"), "daftar-customers-symbolic", "win.page::customers" },
  { N_("Go to Boards"), "daftar-boards-symbolic", "win.page::boards" },
  { N_("Go to Inbox"), "daftar-inbox-symbolic", "win.page::inbox" },
  { N_("Go to Follow-ups"), "daftar-followups-symbolic", "win.page::followups" },
  { N_("Import customers"), "daftar-customers-symbolic", "app.import" },
  { N_("Preferences"), "emblem-system-symbolic", "app.preferences" },
};

/* Jump to anything. It lives as data of its window. */
typedef struct
{
  DaftarUiContext *ui;
  GtkWidget *window;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *scroller;
  GtkWidget *nothing;
  GCancellable *cancellable;
  gboolean closed; /* its widgets are gone, though an answer may still hold the window */
} Finder;

static void
finder_free (gpointer data)
{
  Finder *self = data;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_unref (self->ui);
  g_free (self);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static const char *
kind_word (DaftarKind kind)
{
  switch (kind)
    {
    case DAFTAR_KIND_TICKET:
      return "ticket";
    case DAFTAR_KIND_DEAL:
      return "deal";
    default:
      return "customer";
    }
}

static const char *
kind_icon (DaftarKind kind)
{
  switch (kind)
    {
    case DAFTAR_KIND_TICKET:
      return "daftar-inbox-symbolic";
    case DAFTAR_KIND_DEAL:
      return "daftar-boards-symbolic";
    default:
      return "daftar-customers-symbolic";
    }
}

static GtkWidget *
make_row (const char *icon,
          const char *title,
          const char *second,
          const char *end)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon);
  if (second != NULL && *second != '\0')
    {
      g_autofree char *subtitle = g_markup_escape_text (second, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
    }
  if (end != NULL)
    {
      g_autofree char *isolated = daftar_bidi_isolate (end);
      GtkWidget *label = gtk_label_new (isolated);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "daftar-numbers");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
add_hit (Finder    *self,
         DaftarHit *hit)
{
  /* Numbers and addresses; a town or a tag is a word like any other. */
  gboolean number = hit->kind == DAFTAR_KIND_TICKET
                    || (hit->kind == DAFTAR_KIND_CUSTOMER && hit->matched != NULL
                        && hit->found_by <= DAFTAR_MATCH_EMAIL && hit->found_by != DAFTAR_MATCH_NICKNAME);
  g_autofree char *end = number ? daftar_bidi_ltr (hit->matched) : g_strdup (hit->matched);
  GtkWidget *row = make_row (kind_icon (hit->kind), hit->title, hit->subtitle, end);

  g_object_set_data (G_OBJECT (row), "kind", (char *) kind_word (hit->kind));
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&hit->id, sizeof hit->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
is_possible (Finder     *self,
             const char *action)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self->window)));
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (parent)));

  if (application != NULL && g_str_has_prefix (action, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (application), action + 4);
  if (g_str_has_prefix (action, "win.page::"))
    return daftar_window_has_page (DAFTAR_WINDOW (parent), action + strlen ("win.page::"));
  return TRUE;
}

static void
add_actions (Finder     *self,
             const char *query)
{
  g_autofree char *fold = daftar_text_fold (query);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *label = daftar_text_fold (_(actions[i].label));
      GtkWidget *row;

      if ((*fold != '\0' && strstr (label, fold) == NULL) || !is_possible (self, actions[i].action))
        continue;
      row = make_row (actions[i].icon, _(actions[i].label), NULL, NULL);
      g_object_set_data (G_OBJECT (row), "action", (char *) actions[i].action);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
clear_rows (Finder *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
}

static void
show_rows (Finder    *self,
           GPtrArray *hits)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkListBoxRow *first;

  clear_rows (self);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    add_hit (self, g_ptr_array_index (hits, i));
  add_actions (self, query);
  first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), first);
  gtk_widget_set_visible (self->scroller, first != NULL);
  gtk_widget_set_visible (self->nothing, first == NULL);
}

/* --- Searching. ------------------------------------------------------------------------------------ */

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  Finder *self = g_object_get_data (G_OBJECT (window), "finder");
  g_autoptr (GPtrArray) hits = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (hits != NULL && !self->closed)
    show_rows (self, hits);
}

static void
typed_cb (Finder *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*query == '\0')
    {
      show_rows (self, NULL);
      return;
    }
  self->cancellable = g_cancellable_new ();
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_find_read,
                           daftar_find_request_new (query, DAFTAR_KIND_ANY, MAX_HITS),
                           (GDestroyNotify) daftar_find_request_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, found_cb, g_object_ref (self->window));
}

static void
closed_cb (Finder *self)
{
  self->closed = TRUE;
  g_cancellable_cancel (self->cancellable);
}

/* --- Choosing. ------------------------------------------------------------------------------------- */

static void
take_row (Finder        *self,
          GtkListBoxRow *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->window));
  const char *action = g_object_get_data (G_OBJECT (row), "action");
  const char *kind = g_object_get_data (G_OBJECT (row), "kind");
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  gint64 wanted = id != NULL ? *id : 0;

  gtk_window_destroy (GTK_WINDOW (self->window));
  if (action != NULL)
    {
      const char *target = strstr (action, "::");
      g_autofree char *name = target != NULL ? g_strndup (action, target - action) : g_strdup (action);

      if (target != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), name, "s", target + 2);
      else
        gtk_widget_activate_action (GTK_WIDGET (parent), name, NULL);
      return;
    }
  daftar_window_open (DAFTAR_WINDOW (parent), kind, wanted);
}

static void
activate_cb (Finder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  if (row != NULL)
    take_row (self, row);
}

static void
row_activated_cb (Finder        *self,
                  GtkListBoxRow *row)
{
  take_row (self, row);
}

/* The arrows move the choice while one goes on typing. */
static void
move_choice (Finder *self,
             int     step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (index, 0));
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (next == NULL)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), next);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  if (gtk_widget_compute_bounds (GTK_WIDGET (next), self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Finder                *self)
{
  switch (key)
    {
    case GDK_KEY_Down:
      move_choice (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_choice (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (self->window));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- Building. ------------------------------------------------------------------------------------- */

static GtkWidget *
make_entry (Finder *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_name (self->entry, "find-entry");
  g_object_set (self->entry, "placeholder-text", _("Customer, number, ticket, deal or page"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  return self->entry;
}

static GtkWidget *
make_list (Finder *self)
{
  self->list = gtk_list_box_new ();
  gtk_widget_set_name (self->list, "find-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "daftar-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Found"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  return self->scroller;
}

/**
 * daftar_find_dialog_present:
 * @parent: a widget in the window
 * @ui: the context
 *
 * Opens the search over everything (Ctrl+K).
 */
void
daftar_find_dialog_present (GtkWidget       *parent,
                            DaftarUiContext *ui)
{
  Finder *self = g_new0 (Finder, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  DaftarWindow *owner = daftar_window_of (parent);

  self->ui = g_object_ref (ui);
  self->window = adw_window_new ();
  g_object_set_data_full (G_OBJECT (self->window), "finder", self, finder_free);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (closed_cb), self);
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (owner));
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  /* Not the property for it: with that GTK 4.8 keeps pointing to a parent that is gone (see the form dialog). */
  g_signal_connect_object (owner, "destroy", G_CALLBACK (gtk_window_destroy), self->window, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self->window), _("Find"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (owner))), HEIGHT);
  self->nothing = gtk_label_new (_("Nothing found. Any part of a name or number will do."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_vexpand (self->nothing, TRUE);
  gtk_widget_add_css_class (box, "daftar-finder");
  gtk_box_append (GTK_BOX (box), make_entry (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), self->nothing);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  show_rows (self, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->entry);
}
