/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-list-pane.h"

#include "daftar-customer-columns.h"
#include "daftar-customer-filter-menu.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-row.h"
#include "daftar-customer-store.h"
#include "daftar-customer-table.h"
#include "daftar-empty-state.h"
#include "daftar-pane.h"
#include "daftar-row-click.h"
#include "daftar-rows-focus.h"
#include "daftar-search-store.h"

#include <glib/gi18n.h>

struct _DaftarCustomerListPane
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarIdList *list;
  DaftarIdSelection *selection;
  char *query;
  gboolean table; /* rather than the list */

  GSimpleActionGroup *actions;
  GtkWidget *pane;
  GtkWidget *search;
  GtkWidget *filter;
  GtkWidget *sort;
  GtkWidget *count;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *columns;
  GtkWidget *bulk;
  GtkWidget *bulk_count;
};

enum
{
  PROP_0,
  PROP_TABLE,
  N_PROPS,
};

enum
{
  OPEN,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarCustomerListPane, daftar_customer_list_pane, GTK_TYPE_WIDGET)

/* --- What the list shows. -------------------------------------------------------------------------- */

static GSettings *
get_settings (DaftarCustomerListPane *self)
{
  return daftar_ui_context_get_settings (self->ui);
}

/* One setting holds the column and, with a minus before it, that the largest comes first. */
static DaftarCustomerOrder
get_order (DaftarCustomerListPane *self,
           gboolean               *descending)
{
  g_autofree char *order = g_settings_get_string (get_settings (self), "customers-order");

  *descending = *order == '-';
  return daftar_customer_order_from_nick (*descending ? order + 1 : order);
}

static void
set_order (DaftarCustomerListPane *self,
           DaftarCustomerOrder     order,
           gboolean                descending)
{
  g_autofree char *text = g_strconcat (descending ? "-" : "", daftar_customer_order_nick (order), NULL);

  g_settings_set_string (get_settings (self), "customers-order", text);
}

static GArray *
list_ids (DaftarReader  *reader,
          gpointer       query,
          int            limit,
          GError       **error)
{
  return daftar_customer_list_store_ids (reader, query, limit, error);
}

static gpointer
copy_query (gpointer query)
{
  return daftar_customer_query_copy (query);
}

static void
show_customers (DaftarCustomerListPane *self)
{
  g_autoptr (DaftarCustomerFilter) filter =
    daftar_customer_filter_menu_get_filter (DAFTAR_CUSTOMER_FILTER_MENU (self->filter));
  gboolean descending;
  DaftarCustomerOrder order = get_order (self, &descending);

  filter->text = g_strdup (self->query);
  daftar_id_list_show (self->list, list_ids, daftar_customer_query_new (order, descending, filter),
                       (GDestroyNotify) daftar_customer_query_free, copy_query);
}

static gboolean
is_narrowed (DaftarCustomerListPane *self)
{
  g_autoptr (DaftarCustomerFilter) filter =
    daftar_customer_filter_menu_get_filter (DAFTAR_CUSTOMER_FILTER_MENU (self->filter));

  return !daftar_customer_filter_is_empty (filter);
}

static char *
count_text (DaftarCustomerListPane *self,
            guint                   n)
{
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), n);

  if (*self->query != '\0' && n >= DAFTAR_MAX_CUSTOMERS_FOUND)
    return g_strdup_printf (_("The first %s found"), number);
  /* Translators: %s is a number, for which the form is chosen. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s customer", "%s customers", n), number);
}

static void
update_count (DaftarCustomerListPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text = count_text (self, n);
  const char *child = "empty";

  if (n > 0)
    child = self->table ? "table" : "list";
  else if (*self->query != '\0')
    child = "none";
  else if (is_narrowed (self))
    child = "narrowed";
  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, n > 0);
  /* What isn't loaded yet is not nothing. */
  if (n > 0 || !daftar_id_list_is_loading (self->list))
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), child);
}

/* Who was chosen among others is not meant any more when one looks for somebody else. */
static void
look_elsewhere (DaftarCustomerListPane *self)
{
  if (daftar_id_selection_get_n_selected (self->selection) > 1)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  show_customers (self);
}

static void
search_changed_cb (DaftarCustomerListPane *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (g_strcmp0 (text, self->query) == 0)
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&text);
  /* What is found stands in the order of how well it fits. */
  gtk_widget_set_sensitive (self->sort, *self->query == '\0');
  look_elsewhere (self);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static void
fill_row (GtkListItem            *list_item,
          DaftarCustomerListPane *self)
{
  DaftarListItem *item = gtk_list_item_get_item (list_item);
  DaftarCustomer *customer = daftar_list_item_get_record (item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *cell = gtk_widget_get_parent (row);

  daftar_customer_row_set (DAFTAR_CUSTOMER_ROW (row), customer, self->query);
  /* The row's own name for a screen reader stands on what the list view made around it. */
  if (customer != NULL && cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, customer->name, -1);
}

static void
record_cb (DaftarListItem *item,
           GParamSpec     *pspec,
           GtkListItem    *list_item)
{
  fill_row (list_item, g_object_get_data (G_OBJECT (list_item), "pane"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          DaftarCustomerListPane   *self)
{
  gtk_list_item_set_child (list_item, daftar_customer_row_new (self->ui));
  daftar_row_click_add (list_item);
  g_object_set_data (G_OBJECT (list_item), "pane", self);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         DaftarCustomerListPane   *self)
{
  DaftarListItem *item = gtk_list_item_get_item (list_item);

  g_signal_connect (item, "notify::record", G_CALLBACK (record_cb), list_item);
  fill_row (list_item, self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           DaftarCustomerListPane   *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), record_cb, list_item);
}

/* --- Choosing. ------------------------------------------------------------------------------------- */

static void
activate_cb (DaftarCustomerListPane *self,
             guint                   position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, signals[OPEN], 0);
}

/* Enter in the search opens the best; the arrow goes on into the list. */
static void
search_activate_cb (DaftarCustomerListPane *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    activate_cb (self, 0);
}

static gboolean
search_key_cb (GtkEventControllerKey  *controller,
               guint                   key,
               guint                   code,
               GdkModifierType         state,
               DaftarCustomerListPane *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return GDK_EVENT_STOP;
  if (daftar_id_selection_get_position (self->selection) == GTK_INVALID_LIST_POSITION
      && daftar_id_selection_get_n_selected (self->selection) < 2)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  if (self->table)
    gtk_widget_grab_focus (self->columns);
  else
    daftar_rows_focus (self->view);
  return GDK_EVENT_STOP;
}

static void
selected_cb (DaftarCustomerListPane *self)
{
  guint n = daftar_id_selection_get_n_selected (self->selection);
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), n);
  /* Translators: %s is a number of customers, for which the form is chosen. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", n), number);

  gtk_label_set_label (GTK_LABEL (self->bulk_count), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->bulk), n > 1);
}

/* --- Order, list or table. ------------------------------------------------------------------------- */

static void
set_state (DaftarCustomerListPane *self,
           const char             *action,
           GVariant               *state)
{
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), state);
}

static void
order_changed_cb (DaftarCustomerListPane *self)
{
  gboolean descending;
  DaftarCustomerOrder order;

  /* A setting may still change after the window has gone. */
  if (self->pane == NULL)
    return;
  order = get_order (self, &descending);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->sort),
                                 descending ? "view-sort-descending-symbolic" : "view-sort-ascending-symbolic");
  set_state (self, "order", g_variant_new_string (daftar_customer_order_nick (order)));
  set_state (self, "descending", g_variant_new_boolean (descending));
  daftar_customer_table_set_sort (DAFTAR_CUSTOMER_TABLE (self->columns), order, descending);
  show_customers (self);
}

/* Another order begins in the direction in which one wants it. */
static void
order_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       self)
{
  DaftarCustomerOrder order = daftar_customer_order_from_nick (g_variant_get_string (value, NULL));

  set_order (self, order, daftar_customer_order_descends (order));
}

static void
descending_cb (GSimpleAction *action,
               GVariant      *value,
               gpointer       self)
{
  gboolean descending;
  DaftarCustomerOrder order = get_order (self, &descending);

  set_order (self, order, g_variant_get_boolean (value));
}

/* A heading of the table was pressed. */
static void
sorted_cb (DaftarCustomerListPane *self)
{
  DaftarCustomerOrder order;
  gboolean descending;

  daftar_customer_table_get_sort (DAFTAR_CUSTOMER_TABLE (self->columns), &order, &descending);
  set_order (self, order, descending);
}

static void
table_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       self)
{
  g_settings_set_string (get_settings (self), "customers-view", g_variant_get_boolean (value) ? "table" : "list");
}

/* Only the view that is seen has the rows. */
static void
use_view (DaftarCustomerListPane *self)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), self->table ? NULL : GTK_SELECTION_MODEL (self->selection));
  daftar_customer_table_set_used (DAFTAR_CUSTOMER_TABLE (self->columns), self->table);
}

static void
view_changed_cb (DaftarCustomerListPane *self)
{
  g_autofree char *view = NULL;
  gboolean table;

  if (self->pane == NULL)
    return;
  view = g_settings_get_string (get_settings (self), "customers-view");
  table = g_str_equal (view, "table");
  set_state (self, "table", g_variant_new_boolean (table));
  if (self->table == table)
    return;
  self->table = table;
  use_view (self);
  update_count (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TABLE]);
}

static void
columns_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  DaftarCustomerListPane *self = data;

  daftar_customer_columns_present (GTK_WIDGET (self), self->ui);
}

static GMenuModel *
make_sort_menu (void)
{
  static const DaftarCustomerOrder orders[] = {
    DAFTAR_CUSTOMER_ORDER_NAME,  DAFTAR_CUSTOMER_ORDER_CONTACT, DAFTAR_CUSTOMER_ORDER_CREATED,
    DAFTAR_CUSTOMER_ORDER_STAGE, DAFTAR_CUSTOMER_ORDER_TICKETS, DAFTAR_CUSTOMER_ORDER_VALUE,
    DAFTAR_CUSTOMER_ORDER_CITY,  DAFTAR_CUSTOMER_ORDER_COMPANY,
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (daftar_customer_column_title (orders[i]), NULL);

      g_menu_item_set_action_and_target (item, "list.order", "s", daftar_customer_order_nick (orders[i]));
      g_menu_append_item (by, item);
    }
  g_menu_append (direction, _("_Descending"), "list.descending");
  g_menu_append (view, _("As a _Table"), "list.table");
  g_menu_append (view, _("_Columns of the Table…"), "list.columns");
  g_menu_append_section (menu, _("Sort by"), G_MENU_MODEL (by));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  return G_MENU_MODEL (menu);
}

/* --- The widget. ----------------------------------------------------------------------------------- */

static void
daftar_customer_list_pane_get_property (GObject    *object,
                                        guint       property,
                                        GValue     *value,
                                        GParamSpec *pspec)
{
  g_value_set_boolean (value, DAFTAR_CUSTOMER_LIST_PANE (object)->table);
}

static void
daftar_customer_list_pane_dispose (GObject *object)
{
  DaftarCustomerListPane *self = DAFTAR_CUSTOMER_LIST_PANE (object);

  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_customer_list_pane_parent_class)->dispose (object);
}

static void
daftar_customer_list_pane_finalize (GObject *object)
{
  g_free (DAFTAR_CUSTOMER_LIST_PANE (object)->query);
  G_OBJECT_CLASS (daftar_customer_list_pane_parent_class)->finalize (object);
}

static void
daftar_customer_list_pane_class_init (DaftarCustomerListPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = daftar_customer_list_pane_get_property;
  G_OBJECT_CLASS (klass)->dispose = daftar_customer_list_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = daftar_customer_list_pane_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  props[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daftar_customer_list_pane_init (DaftarCustomerListPane *self)
{
  const GActionEntry entries[] = {
    { .name = "order", .parameter_type = "s", .state = "'name'", .change_state = order_cb },
    { .name = "descending", .state = "false", .change_state = descending_cb },
    { .name = "table", .state = "false", .change_state = table_cb },
    { .name = "columns", .activate = columns_cb },
  };

  self->query = g_strdup ("");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
}

static GtkWidget *
make_list_view (DaftarCustomerListPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_widget_set_name (self->view, "customers-list");
  gtk_widget_add_css_class (self->view, "daftar-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  return self->view;
}

static GtkWidget *
make_stack (DaftarCustomerListPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkStack *stack = GTK_STACK (gtk_stack_new ());

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_list_view (self));
  self->columns = daftar_customer_table_new (self->ui, self->selection);
  g_signal_connect_swapped (self->columns, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->columns, "sorted", G_CALLBACK (sorted_cb), self);
  self->stack = GTK_WIDGET (stack);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_set_hhomogeneous (stack, FALSE);
  gtk_stack_add_named (stack, scroller, "list");
  gtk_stack_add_named (stack, self->columns, "table");
  gtk_stack_add_named (stack,
                       daftar_empty_state_new ("daftar-customers-symbolic", _("No customers yet"),
                                               _("Bring them in from a file, or write down the first one."),
                                               _("_Import Customers…"), "app.import"),
                       "empty");
  gtk_stack_add_named (stack,
                       daftar_empty_state_new ("edit-find-symbolic", _("Nobody found"),
                                               _("Any part of a name, number or e-mail address will do."), NULL, NULL),
                       "none");
  gtk_stack_add_named (stack,
                       daftar_empty_state_new ("edit-find-symbolic", _("Nobody like that"),
                                               _("No customer is like what the list is narrowed to."), _("Show _All"),
                                               "customers.show-all"),
                       "narrowed");
  return self->stack;
}

static GtkWidget *
make_search (DaftarCustomerListPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  gtk_widget_set_name (self->search, "customers-search");
  g_object_set (self->search, "placeholder-text", _("Name, number or e-mail"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search customers"), -1);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  return self->search;
}

static GtkWidget *
make_sort (DaftarCustomerListPane *self)
{
  g_autoptr (GMenuModel) menu = make_sort_menu ();

  self->sort = gtk_menu_button_new ();
  gtk_widget_set_name (self->sort, "customers-order");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->sort), menu);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->sort), FALSE);
  gtk_widget_set_tooltip_text (self->sort, _("Order and columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order and columns"), -1);
  return self->sort;
}

static GtkWidget *
make_tools (DaftarCustomerListPane *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->filter = daftar_customer_filter_menu_new (self->ui);
  g_signal_connect_swapped (self->filter, "notify::rule", G_CALLBACK (look_elsewhere), self);
  self->count = gtk_label_new (NULL);
  gtk_widget_set_name (self->count, "customers-count");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "daftar-numbers");
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_set_halign (self->count, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), self->filter);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (line), make_sort (self));
  gtk_box_append (GTK_BOX (tools), make_search (self));
  gtk_box_append (GTK_BOX (tools), line);
  gtk_widget_add_css_class (tools, "daftar-tools");
  return tools;
}

static GtkWidget *
make_bulk_button (const char *icon,
                  const char *label,
                  const char *action,
                  const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* What is done to all that are selected. */
static GtkWidget *
make_bulk (DaftarCustomerListPane *self)
{
  static const struct
  {
    const char *icon;
    const char *label;
    const char *action;
    const char *name;
  } buttons[] = {
    { "daftar-tag-symbolic", N_("Tag…"), "customers.tag", "bulk-tag" },
    { "alarm-symbolic", N_("Plan a Follow-up…"), "customers.plan", "bulk-plan" },
    { "document-save-symbolic", N_("Export…"), "customers.export", "bulk-export" },
    { "daftar-merge-symbolic", N_("Merge…"), "customers.merge", "bulk-merge" },
    { "user-trash-symbolic", N_("Delete"), "customers.delete", "bulk-delete" },
    { "edit-clear-symbolic", N_("Select Nobody"), "customers.unselect", "bulk-none" },
  };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_widget_add_css_class (bar, "toolbar");
  self->bulk_count = gtk_label_new (NULL);
  gtk_widget_set_name (self->bulk_count, "bulk-count");
  gtk_widget_add_css_class (self->bulk_count, "daftar-numbers");
  gtk_widget_add_css_class (self->bulk_count, "daftar-medium");
  gtk_widget_set_hexpand (self->bulk_count, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->bulk_count), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->bulk_count), PANGO_ELLIPSIZE_END);
  /* GTK 4.8 measures an ellipsized label wrongly whose text is shorter than its ellipsis. */
  gtk_label_set_width_chars (GTK_LABEL (self->bulk_count), 4);
  gtk_widget_set_margin_start (self->bulk_count, 6);
  gtk_box_append (GTK_BOX (bar), self->bulk_count);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_box_append (GTK_BOX (bar),
                    make_bulk_button (buttons[i].icon, _(buttons[i].label), buttons[i].action, buttons[i].name));
  self->bulk = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->bulk), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->bulk), bar);
  return self->bulk;
}

/* What concerns all of them. */
static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) records = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (files, _("_Import Customers…"), "app.import");
  g_menu_append (files, _("_Export Customers…"), "customers.export-all");
  g_menu_append (records, _("Find _Duplicates…"), "customers.duplicates");
  g_menu_append (records, _("_Bin"), "customers.bin");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (records));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_name (button, "customers-menu");
  gtk_widget_set_tooltip_text (button, _("All customers"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("All customers"), -1);
  return button;
}

static GtkWidget *
make_pane (DaftarCustomerListPane *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->pane = daftar_pane_new (_("Customers"));
  gtk_widget_set_name (add, "customers-new");
  gtk_widget_set_tooltip_text (add, _("New Customer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Customer"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "customers.new");
  daftar_pane_pack_end (DAFTAR_PANE (self->pane), make_menu ());
  daftar_pane_pack_end (DAFTAR_PANE (self->pane), add);
  daftar_pane_add_top (DAFTAR_PANE (self->pane), make_tools (self));
  daftar_pane_set_child (DAFTAR_PANE (self->pane), make_stack (self));
  daftar_pane_add_bottom (DAFTAR_PANE (self->pane), make_bulk (self));
  return self->pane;
}

/**
 * daftar_customer_list_pane_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
daftar_customer_list_pane_new (DaftarUiContext *ui)
{
  DaftarCustomerListPane *self = g_object_new (DAFTAR_TYPE_CUSTOMER_LIST_PANE, NULL);

  self->ui = g_object_ref (ui);
  self->list =
    daftar_id_list_new (daftar_ui_context_get_store (ui), DAFTAR_KIND_CUSTOMER, daftar_customer_store_get_rows);
  self->selection = daftar_id_selection_new_multiple (self->list);
  gtk_widget_set_parent (make_pane (self), GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (self), "changed::customers-order", G_CALLBACK (order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (self), "changed::customers-view", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  use_view (self);
  view_changed_cb (self);
  order_changed_cb (self);
  return GTK_WIDGET (self);
}

DaftarIdSelection *
daftar_customer_list_pane_get_selection (DaftarCustomerListPane *self)
{
  return self->selection;
}

/**
 * daftar_customer_list_pane_get_table:
 * @self: the pane
 *
 * Returns: whether customers are shown as a table, which wants the room of the profile too
 */
gboolean
daftar_customer_list_pane_get_table (DaftarCustomerListPane *self)
{
  return self->table;
}

/**
 * daftar_customer_list_pane_focus_search:
 * @self: the pane
 *
 * Returns: whether the search has the focus now
 */
gboolean
daftar_customer_list_pane_focus_search (DaftarCustomerListPane *self)
{
  return gtk_widget_grab_focus (self->search);
}

/**
 * daftar_customer_list_pane_show_all:
 * @self: the pane
 *
 * Takes the filter and the search away.
 */
void
daftar_customer_list_pane_show_all (DaftarCustomerListPane *self)
{
  g_autoptr (DaftarCustomerFilter) everybody = daftar_customer_filter_new ();

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  daftar_customer_filter_menu_set_filter (DAFTAR_CUSTOMER_FILTER_MENU (self->filter), everybody);
}
