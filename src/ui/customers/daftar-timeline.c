/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-timeline.h"

#include "daftar-note-edit-dialog.h"
#include "daftar-part-edit.h"
#include "daftar-row-click.h"
#include "daftar-timeline-row.h"
#include "daftar-ui-write.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* The first pages make their rows, in one frame: no more than a screenful or two. Who scrolls on gets more at a time,
 * for which the rows are there already. */
#define FIRST_PAGE 40
#define LAST_PAGE  400

struct _DaftarTimeline
{
  GObject parent_instance;

  DaftarUiContext *ui;
  gint64 customer_id;
  GPtrArray *pinned; /* nullable: what stays on top of the page, perhaps older than what is loaded */
  GListStore *store;
  GtkSingleSelection *selection;
  GtkAdjustment *adjustment; /* nullable: of the page that it is scrolled with */
  GCancellable *cancellable;
  char *query;
  guint kinds;
  gboolean loading;
  gboolean at_end;

  GtkWidget *list;
  GtkWidget *bar;
  GtkWidget *filter;
  GtkWidget *search_button;
  GtkWidget *search;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (DaftarTimeline, daftar_timeline, G_TYPE_OBJECT)

/* What the drop-down offers; the kinds of each are bits. */
static const struct
{
  const char *label;
  guint kinds;
} filters[] = {
  { N_("Everything"), 0 },
  { N_("Notes"), 1 << DAFTAR_INTERACTION_KIND_NOTE },
  { N_("Contacts and messages"), 1 << DAFTAR_INTERACTION_KIND_CONTACT | 1 << DAFTAR_INTERACTION_KIND_MESSAGE },
  { N_("Tickets"), 1 << DAFTAR_INTERACTION_KIND_TICKET },
  { N_("Purchases"), 1 << DAFTAR_INTERACTION_KIND_PURCHASE },
  { N_("Stages"), 1 << DAFTAR_INTERACTION_KIND_STAGE },
  { N_("Follow-ups"), 1 << DAFTAR_INTERACTION_KIND_FOLLOW_UP },
};

/* --- Loading. -------------------------------------------------------------------------------------- */

static void
update_nothing (DaftarTimeline *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->store)) == 0 && !self->loading;

  if (self->list == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->nothing), *self->query != '\0' || self->kinds != 0
                                                    ? _("Nothing like that was written down.")
                                                    : _("Nothing has been written down yet."));
  gtk_widget_set_visible (self->nothing, empty);
}

static gboolean
same_entry (DaftarInteraction *a,
            DaftarInteraction *b)
{
  return a->kind == b->kind && DAFTAR_RECORD (a)->id == DAFTAR_RECORD (b)->id
         && DAFTAR_RECORD (a)->version == DAFTAR_RECORD (b)->version && a->at == b->at && a->pinned == b->pinned
         && a->result == b->result && a->amount == b->amount && g_strcmp0 (a->body, b->body) == 0
         && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->staff_name, b->staff_name) == 0;
}

static gboolean
same_at (DaftarTimeline *self,
         guint           position,
         gpointer        entry)
{
  g_autoptr (DaftarInteraction) here = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return same_entry (here, entry);
}

/* Only what changed is put in anew: where one reads nothing moves. */
static void
replace (DaftarTimeline *self,
         GPtrArray      *entries)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint first = 0, last = 0;

  while (first < n && first < entries->len && same_at (self, first, entries->pdata[first]))
    first++;
  while (last < n - first && last < entries->len - first
         && same_at (self, n - 1 - last, entries->pdata[entries->len - 1 - last]))
    last++;
  if (n - first - last > 0 || entries->len - first - last > 0)
    g_list_store_splice (self->store, first, n - first - last, entries->pdata + first, entries->len - first - last);
}

static void
cancel (DaftarTimeline *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->loading = FALSE;
}

static void load_if_near_end (DaftarTimeline *self);

typedef struct
{
  DaftarTimeline *self;
  GCancellable *cancellable;
  gboolean more; /* added to what is there */
  guint limit;
} Load;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Load *load = data;
  g_autoptr (DaftarTimeline) self = load->self;
  g_autoptr (GCancellable) cancellable = load->cancellable;
  gboolean more = load->more;
  guint limit = load->limit;
  g_autoptr (GPtrArray) entries = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  g_free (load);
  if (cancellable != self->cancellable || self->list == NULL)
    return;
  self->loading = FALSE;
  if (entries == NULL)
    return;
  self->at_end = entries->len < limit;
  if (more)
    g_list_store_splice (self->store, g_list_model_get_n_items (G_LIST_MODEL (self->store)), 0, entries->pdata,
                         entries->len);
  else
    replace (self, entries);
  update_nothing (self);
  load_if_near_end (self);
}

static void
start_load (DaftarTimeline *self,
            gboolean        more)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint limit = more ? CLAMP (n, FIRST_PAGE, LAST_PAGE) : MAX (n, DAFTAR_PROFILE_TIMELINE);
  DaftarTimelineRequest *request = daftar_timeline_request_new (self->customer_id, limit);
  Load *load = g_new0 (Load, 1);

  request->kinds = self->kinds;
  request->query = g_strdup (self->query);
  if (more && n > 0)
    request->after = g_list_model_get_item (G_LIST_MODEL (self->store), n - 1);
  self->loading = TRUE;
  load->self = g_object_ref (self);
  load->cancellable = g_object_ref (self->cancellable);
  load->more = more;
  load->limit = limit;
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_timeline_read, request,
                           (GDestroyNotify) daftar_timeline_request_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, loaded_cb, load);
}

static void
load_if_near_end (DaftarTimeline *self)
{
  double value, page;

  if (self->adjustment == NULL || self->loading || self->at_end || self->customer_id == 0)
    return;
  value = gtk_adjustment_get_value (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  if (page > 0 && value + 3 * page >= gtk_adjustment_get_upper (self->adjustment))
    start_load (self, TRUE);
}

static void
narrow (DaftarTimeline *self)
{
  cancel (self);
  g_list_store_remove_all (self->store);
  self->at_end = FALSE;
  start_load (self, FALSE);
}

/* --- The bar. -------------------------------------------------------------------------------------- */

static void
filter_cb (DaftarTimeline *self)
{
  guint kinds = filters[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter))].kinds;

  if (kinds == self->kinds)
    return;
  self->kinds = kinds;
  narrow (self);
}

static void
search_cb (DaftarTimeline *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (g_str_equal (query, self->query))
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&query);
  narrow (self);
}

static void
search_toggled_cb (DaftarTimeline *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->search_button));

  gtk_widget_set_visible (self->search, active);
  if (active)
    gtk_widget_grab_focus (self->search);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
stop_search_cb (DaftarTimeline *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), FALSE);
  gtk_widget_grab_focus (self->list);
}

static GtkWidget *
make_filter (DaftarTimeline *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (labels, _(filters[i].label));
  self->filter = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_widget_set_name (self->filter, "timeline-filter");
  gtk_widget_add_css_class (self->filter, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the timeline shows"), -1);
  g_signal_connect_swapped (self->filter, "notify::selected", G_CALLBACK (filter_cb), self);
  return self->filter;
}

static void
make_bar (DaftarTimeline *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->search_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->search_button), "edit-find-symbolic");
  gtk_widget_set_name (self->search_button, "timeline-search-button");
  gtk_widget_add_css_class (self->search_button, "flat");
  gtk_widget_set_tooltip_text (self->search_button, _("Search the Timeline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the Timeline"), -1);
  self->search = gtk_search_entry_new ();
  gtk_widget_set_name (self->search, "timeline-search");
  g_object_set (self->search, "placeholder-text", _("Words of the timeline"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the timeline"), -1);
  gtk_widget_set_visible (self->search, FALSE);
  self->nothing = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (line), make_filter (self));
  gtk_box_append (GTK_BOX (line), space);
  gtk_box_append (GTK_BOX (line), self->search_button);
  self->bar = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (self->bar), line);
  gtk_box_append (GTK_BOX (self->bar), self->search);
  gtk_box_append (GTK_BOX (self->bar), self->nothing);
  g_signal_connect_swapped (self->search_button, "toggled", G_CALLBACK (search_toggled_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (stop_search_cb), self);
}

/* --- Actions of an entry. -------------------------------------------------------------------------- */

static DaftarInteraction *
find_entry (DaftarTimeline *self,
            gint64          id,
            int             kind)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; kind < 0 && self->pinned != NULL && i < self->pinned->len; i++)
    if (DAFTAR_RECORD (g_ptr_array_index (self->pinned, i))->id == id)
      return g_object_ref (g_ptr_array_index (self->pinned, i));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DaftarInteraction) entry = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (DAFTAR_RECORD (entry)->id == id
          && (kind < 0 ? daftar_timeline_entry_is_own (entry) : entry->kind == kind))
        return g_steal_pointer (&entry);
    }
  return NULL;
}

/* Read anew when it is written: the list has only what it shows of it. */
static void
do_to_note (DaftarTimeline      *self,
            gint64               id,
            DaftarNoteChange     change)
{
  const char *toast = change == DAFTAR_NOTE_CHANGE_DELETE ? _("Note deleted")
                      : change == DAFTAR_NOTE_CHANGE_PIN  ? _("Pinned")
                                                          : _("No longer pinned");

  daftar_ui_write (self->list, self->ui, change == DAFTAR_NOTE_CHANGE_DELETE ? "note.delete" : "note.edit", toast,
                   daftar_note_change_write, daftar_note_change_new (id, change, NULL, 0), daftar_note_change_free,
                   g_object_unref, NULL, NULL);
}

static void
edit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  DaftarTimeline *self = data;
  g_autoptr (DaftarInteraction) entry = find_entry (self, g_variant_get_int64 (parameter), -1);

  if (entry != NULL)
    daftar_note_edit_dialog_present (self->list, self->ui, entry);
}

static void
pin_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  DaftarTimeline *self = data;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (DaftarInteraction) entry = find_entry (self, id, -1);

  if (entry != NULL)
    do_to_note (self, id, entry->pinned ? DAFTAR_NOTE_CHANGE_UNPIN : DAFTAR_NOTE_CHANGE_PIN);
}

static void
delete_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  do_to_note (data, g_variant_get_int64 (parameter), DAFTAR_NOTE_CHANGE_DELETE);
}

static void
copy_entry (DaftarTimeline    *self,
            DaftarInteraction *entry)
{
  if (entry == NULL || entry->body == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->list), entry->body);
  daftar_window_toast (daftar_window_of (self->list), _("Copied"), NULL, NULL, NULL, NULL);
}

static void
copy_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr (DaftarInteraction) entry = NULL;
  int kind;
  gint64 id;

  g_variant_get (parameter, "(ix)", &kind, &id);
  entry = find_entry (data, id, kind);
  copy_entry (data, entry);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  daftar_window_open (daftar_window_of (DAFTAR_TIMELINE (data)->list), kind, id);
}

static const GActionEntry actions[] = {
  { "edit", edit_action, "x" },
  { "pin", pin_action, "x" },
  { "delete", delete_action, "x" },
  { "copy", copy_action, "(ix)" },
  { "open", open_action, "(sx)" },
};

/* What a press or Enter does: to where it belongs; a note of one's own is edited. */
static void
activate_cb (DaftarTimeline *self,
             guint           position)
{
  g_autoptr (DaftarInteraction) entry = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  const char *kind;
  gint64 id;

  if (entry == NULL)
    return;
  if (daftar_timeline_entry_target (entry, &kind, &id))
    daftar_window_open (daftar_window_of (self->list), kind, id);
  else if (daftar_timeline_entry_is_own (entry))
    daftar_note_edit_dialog_present (self->list, self->ui, entry);
}

static DaftarTimelineRow *
focused_row (DaftarTimeline *self)
{
  GtkWidget *cell = gtk_widget_get_focus_child (self->list);
  GtkWidget *row = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  return DAFTAR_IS_TIMELINE_ROW (row) ? DAFTAR_TIMELINE_ROW (row) : NULL;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DaftarTimeline        *self)
{
  DaftarTimelineRow *row = focused_row (self);
  DaftarInteraction *entry = row != NULL ? daftar_timeline_row_get (row) : NULL;
  gboolean own = entry != NULL && daftar_timeline_entry_is_own (entry);
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (entry == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete && own)
    do_to_note (self, DAFTAR_RECORD (entry)->id, DAFTAR_NOTE_CHANGE_DELETE);
  else if (key == GDK_KEY_p && !control && own)
    do_to_note (self, DAFTAR_RECORD (entry)->id, entry->pinned ? DAFTAR_NOTE_CHANGE_UNPIN : DAFTAR_NOTE_CHANGE_PIN);
  else if (key == GDK_KEY_F2 && own)
    daftar_note_edit_dialog_present (self->list, self->ui, entry);
  else if (key == GDK_KEY_c && control)
    copy_entry (self, entry);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && state & GDK_SHIFT_MASK))
    daftar_timeline_row_popup (row);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          DaftarTimeline           *self)
{
  gtk_list_item_set_child (item, daftar_timeline_row_new (self->ui));
  daftar_row_click_add (item);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         DaftarTimeline           *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (row);
  DaftarInteraction *entry = gtk_list_item_get_item (item);
  g_autofree char *name = daftar_timeline_entry_heading (self->ui, entry);

  daftar_timeline_row_set (DAFTAR_TIMELINE_ROW (row), entry, self->query);
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
make_list (DaftarTimeline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = g_object_ref_sink (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_widget_set_name (self->list, "profile-timeline");
  gtk_widget_add_css_class (self->list, "daftar-rows");
  gtk_widget_add_css_class (self->list, "daftar-timeline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->list, keys);
}

/* --- The object. ----------------------------------------------------------------------------------- */

static void
daftar_timeline_dispose (GObject *object)
{
  DaftarTimeline *self = DAFTAR_TIMELINE (object);

  daftar_timeline_close (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->ui);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (daftar_timeline_parent_class)->dispose (object);
}

static void
daftar_timeline_class_init (DaftarTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_timeline_dispose;
}

static void
daftar_timeline_init (DaftarTimeline *self)
{
  self->query = g_strdup ("");
  self->cancellable = g_cancellable_new ();
  self->store = g_list_store_new (DAFTAR_TYPE_INTERACTION);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/**
 * daftar_timeline_new:
 * @ui: the context
 *
 * Returns: (transfer full): the timeline of nobody yet
 */
DaftarTimeline *
daftar_timeline_new (DaftarUiContext *ui)
{
  DaftarTimeline *self = g_object_new (DAFTAR_TYPE_TIMELINE, NULL);

  self->ui = g_object_ref (ui);
  make_bar (self);
  make_list (self);
  return self;
}

/**
 * daftar_timeline_close:
 * @self: the timeline
 *
 * Lets go of its widgets: the page that shows them is going.
 */
void
daftar_timeline_close (DaftarTimeline *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  if (self->list == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->search, self);
  g_clear_pointer (&self->pinned, g_ptr_array_unref);
  g_clear_object (&self->list);
  g_clear_object (&self->bar);
}

GtkWidget *
daftar_timeline_get_list (DaftarTimeline *self)
{
  return self->list;
}

/**
 * daftar_timeline_add_actions:
 * @self: the timeline
 * @page: the page that it stands on, with the notes pinned to it
 *
 * Gives the page the actions of entries: "timeline.edit", "timeline.pin" and so on.
 */
void
daftar_timeline_add_actions (DaftarTimeline *self,
                             GtkWidget      *page)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_insert_action_group (page, "timeline", G_ACTION_GROUP (group));
}

GtkWidget *
daftar_timeline_get_bar (DaftarTimeline *self)
{
  return self->bar;
}

/**
 * daftar_timeline_watch:
 * @self: the timeline
 * @adjustment: that of the page it is scrolled with: before its end is reached more is loaded
 */
void
daftar_timeline_watch (DaftarTimeline *self,
                       GtkAdjustment  *adjustment)
{
  g_set_object (&self->adjustment, adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (load_if_near_end), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (load_if_near_end), self);
}

static void
show_somebody_else (DaftarTimeline *self,
                    DaftarProfile  *profile)
{
  self->customer_id = DAFTAR_RECORD (profile->customer)->id;
  self->kinds = 0;
  g_free (self->query);
  self->query = g_strdup ("");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), 0);
  g_list_store_remove_all (self->store);
}

/**
 * daftar_timeline_set_profile:
 * @self: the timeline
 * @profile: (nullable): whose
 *
 * Shows the newest entries of somebody else, or what changed with the same customer; how far one had scrolled, the
 * filter and the search stay then.
 */
void
daftar_timeline_set_profile (DaftarTimeline *self,
                             DaftarProfile  *profile)
{
  cancel (self);
  if (profile == NULL)
    {
      self->customer_id = 0;
      g_list_store_remove_all (self->store);
      return;
    }
  g_clear_pointer (&self->pinned, g_ptr_array_unref);
  self->pinned = g_ptr_array_ref (profile->pinned);
  if (self->customer_id != DAFTAR_RECORD (profile->customer)->id)
    show_somebody_else (self, profile);
  if (self->kinds != 0 || *self->query != '\0'
      || g_list_model_get_n_items (G_LIST_MODEL (self->store)) > DAFTAR_PROFILE_TIMELINE)
    {
      start_load (self, FALSE);
      return;
    }
  self->at_end = profile->timeline->len < DAFTAR_PROFILE_TIMELINE;
  replace (self, profile->timeline);
  update_nothing (self);
}

/**
 * daftar_timeline_search:
 * @self: the timeline
 *
 * Puts the focus into the entry that searches it.
 */
void
daftar_timeline_search (DaftarTimeline *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), TRUE);
  gtk_widget_grab_focus (self->search);
}
