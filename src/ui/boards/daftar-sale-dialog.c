/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-sale-dialog.h"

#include "daftar-bidi.h"
#include "daftar-day-entry.h"
#include "daftar-deal-action.h"
#include "daftar-entry.h"
#include "daftar-error.h"
#include "daftar-form-dialog.h"
#include "daftar-money.h"
#include "daftar-number.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *quantity;
  GtkWidget *price;
} Line;

typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  DaftarDeal *deal;
  GPtrArray *lines;
  GtkWidget *lines_box;
  GtkWidget *sum;
  GtkWidget *warranty;
  GtkWidget *thank;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_object_unref (form->deal);
  g_ptr_array_unref (form->lines);
  g_free (form);
}

/* --- Reading. -------------------------------------------------------------------------------------- */

static gboolean
is_empty (Line *line)
{
  return *gtk_editable_get_text (GTK_EDITABLE (line->name)) == '\0' && *gtk_editable_get_text (GTK_EDITABLE (line->price)) == '\0';
}

static gboolean
read_line (Form        *form,
           Line        *line,
           DaftarSale  *sale,
           GError     **error)
{
  const char *quantity = gtk_editable_get_text (GTK_EDITABLE (line->quantity));
  const char *price = gtk_editable_get_text (GTK_EDITABLE (line->price));
  gint64 n = 1000, amount = 0;

  if (is_empty (line))
    return TRUE;
  if (*quantity != '\0' && !daftar_number_parse (quantity, 3, &n, error))
    return FALSE;
  if (*price != '\0' && !daftar_money_parse (price, form->deal->currency, &amount, error))
    return FALSE;
  daftar_sale_add_item (sale, gtk_editable_get_text (GTK_EDITABLE (line->name)), n, amount);
  return TRUE;
}

static DaftarSale *
read_sale (Form    *form,
           GError **error)
{
  g_autoptr (DaftarSale) sale = daftar_sale_new (DAFTAR_RECORD (form->deal)->id);

  for (guint i = 0; i < form->lines->len; i++)
    if (!read_line (form, form->lines->pdata[i], sale, error))
      return NULL;
  if (sale->items->len == 0)
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter at least one thing that was sold."));
      return NULL;
    }
  if (!daftar_sale_sum (sale, &sale->purchase->amount))
    {
      g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                           _("The sum is too large. Check the quantities and prices."));
      return NULL;
    }
  return g_steal_pointer (&sale);
}

static void
update (Form *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarSale) sale = read_sale (form, &error);
  g_autofree char *sum = sale != NULL ? daftar_money_format (sale->purchase->amount, form->deal->currency,
                                                             daftar_ui_context_get_format (form->ui))
                                      : NULL;

  gtk_label_set_label (GTK_LABEL (form->sum), sum != NULL ? sum : "—");
  daftar_form_dialog_set_error (form->dialog, NULL);
}

/* --- Saving. --------------------------------------------------------------------------------------- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  GtkWidget *owner = daftar_form_dialog_get_owner (dialog);
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  g_autoptr (DaftarPurchase) saved = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (saved == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    daftar_ui_toast_undo (owner, form->ui, _("Purchase written down"), operation);
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarSale) sale = read_sale (form, &error);

  if (sale == NULL || !daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (form->warranty), &sale->purchase->warranty_until, &error))
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      return;
    }
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (form->thank)))
    sale->thank_title = g_strdup (_("Say thank you for the purchase"));
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), "purchase.add", daftar_sale_write,
                            g_steal_pointer (&sale), (GDestroyNotify) daftar_sale_free, g_object_unref, NULL, saved_cb,
                            g_object_ref (form->dialog));
}

/* --- Lines. ---------------------------------------------------------------------------------------- */

static GtkWidget *
make_entry (Form       *form,
            const char *name,
            const char *label,
            int         width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_name (entry, name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), form);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (save_cb), form);
  return entry;
}

static Line *
add_line (Form *form)
{
  Line *line = g_new0 (Line, 1);

  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->name = make_entry (form, "sale-name", _("What was sold"), 12);
  gtk_widget_set_hexpand (line->name, TRUE);
  line->quantity = make_entry (form, "sale-quantity", _("Quantity"), 5);
  gtk_editable_set_text (GTK_EDITABLE (line->quantity), "1");
  daftar_entry_set_ltr (GTK_EDITABLE (line->quantity));
  line->price = make_entry (form, "sale-price", _("Price"), 9);
  daftar_entry_set_ltr (GTK_EDITABLE (line->price));
  gtk_box_append (GTK_BOX (line->box), line->name);
  gtk_box_append (GTK_BOX (line->box), line->quantity);
  gtk_box_append (GTK_BOX (line->box), line->price);
  gtk_box_append (GTK_BOX (form->lines_box), line->box);
  g_ptr_array_add (form->lines, line);
  return line;
}

static void
add_cb (Form *form)
{
  gtk_widget_grab_focus (add_line (form)->name);
}

static GtkWidget *
make_total (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add a _Line"));
  GtkWidget *label = gtk_label_new (_("Together"));

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_name (add, "sale-add");
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), form);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "dim-label");
  form->sum = gtk_label_new (NULL);
  gtk_widget_set_name (form->sum, "sale-sum");
  gtk_widget_add_css_class (form->sum, "heading");
  gtk_widget_add_css_class (form->sum, "daftar-numbers");
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), form->sum);
  return box;
}

static GtkWidget *
make_form (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *who = gtk_label_new (form->deal->customer_name);
  GtkWidget *heading = gtk_label_new (_("Warranty until"));
  Line *line;

  gtk_label_set_xalign (GTK_LABEL (who), 0);
  gtk_label_set_ellipsize (GTK_LABEL (who), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (who, "title-4");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  form->lines_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  form->warranty = daftar_day_entry_new (form->ui);
  form->thank = gtk_check_button_new_with_mnemonic (_("Remind me to say _thank you tomorrow"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->thank), TRUE);
  gtk_widget_set_name (form->thank, "sale-thank");
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), form->lines_box);
  gtk_box_append (GTK_BOX (box), make_total (form));
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), form->warranty);
  gtk_box_append (GTK_BOX (box), form->thank);
  line = add_line (form);
  gtk_editable_set_text (GTK_EDITABLE (line->name), form->deal->title);
  if (form->deal->value != 0)
    {
      g_autofree char *plain = daftar_money_plain (form->deal->value, form->deal->currency);

      gtk_editable_set_text (GTK_EDITABLE (line->price), plain);
    }
  update (form);
  return box;
}

/**
 * daftar_sale_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @deal: what came to the purchase
 *
 * Asks what was sold. Who does not want to say closes it: the card has moved all the same.
 */
void
daftar_sale_dialog_present (GtkWidget       *parent,
                            DaftarUiContext *ui,
                            DaftarDeal      *deal)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->deal = g_object_ref (deal);
  form->lines = g_ptr_array_new_with_free_func (g_free);
  form->dialog = daftar_form_dialog_new (parent, _("What Was Sold?"), _("_Save"));
  gtk_widget_set_name (GTK_WIDGET (form->dialog), "sale-dialog");
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  daftar_form_dialog_set_child (form->dialog, make_form (form));
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (((Line *) form->lines->pdata[0])->price);
}
