/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customers-page.h"

#include "daftar-customer-dialog.h"
#include "daftar-customer-edit.h"
#include "daftar-customer-list-store.h"
#include "daftar-customer-row.h"
#include "daftar-customer-store.h"
#include "daftar-empty-state.h"
#include "daftar-find.h"
#include "daftar-id-selection.h"
#include "daftar-page.h"
#include "daftar-pane.h"
#include "daftar-people-dialogs.h"
#include "daftar-profile-view.h"
#include "daftar-row-click.h"
#include "daftar-split.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What a search shows at most: who doesn't see the one meant types one letter more. */
#define MAX_FOUND 200

struct _DaftarCustomersPage
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarIdList *list;
  DaftarIdSelection *selection;
  char *query;

  GtkWidget *split;
  GtkWidget *search;
  GtkWidget *order;
  GtkWidget *stack;
  GtkWidget *view;
  GtkWidget *count;
  GtkWidget *profile_pane;
  GtkWidget *profile;
};

static void page_init (DaftarPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarCustomersPage, daftar_customers_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_PAGE, page_init))

/* --- What the list shows. -------------------------------------------------------------------------- */

static GArray *
list_ordered (DaftarReader  *reader,
              gpointer       data,
              int            limit,
              GError       **error)
{
  return daftar_customer_store_list_ids (reader, GPOINTER_TO_UINT (data), limit, error);
}

static GArray *
list_found (DaftarReader  *reader,
            gpointer       data,
            int            limit,
            GError       **error)
{
  return daftar_search_store_find_customers (reader, data, MAX_FOUND, error);
}

static gpointer
copy_text (gpointer data)
{
  return g_strdup (data);
}

static void
show_customers (DaftarCustomersPage *self)
{
  guint order = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order));

  if (*self->query != '\0')
    daftar_id_list_show (self->list, list_found, g_strdup (self->query), g_free, copy_text);
  else
    daftar_id_list_show (self->list, list_ordered, GUINT_TO_POINTER (order), NULL, NULL);
}

static char *
count_text (DaftarCustomersPage *self,
            guint                n)
{
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), n);

  if (*self->query != '\0' && n >= MAX_FOUND)
    return g_strdup_printf (_("The first %s found"), number);
  /* Translators: %s is a number, for which the form is chosen. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s customer", "%s customers", n), number);
}

static void
update_count (DaftarCustomersPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text = count_text (self, n);
  const char *child = n > 0 ? "list" : *self->query != '\0' ? "none" : "empty";

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, n > 0);
  /* What isn't loaded yet is not nothing. */
  if (n > 0 || !daftar_id_list_is_loading (self->list))
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), child);
}

static void
search_changed_cb (DaftarCustomersPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (g_strcmp0 (text, self->query) == 0)
    return;
  g_free (self->query);
  self->query = g_steal_pointer (&text);
  gtk_widget_set_sensitive (self->order, *self->query == '\0');
  show_customers (self);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static void
fill_row (GtkListItem         *list_item,
          DaftarCustomersPage *self)
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
  fill_row (list_item, g_object_get_data (G_OBJECT (list_item), "page"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          DaftarCustomersPage      *self)
{
  gtk_list_item_set_child (list_item, daftar_customer_row_new (self->ui));
  daftar_row_click_add (list_item);
  g_object_set_data (G_OBJECT (list_item), "page", self);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         DaftarCustomersPage      *self)
{
  DaftarListItem *item = gtk_list_item_get_item (list_item);

  g_signal_connect (item, "notify::record", G_CALLBACK (record_cb), list_item);
  fill_row (list_item, self);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           DaftarCustomersPage      *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), record_cb, list_item);
}

/* --- Selecting. ------------------------------------------------------------------------------------ */

static void
show_profile (DaftarCustomersPage *self,
              gint64               id)
{
  daftar_profile_view_show (DAFTAR_PROFILE_VIEW (self->profile), id);
}

static void
selected_cb (DaftarCustomersPage *self)
{
  show_profile (self, daftar_id_selection_get_id (self->selection));
}

static void
activate_cb (DaftarCustomersPage *self,
             guint                position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  daftar_split_show_detail (DAFTAR_SPLIT (self->split));
}

/* Enter in the search opens the best; the arrow goes on into the list. */
static void
search_activate_cb (DaftarCustomersPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    activate_cb (self, 0);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  key,
               guint                  code,
               GdkModifierType        state,
               DaftarCustomersPage   *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return GDK_EVENT_STOP;
  if (daftar_id_selection_get_position (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  gtk_widget_grab_focus (self->view);
  return GDK_EVENT_STOP;
}

/* --- Actions. -------------------------------------------------------------------------------------- */

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  daftar_customer_dialog_present (widget, DAFTAR_CUSTOMERS_PAGE (widget)->ui, NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);
  DaftarProfile *profile = daftar_profile_view_get_profile (DAFTAR_PROFILE_VIEW (self->profile));

  if (profile != NULL)
    daftar_customer_dialog_present (widget, self->ui, profile);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarCustomersPage) self = data;
  g_autoptr (GError) error = NULL;
  gint64 operation;

  daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);
  if (self->split == NULL)
    return;
  if (error != NULL)
    {
      daftar_ui_tell_error (GTK_WIDGET (self), error);
      return;
    }
  daftar_id_selection_set_id (self->selection, 0);
  daftar_split_show_list (DAFTAR_SPLIT (self->split));
  daftar_ui_toast_undo (GTK_WIDGET (self), self->ui, _("Customer deleted"), operation);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);
  gint64 id = daftar_id_selection_get_id (self->selection);
  GArray *ids;

  if (id == 0)
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, id);
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "customer.delete", daftar_customer_delete_write,
                            ids, (GDestroyNotify) g_array_unref, NULL, NULL, deleted_cb, g_object_ref (self));
}

static void
duplicates_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  daftar_duplicates_dialog_present (widget, DAFTAR_CUSTOMERS_PAGE (widget)->ui);
}

static void
bin_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  daftar_bin_dialog_present (widget, DAFTAR_CUSTOMERS_PAGE (widget)->ui);
}

/* Opens a dialog about the customer who is shown. */
static void
with_profile (GtkWidget *widget,
              void     (*present) (GtkWidget *parent, DaftarUiContext *ui, gint64 id, const char *name))
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);
  DaftarProfile *profile = daftar_profile_view_get_profile (DAFTAR_PROFILE_VIEW (self->profile));

  if (profile != NULL)
    present (widget, self->ui, DAFTAR_RECORD (profile->customer)->id, profile->customer->name);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  with_profile (widget, daftar_history_dialog_present);
}

static void
erase_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  with_profile (widget, daftar_erase_dialog_present);
}

/* --- The page. ------------------------------------------------------------------------------------- */

static const char *
get_id (DaftarPage *page)
{
  return "customers";
}

static const char *
get_title (DaftarPage *page)
{
  return _("Customers");
}

static const char *
get_icon_name (DaftarPage *page)
{
  return "daftar-customers-symbolic";
}

static gboolean
search (DaftarPage *page)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (page);

  daftar_split_show_list (DAFTAR_SPLIT (self->split));
  return gtk_widget_grab_focus (self->search);
}

static gboolean
open_record (DaftarPage *page,
             const char *kind,
             gint64      id)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (page);

  if (!g_str_equal (kind, "customer"))
    return FALSE;
  daftar_id_selection_set_id (self->selection, id);
  daftar_split_show_detail (DAFTAR_SPLIT (self->split));
  return TRUE;
}

static gboolean
back (DaftarPage *page)
{
  return daftar_split_show_list (DAFTAR_SPLIT (DAFTAR_CUSTOMERS_PAGE (page)->split));
}

static void
shown (DaftarPage *page)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (page);

  if (!daftar_split_get_folded (DAFTAR_SPLIT (self->split)))
    gtk_widget_grab_focus (self->search);
}

static void
page_init (DaftarPageInterface *iface)
{
  iface->get_id = get_id;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->search = search;
  iface->open = open_record;
  iface->back = back;
  iface->shown = shown;
}

static void
daftar_customers_page_dispose (GObject *object)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (object);

  g_clear_pointer (&self->split, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_customers_page_parent_class)->dispose (object);
}

static void
daftar_customers_page_finalize (GObject *object)
{
  g_free (DAFTAR_CUSTOMERS_PAGE (object)->query);
  G_OBJECT_CLASS (daftar_customers_page_parent_class)->finalize (object);
}

static void
daftar_customers_page_class_init (DaftarCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_customers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = daftar_customers_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "customers.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "customers.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "customers.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "customers.duplicates", NULL, duplicates_action);
  gtk_widget_class_install_action (widget_class, "customers.bin", NULL, bin_action);
  gtk_widget_class_install_action (widget_class, "customers.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "customers.erase", NULL, erase_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "customers.edit", NULL);
}

static void
daftar_customers_page_init (DaftarCustomersPage *self)
{
  self->query = g_strdup ("");
}

static GtkWidget *
make_list_view (DaftarCustomersPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_set_name (self->view, "customers-list");
  gtk_widget_add_css_class (self->view, "daftar-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  return self->view;
}

static GtkWidget *
make_stack (DaftarCustomersPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_list_view (self));
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("daftar-customers-symbolic", _("No customers yet"),
                                               _("Bring them in from a file, or write down the first one."),
                                               _("_Import Customers…"), "app.import"),
                       "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       daftar_empty_state_new ("edit-find-symbolic", _("Nobody found"),
                                               _("Any part of a name, number or e-mail address will do."), NULL, NULL),
                       "none");
  return self->stack;
}

static GtkWidget *
make_tools (DaftarCustomersPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *orders[] = { _("By Name"), _("Last Contact"), _("Newest First"), NULL };
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

  self->order = gtk_drop_down_new_from_strings (orders);
  gtk_widget_set_name (self->order, "customers-order");
  gtk_widget_set_halign (self->order, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->order, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order"), -1);
  g_signal_connect_swapped (self->order, "notify::selected", G_CALLBACK (show_customers), self);
  self->count = gtk_label_new (NULL);
  gtk_widget_set_name (self->count, "customers-count");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "daftar-numbers");
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_set_halign (self->count, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), self->order);
  gtk_box_append (GTK_BOX (line), self->count);
  gtk_box_append (GTK_BOX (tools), self->search);
  gtk_box_append (GTK_BOX (tools), line);
  gtk_widget_add_css_class (tools, "daftar-tools");
  return tools;
}

static GtkWidget *
make_list_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Find _Duplicates…"), "customers.duplicates");
  g_menu_append (menu, _("_Bin"), "customers.bin");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_name (button, "customers-menu");
  gtk_widget_set_tooltip_text (button, _("More about All Customers"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More about All Customers"), -1);
  return button;
}

static GtkWidget *
make_list_pane (DaftarCustomersPage *self)
{
  GtkWidget *pane = daftar_pane_new (_("Customers"));
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_name (add, "customers-new");
  gtk_widget_set_tooltip_text (add, _("New Customer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New Customer"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "customers.new");
  daftar_pane_pack_end (DAFTAR_PANE (pane), make_list_menu ());
  daftar_pane_pack_end (DAFTAR_PANE (pane), add);
  daftar_pane_add_top (DAFTAR_PANE (pane), make_tools (self));
  daftar_pane_set_child (DAFTAR_PANE (pane), make_stack (self));
  return pane;
}

static GtkWidget *
make_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("_History"), "customers.history");
  g_menu_append (menu, _("_Delete"), "customers.delete");
  g_menu_append (menu, _("_Erase for Good…"), "customers.erase");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_name (button, "profile-menu");
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  return button;
}

static void
profile_shown_cb (DaftarCustomersPage *self)
{
  gboolean someone = daftar_profile_view_get_profile (DAFTAR_PROFILE_VIEW (self->profile)) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.edit", someone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.delete", someone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.history", someone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.erase", someone);
}

static GtkWidget *
make_profile_pane (DaftarCustomersPage *self)
{
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  self->profile_pane = daftar_pane_new (NULL);
  gtk_widget_set_name (edit, "profile-edit");
  gtk_widget_set_tooltip_text (edit, _("Edit"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Edit"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "customers.edit");
  self->profile = daftar_profile_view_new (self->ui);
  g_signal_connect_object (self->profile, "shown", G_CALLBACK (profile_shown_cb), self, G_CONNECT_SWAPPED);
  daftar_pane_pack_end (DAFTAR_PANE (self->profile_pane), make_menu_button ());
  daftar_pane_pack_end (DAFTAR_PANE (self->profile_pane), edit);
  daftar_pane_set_child (DAFTAR_PANE (self->profile_pane), self->profile);
  return self->profile_pane;
}

/**
 * daftar_customers_page_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the page of all customers and of each one
 */
GtkWidget *
daftar_customers_page_new (DaftarUiContext *ui)
{
  DaftarCustomersPage *self = g_object_new (DAFTAR_TYPE_CUSTOMERS_PAGE, NULL);

  self->ui = g_object_ref (ui);
  self->list =
    daftar_id_list_new (daftar_ui_context_get_store (ui), DAFTAR_KIND_CUSTOMER, daftar_customer_store_get_rows);
  self->selection = daftar_id_selection_new (self->list);
  self->split = daftar_split_new (make_list_pane (self), make_profile_pane (self));
  gtk_widget_set_parent (self->split, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::id", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  profile_shown_cb (self);
  show_customers (self);
  return GTK_WIDGET (self);
}
