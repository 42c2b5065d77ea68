/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customers-page.h"

#include "daftar-customer-bulk.h"
#include "daftar-customer-dialog.h"
#include "daftar-customer-edit.h"
#include "daftar-customer-export.h"
#include "daftar-customer-list-pane.h"
#include "daftar-empty-state.h"
#include "daftar-page.h"
#include "daftar-pane.h"
#include "daftar-people-dialogs.h"
#include "daftar-profile-view.h"
#include "daftar-split.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The list of all customers and the profile of one. */
struct _DaftarCustomersPage
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarIdSelection *selection;

  GtkWidget *split;
  GtkWidget *list;
  GtkWidget *profile_pane;
  GtkWidget *profile;
  GtkWidget *detail; /* the profile, or how many are selected */
  GtkWidget *several;
};

static void page_init (DaftarPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarCustomersPage, daftar_customers_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_PAGE, page_init))

/* --- Selecting. ------------------------------------------------------------------------------------ */

static DaftarCustomerListPane *
get_list (DaftarCustomersPage *self)
{
  return DAFTAR_CUSTOMER_LIST_PANE (self->list);
}

static void
show_several (DaftarCustomersPage *self,
              guint                n)
{
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), n);
  /* Translators: %s is a number of customers, for which the form is chosen. */
  g_autofree char *title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s customer selected", "%s customers selected", n), number);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->several), title);
}

static void
selected_cb (DaftarCustomersPage *self)
{
  guint n = daftar_id_selection_get_n_selected (self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.tag", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.plan", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.merge", n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.export", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.unselect", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.delete", n > 0);
  gtk_stack_set_visible_child (GTK_STACK (self->detail), n > 1 ? self->several : self->profile);
  if (n > 1)
    show_several (self, n);
  else
    daftar_profile_view_show (DAFTAR_PROFILE_VIEW (self->profile), daftar_id_selection_get_id (self->selection));
}

static void
open_cb (DaftarCustomersPage *self)
{
  daftar_split_show_detail (DAFTAR_SPLIT (self->split));
}

static void
table_cb (DaftarCustomersPage *self)
{
  daftar_split_set_one (DAFTAR_SPLIT (self->split), daftar_customer_list_pane_get_table (get_list (self)));
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
  GArray *ids = daftar_id_selection_get_ids (self->selection);

  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "customer.delete", daftar_customer_delete_write,
                            ids, (GDestroyNotify) g_array_unref, NULL, NULL, deleted_cb, g_object_ref (self));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);
  g_autoptr (GArray) ids = daftar_id_selection_get_ids (self->selection);

  daftar_merge_dialog_present (widget, self->ui, (const gint64 *) ids->data, ids->len);
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

static void
tag_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);
  g_autoptr (GArray) ids = daftar_id_selection_get_ids (self->selection);

  daftar_customer_bulk_tag (widget, self->ui, ids);
}

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);
  g_autoptr (GArray) ids = daftar_id_selection_get_ids (self->selection);

  daftar_customer_bulk_plan (widget, self->ui, ids);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);
  g_autoptr (GArray) ids = daftar_id_selection_get_ids (self->selection);

  daftar_customer_export_present (widget, self->ui, ids);
}

static void
export_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  daftar_customer_export_present (widget, DAFTAR_CUSTOMERS_PAGE (widget)->ui, NULL);
}

static void
unselect_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (DAFTAR_CUSTOMERS_PAGE (widget)->selection));
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  daftar_customer_list_pane_show_all (get_list (DAFTAR_CUSTOMERS_PAGE (widget)));
}

static void
note_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarCustomersPage *self = DAFTAR_CUSTOMERS_PAGE (widget);

  daftar_split_show_detail (DAFTAR_SPLIT (self->split));
  daftar_profile_view_write (DAFTAR_PROFILE_VIEW (self->profile));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  daftar_profile_view_print (DAFTAR_PROFILE_VIEW (DAFTAR_CUSTOMERS_PAGE (widget)->profile));
}

static void
pdf_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  daftar_profile_view_save_pdf (DAFTAR_PROFILE_VIEW (DAFTAR_CUSTOMERS_PAGE (widget)->profile));
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
  return daftar_customer_list_pane_focus_search (get_list (self));
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
    daftar_customer_list_pane_focus_search (get_list (self));
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
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_customers_page_parent_class)->dispose (object);
}

static void
daftar_customers_page_class_init (DaftarCustomersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_customers_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "customers.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "customers.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "customers.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "customers.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "customers.duplicates", NULL, duplicates_action);
  gtk_widget_class_install_action (widget_class, "customers.bin", NULL, bin_action);
  gtk_widget_class_install_action (widget_class, "customers.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "customers.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "customers.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "customers.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "customers.pdf", NULL, pdf_action);
  gtk_widget_class_install_action (widget_class, "customers.tag", NULL, tag_action);
  gtk_widget_class_install_action (widget_class, "customers.plan", NULL, plan_action);
  gtk_widget_class_install_action (widget_class, "customers.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "customers.export-all", NULL, export_all_action);
  gtk_widget_class_install_action (widget_class, "customers.unselect", NULL, unselect_action);
  gtk_widget_class_install_action (widget_class, "customers.show-all", NULL, show_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "customers.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "customers.note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "customers.note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "customers.print", NULL);
}

static void
daftar_customers_page_init (DaftarCustomersPage *self)
{
}

static GtkWidget *
make_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("_History"), "customers.history");
  g_menu_append (menu, _("_Print…"), "customers.print");
  g_menu_append (menu, _("_Save as PDF…"), "customers.pdf");
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.history", someone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.erase", someone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.note", someone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.print", someone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.pdf", someone);
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
  self->several = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->several), "daftar-customers-symbolic");
  adw_status_page_set_description (ADW_STATUS_PAGE (self->several),
                                   _("What is chosen below the list is done to all of them."));
  self->detail = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->detail), self->profile);
  gtk_stack_add_child (GTK_STACK (self->detail), self->several);
  daftar_pane_set_child (DAFTAR_PANE (self->profile_pane), self->detail);
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
  self->list = daftar_customer_list_pane_new (ui);
  self->selection = g_object_ref (daftar_customer_list_pane_get_selection (get_list (self)));
  self->split = daftar_split_new (self->list, make_profile_pane (self));
  gtk_widget_set_parent (self->split, GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::id", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::table", G_CALLBACK (table_cb), self, G_CONNECT_SWAPPED);
  table_cb (self);
  profile_shown_cb (self);
  selected_cb (self);
  return GTK_WIDGET (self);
}
