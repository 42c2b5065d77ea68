/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-columns.h"

#include "daftar-customer-table.h"
#include "daftar-form-dialog.h"

#include <glib/gi18n.h>

/* The form that chooses the columns of the table and their order. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  GtkWidget *list;
  DaftarCustomerOrder order[DAFTAR_N_CUSTOMER_ORDERS];
  gboolean shown[DAFTAR_N_CUSTOMER_ORDERS]; /* by column */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_free (form);
}

static void fill (Form *form,
                  guint focus);

static guint
get_index (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
}

static void
move (Form *form,
      guint from,
      guint to)
{
  DaftarCustomerOrder column = form->order[from];

  form->order[from] = form->order[to];
  form->order[to] = column;
  fill (form, to);
}

static void
up_cb (GtkWidget *button,
       Form      *form)
{
  move (form, get_index (button), get_index (button) - 1);
}

static void
down_cb (GtkWidget *button,
         Form      *form)
{
  move (form, get_index (button), get_index (button) + 1);
}

static void
toggled_cb (GtkWidget *check,
            Form      *form)
{
  form->shown[form->order[get_index (check)]] = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static GtkWidget *
make_arrow (Form       *form,
            guint       index,
            const char *icon,
            const char *label,
            gboolean    possible,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, possible);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", callback, form);
  return button;
}

static GtkWidget *
make_row (Form *form,
          guint index)
{
  DaftarCustomerOrder column = form->order[index];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = g_strconcat ("column-", daftar_customer_order_nick (column), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), daftar_customer_column_title (column));
  gtk_widget_set_name (check, name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), form->shown[column]);
  gtk_widget_set_sensitive (check, column != DAFTAR_CUSTOMER_ORDER_NAME);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  daftar_customer_column_title (column), -1);
  g_object_set_data (G_OBJECT (check), "index", GUINT_TO_POINTER (index));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), form);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_arrow (form, index, "go-up-symbolic", _("Earlier"), index > 0,
                                                               G_CALLBACK (up_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_arrow (form, index, "go-down-symbolic", _("Later"),
                                         index + 1 < DAFTAR_N_CUSTOMER_ORDERS, G_CALLBACK (down_cb)));
  return row;
}

/* Shows the columns in their order; the one that was moved keeps the focus. */
static void
fill (Form *form,
      guint focus)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (form->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (form->list), child);
  for (guint i = 0; i < DAFTAR_N_CUSTOMER_ORDERS; i++)
    {
      GtkWidget *row = make_row (form, i);

      gtk_list_box_append (GTK_LIST_BOX (form->list), row);
      if (i == focus)
        gtk_widget_grab_focus (row);
    }
}

static void
save_cb (Form *form)
{
  g_autoptr (GStrvBuilder) nicks = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < DAFTAR_N_CUSTOMER_ORDERS; i++)
    if (form->shown[form->order[i]])
      g_strv_builder_add (nicks, daftar_customer_order_nick (form->order[i]));
  list = g_strv_builder_end (nicks);
  g_settings_set_strv (daftar_ui_context_get_settings (form->ui), "customers-columns", (const char *const *) list);
  daftar_form_dialog_done (form->dialog);
}

static void
place (Form                *form,
       DaftarCustomerOrder  column,
       guint               *n)
{
  for (guint i = 0; i < *n; i++)
    if (form->order[i] == column)
      return;
  form->order[(*n)++] = column;
}

/* The shown ones in their order, then those that could be. */
static void
read_columns (Form *form)
{
  g_auto (GStrv) nicks = g_settings_get_strv (daftar_ui_context_get_settings (form->ui), "customers-columns");
  guint n = 0;

  if (!g_strv_contains ((const char *const *) nicks, "name"))
    place (form, DAFTAR_CUSTOMER_ORDER_NAME, &n);
  for (guint i = 0; nicks[i] != NULL; i++)
    place (form, daftar_customer_order_from_nick (nicks[i]), &n);
  for (guint i = 0; i < n; i++)
    form->shown[form->order[i]] = TRUE;
  for (guint column = 0; column < DAFTAR_N_CUSTOMER_ORDERS; column++)
    place (form, column, &n);
}

/**
 * daftar_customer_columns_present:
 * @parent: the widget that asks
 * @ui: the context
 *
 * Opens the form that chooses the columns of the table of customers.
 */
void
daftar_customer_columns_present (GtkWidget       *parent,
                                 DaftarUiContext *ui)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->dialog = daftar_form_dialog_new (parent, _("Columns of the Table"), _("_Save"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  form->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (form->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (form->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns of the Table"),
                                  -1);
  read_columns (form);
  fill (form, 0);
  daftar_form_dialog_set_child (form->dialog, form->list);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
}
