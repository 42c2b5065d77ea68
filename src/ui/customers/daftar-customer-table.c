/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-table.h"

#include "daftar-bidi.h"
#include "daftar-customer-row.h"
#include "daftar-money.h"
#include "daftar-rows-focus.h"

#include <glib/gi18n.h>

struct _DaftarCustomerTable
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarIdSelection *selection;
  GtkWidget *scroller;
  GtkWidget *view;
  GtkColumnViewColumn *columns[DAFTAR_N_CUSTOMER_ORDERS];
  GtkSorter *sorters[DAFTAR_N_CUSTOMER_ORDERS];
  DaftarCustomerOrder order;
  gboolean descending;
  DaftarCustomerOrder asked; /* see find_sort() */
  guint moved_id;
  gboolean setting;          /* it is the program that sorts or arranges, not a person */
};

enum
{
  ACTIVATE,
  SORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarCustomerTable, daftar_customer_table, GTK_TYPE_WIDGET)

/* --- What stands in a cell. ------------------------------------------------------------------------ */

/* Numbers that are compared stand at the end of their column. */
static gboolean
is_number (DaftarCustomerOrder column)
{
  return column == DAFTAR_CUSTOMER_ORDER_TICKETS || column == DAFTAR_CUSTOMER_ORDER_VALUE;
}

/**
 * daftar_customer_column_title:
 * @column: a column
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
daftar_customer_column_title (DaftarCustomerOrder column)
{
  switch (column)
    {
    case DAFTAR_CUSTOMER_ORDER_CONTACT:
      return _("Last contact");
    case DAFTAR_CUSTOMER_ORDER_CREATED:
      return C_ ("column", "Customer since");
    case DAFTAR_CUSTOMER_ORDER_PHONE:
      return C_ ("column", "Phone");
    case DAFTAR_CUSTOMER_ORDER_EMAIL:
      return C_ ("column", "E-mail");
    case DAFTAR_CUSTOMER_ORDER_COMPANY:
      return _("Company");
    case DAFTAR_CUSTOMER_ORDER_CITY:
      return _("City");
    case DAFTAR_CUSTOMER_ORDER_TAGS:
      return _("Tags");
    case DAFTAR_CUSTOMER_ORDER_STAGE:
      return C_ ("column", "Stage");
    case DAFTAR_CUSTOMER_ORDER_TICKETS:
      return C_ ("column", "Open tickets");
    case DAFTAR_CUSTOMER_ORDER_VALUE:
      return C_ ("column", "Value");
    case DAFTAR_CUSTOMER_ORDER_NAME:
    default:
      return C_ ("column", "Name");
    }
}

static char *
moment_text (DaftarCustomerTable *self,
             gint64               at)
{
  if (at == 0)
    return NULL;
  return daftar_format_moment (daftar_ui_context_get_format (self->ui), at, daftar_ui_context_now (self->ui),
                               DAFTAR_MOMENT_RELATIVE);
}

static char *
tags_text (const char *tags)
{
  g_auto (GStrv) list = tags != NULL ? g_strsplit (tags, "\n", -1) : NULL;

  return list != NULL ? g_strjoinv (_(", "), list) : NULL;
}

static char *
cell_text (DaftarCustomerTable *self,
           DaftarCustomer      *customer,
           DaftarCustomerOrder  column)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  DaftarShop *shop = daftar_ui_context_get_shop (self->ui);

  switch (column)
    {
    case DAFTAR_CUSTOMER_ORDER_NAME:
      return g_strdup (customer->name);
    case DAFTAR_CUSTOMER_ORDER_CONTACT:
      return moment_text (self, customer->last_contact_at);
    case DAFTAR_CUSTOMER_ORDER_CREATED:
      return moment_text (self, customer->created_at);
    case DAFTAR_CUSTOMER_ORDER_PHONE:
      return daftar_customer_row_number (customer, shop->country);
    case DAFTAR_CUSTOMER_ORDER_EMAIL:
      return customer->email != NULL ? daftar_bidi_ltr (customer->email) : NULL;
    case DAFTAR_CUSTOMER_ORDER_COMPANY:
      return g_strdup (customer->company);
    case DAFTAR_CUSTOMER_ORDER_CITY:
      return g_strdup (customer->city);
    case DAFTAR_CUSTOMER_ORDER_TAGS:
      return tags_text (customer->tags);
    case DAFTAR_CUSTOMER_ORDER_STAGE:
      return g_strdup (customer->stage_name);
    case DAFTAR_CUSTOMER_ORDER_TICKETS:
      return customer->n_open_tickets > 0 ? daftar_format_number (format, customer->n_open_tickets) : NULL;
    case DAFTAR_CUSTOMER_ORDER_VALUE:
      return customer->value != 0 ? daftar_money_format (customer->value, shop->currency, format) : NULL;
    default:
      return NULL;
    }
}

/* --- Cells. ---------------------------------------------------------------------------------------- */

/* What a column's factory needs to know. */
typedef struct
{
  DaftarCustomerTable *table;
  DaftarCustomerOrder column;
} Column;

static void
fill_cell (GtkListItem *list_item,
           Column      *column)
{
  DaftarCustomer *customer = daftar_list_item_get_record (gtk_list_item_get_item (list_item));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = customer != NULL ? cell_text (column->table, customer, column->column) : NULL;

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, column->column == DAFTAR_CUSTOMER_ORDER_TAGS ? text : NULL);
}

static void
record_cb (DaftarListItem *item,
           GParamSpec     *pspec,
           GtkListItem    *list_item)
{
  fill_cell (list_item, g_object_get_data (G_OBJECT (list_item), "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          Column                   *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), is_number (column->column) ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (label), column->column == DAFTAR_CUSTOMER_ORDER_NAME ? 18 : 8);
  gtk_widget_add_css_class (label, "daftar-numbers");
  if (column->column == DAFTAR_CUSTOMER_ORDER_NAME)
    gtk_widget_add_css_class (label, "daftar-medium");
  gtk_list_item_set_child (list_item, label);
  g_object_set_data (G_OBJECT (list_item), "column", column);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         Column                   *column)
{
  g_signal_connect (gtk_list_item_get_item (list_item), "notify::record", G_CALLBACK (record_cb), list_item);
  fill_cell (list_item, column);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           Column                   *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), record_cb, list_item);
}

static GtkListItemFactory *
make_factory (DaftarCustomerTable *self,
              DaftarCustomerOrder  order)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);

  column->table = self;
  column->column = order;
  g_object_set_data_full (G_OBJECT (factory), "column", column, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);
  return factory;
}

/* --- Sorting. -------------------------------------------------------------------------------------- */

/* The rows are sorted by the store; these sorters only tell which heading was pressed. The view's sorter asks
 * its first column's sorter and turns the answer round where that column descends: so one comparison tells both.
 * (GTK says it itself from 4.10 on.) */
static int
ask_cb (gconstpointer a,
        gconstpointer b,
        gpointer      data)
{
  DaftarCustomerTable *self = g_object_get_data (data, "table");

  self->asked = GPOINTER_TO_UINT (g_object_get_data (data, "order"));
  return GTK_ORDERING_SMALLER;
}

static void
find_sort (DaftarCustomerTable *self,
           GtkSorter           *sorter)
{
  GtkOrdering ordering;

  self->asked = DAFTAR_N_CUSTOMER_ORDERS;
  /* Any two things will do; one and the same would not be compared. */
  ordering = gtk_sorter_compare (sorter, self, self->view);
  if (self->asked == DAFTAR_N_CUSTOMER_ORDERS)
    return;
  self->order = self->asked;
  self->descending = ordering == GTK_ORDERING_LARGER;
}

static void
sorter_changed_cb (DaftarCustomerTable *self,
                   GtkSorterChange      change,
                   GtkSorter           *sorter)
{
  if (self->setting)
    return;
  find_sort (self, sorter);
  g_signal_emit (self, signals[SORTED], 0);
}

/**
 * daftar_customer_table_set_sort:
 * @self: a table
 * @order: the column that it is sorted by
 * @descending: the largest first
 *
 * Shows in the headings how the rows are sorted.
 */
void
daftar_customer_table_set_sort (DaftarCustomerTable *self,
                                DaftarCustomerOrder  order,
                                gboolean             descending)
{
  self->order = order;
  self->descending = descending;
  self->setting = TRUE;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), self->columns[order],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting = FALSE;
}

void
daftar_customer_table_get_sort (DaftarCustomerTable *self,
                                DaftarCustomerOrder *order,
                                gboolean            *descending)
{
  *order = self->order;
  *descending = self->descending;
}

/**
 * daftar_customer_table_set_used:
 * @self: a table
 * @used: whether it is the one that shows the rows
 *
 * A view makes some two hundred rows of widgets even where nobody sees it: without a model it makes none.
 */
void
daftar_customer_table_set_used (DaftarCustomerTable *self,
                                gboolean             used)
{
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), used ? GTK_SELECTION_MODEL (self->selection) : NULL);
}

/* --- Columns. -------------------------------------------------------------------------------------- */

static GSettings *
get_settings (DaftarCustomerTable *self)
{
  return daftar_ui_context_get_settings (self->ui);
}

static gboolean
keep_columns_cb (gpointer data)
{
  DaftarCustomerTable *self = data;
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr (GStrvBuilder) nicks = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  self->moved_id = 0;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      for (guint order = 0; order < DAFTAR_N_CUSTOMER_ORDERS; order++)
        if (self->columns[order] == column)
          g_strv_builder_add (nicks, daftar_customer_order_nick (order));
    }
  list = g_strv_builder_end (nicks);
  g_settings_set_strv (get_settings (self), "customers-columns", (const char *const *) list);
  return G_SOURCE_REMOVE;
}

/* What one dragged by its heading stays where it was put. The view takes it out and puts it in again: what counts is
 * how they stand after that. */
static void
columns_moved_cb (DaftarCustomerTable *self)
{
  if (!self->setting && self->moved_id == 0)
    self->moved_id = g_idle_add (keep_columns_cb, self);
}

static gboolean
shows_column (DaftarCustomerTable *self,
              GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) one = g_list_model_get_item (columns, i);

      if (one == column)
        return TRUE;
    }
  return FALSE;
}

/* The name is always there: a row without one is nobody. */
static void
arrange_columns (DaftarCustomerTable *self)
{
  g_auto (GStrv) nicks = NULL;
  GtkColumnView *view;
  gboolean wanted[DAFTAR_N_CUSTOMER_ORDERS] = { FALSE };
  guint position = 0;

  if (self->ui == NULL)
    return;
  nicks = g_settings_get_strv (get_settings (self), "customers-columns");
  view = GTK_COLUMN_VIEW (self->view);
  self->setting = TRUE;
  if (!g_strv_contains ((const char *const *) nicks, "name"))
    {
      gtk_column_view_insert_column (view, position++, self->columns[DAFTAR_CUSTOMER_ORDER_NAME]);
      wanted[DAFTAR_CUSTOMER_ORDER_NAME] = TRUE;
    }
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      DaftarCustomerOrder order = daftar_customer_order_from_nick (nicks[i]);

      if (wanted[order])
        continue;
      wanted[order] = TRUE;
      gtk_column_view_insert_column (view, position++, self->columns[order]);
    }
  for (guint order = 0; order < DAFTAR_N_CUSTOMER_ORDERS; order++)
    if (!wanted[order] && shows_column (self, self->columns[order]))
      gtk_column_view_remove_column (view, self->columns[order]);
  self->setting = FALSE;
}

static void
make_column (DaftarCustomerTable *self,
             DaftarCustomerOrder  order)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  GtkColumnViewColumn *column =
    gtk_column_view_column_new (daftar_customer_column_title (order), make_factory (self, order));

  g_object_set_data (G_OBJECT (sorter), "table", self);
  g_object_set_data (G_OBJECT (sorter), "order", GUINT_TO_POINTER (order));
  gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (sorter), ask_cb, sorter, NULL);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, order == DAFTAR_CUSTOMER_ORDER_NAME || order == DAFTAR_CUSTOMER_ORDER_TAGS);
  self->columns[order] = column;
  self->sorters[order] = sorter;
}

/* --- The widget. ----------------------------------------------------------------------------------- */

static void
activate_cb (DaftarCustomerTable *self,
             guint                position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, position);
}

static void
daftar_customer_table_dispose (GObject *object)
{
  DaftarCustomerTable *self = DAFTAR_CUSTOMER_TABLE (object);

  /* The view takes its columns out one by one: that is nobody's choice of columns. */
  self->setting = TRUE;
  g_clear_handle_id (&self->moved_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  for (guint i = 0; i < DAFTAR_N_CUSTOMER_ORDERS; i++)
    {
      g_clear_object (&self->columns[i]);
      g_clear_object (&self->sorters[i]);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_customer_table_parent_class)->dispose (object);
}

static gboolean
daftar_customer_table_grab_focus (GtkWidget *widget)
{
  return daftar_rows_focus (gtk_widget_get_last_child (DAFTAR_CUSTOMER_TABLE (widget)->view));
}

static void
daftar_customer_table_class_init (DaftarCustomerTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_customer_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = daftar_customer_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SORTED] =
    g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daftar_customer_table_init (DaftarCustomerTable *self)
{
}

/**
 * daftar_customer_table_new:
 * @ui: the context; the columns are kept in its settings
 * @selection: the rows, and which of them are selected
 *
 * Returns: (transfer floating): a table
 */
GtkWidget *
daftar_customer_table_new (DaftarUiContext   *ui,
                           DaftarIdSelection *selection)
{
  DaftarCustomerTable *self = g_object_new (DAFTAR_TYPE_CUSTOMER_TABLE, NULL);

  self->ui = g_object_ref (ui);
  self->selection = g_object_ref (selection);
  self->view = gtk_column_view_new (NULL);
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_column_view_set_enable_rubberband (GTK_COLUMN_VIEW (self->view), FALSE);
  gtk_widget_set_name (self->view, "customers-table");
  gtk_widget_add_css_class (self->view, "daftar-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers"), -1);
  for (guint i = 0; i < DAFTAR_N_CUSTOMER_ORDERS; i++)
    make_column (self, i);
  arrange_columns (self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)), "items-changed",
                           G_CALLBACK (columns_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (self), "changed::customers-columns", G_CALLBACK (arrange_columns), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
