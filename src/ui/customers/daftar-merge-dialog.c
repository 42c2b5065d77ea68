/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-people-dialogs.h"

#include "daftar-avatar.h"
#include "daftar-bidi.h"
#include "daftar-form-dialog.h"
#include "daftar-merge.h"
#include "daftar-operation-store.h"
#include "daftar-phone.h"

#include <glib/gi18n.h>

/* A column of a person is no narrower than that: with more of them the form scrolls sideways. */
#define COLUMN_WIDTH 150
#define WIDE_COLUMN 240
#define MAX_POINTS 4

/* Several of one made one: a column each, and a choice wherever they differ. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  GArray *ids;
  DaftarMergeView *view;
  GPtrArray *stays;   /* GtkCheckButton of each person */
  GPtrArray *choices; /* GPtrArray of GtkCheckButton for each field; one more than people if all can be kept */
  GArray *touched;    /* gboolean for each field: somebody chose */
  gboolean filling;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_array_unref (form->ids);
  g_clear_pointer (&form->view, daftar_merge_view_free);
  g_clear_pointer (&form->stays, g_ptr_array_unref);
  g_clear_pointer (&form->choices, g_ptr_array_unref);
  g_clear_pointer (&form->touched, g_array_unref);
  g_free (form);
}

static guint
get_active (GPtrArray *buttons)
{
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (buttons, i)))
      return i;
  return 0;
}

static gint64
person_id (Form  *form,
           guint  index)
{
  return DAFTAR_RECORD (g_ptr_array_index (form->view->people, index))->id;
}

/* --- Choosing. -------------------------------------------------------------------------------------- */

static gboolean
is_filled (DaftarMergeField *field,
           guint             person)
{
  const char *value = g_ptr_array_index (field->values, person);

  return value != NULL && *value != '\0';
}

/* Who stays keeps what they have, wherever nobody chose otherwise. */
static void
stays_cb (Form *form)
{
  guint target = get_active (form->stays);

  form->filling = TRUE;
  for (guint f = 0; f < form->view->fields->len; f++)
    {
      DaftarMergeField *field = g_ptr_array_index (form->view->fields, f);
      guint chosen = is_filled (field, target) ? target : field->chosen;

      if (!g_array_index (form->touched, gboolean, f))
        gtk_check_button_set_active (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (form->choices, f), chosen), TRUE);
    }
  form->filling = FALSE;
}

static void
chosen_cb (GtkCheckButton *button,
           GParamSpec     *pspec,
           Form           *form)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));

  if (!form->filling && gtk_check_button_get_active (button))
    g_array_index (form->touched, gboolean, field) = TRUE;
}

/* --- What is seen. ---------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "daftar-wrapping");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
point_text (Form               *form,
            DaftarContactPoint *point)
{
  const char *country = daftar_ui_context_get_shop (form->ui)->country;
  g_autofree char *number = point->rnorm != NULL ? daftar_phone_format (point->norm, country) : NULL;

  return daftar_bidi_isolate (number != NULL ? number : point->value);
}

static void
add_points (Form      *form,
            GtkWidget *box,
            GPtrArray *points)
{
  for (guint i = 0; i < MIN (points->len, MAX_POINTS); i++)
    {
      g_autofree char *text = point_text (form, g_ptr_array_index (points, i));
      GtkWidget *label = make_label (text, "daftar-second");

      gtk_widget_add_css_class (label, "daftar-numbers");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (points->len > MAX_POINTS)
    gtk_box_append (GTK_BOX (box), make_label ("…", "daftar-second"));
}

static char *
facts_text (Form  *form,
            guint  person)
{
  DaftarFormat *format = daftar_ui_context_get_format (form->ui);
  DaftarCustomer *customer = g_ptr_array_index (form->view->people, person);
  gint64 count = g_array_index (form->view->counts, gint64, person);
  g_autofree char *number = daftar_format_number (format, count);
  g_autofree char *since =
    daftar_format_moment (format, customer->created_at, daftar_ui_context_now (form->ui), DAFTAR_MOMENT_RELATIVE);
  /* Translators: %s is a number, for which the form is chosen: tickets, deals, notes and so on of a customer. */
  g_autofree char *entries = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s entry", "%s entries", count), number);

  /* Translators: when the customer was added, then how many entries there are. */
  return g_strdup_printf (_("Added %s · %s"), since, entries);
}

static GtkWidget *
make_person (Form  *form,
             guint  person)
{
  DaftarCustomer *customer = g_ptr_array_index (form->view->people, person);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *avatar = daftar_avatar_new (36);
  GtkWidget *stays = gtk_check_button_new_with_label (_("Stays"));
  g_autofree char *widget_name = g_strdup_printf ("merge-stays-%u", person);
  g_autofree char *name = daftar_bidi_isolate (customer->name);
  /* Translators: %s is a customer’s name: the others become part of this one. */
  g_autofree char *label = g_strdup_printf (_("%s stays"), name);
  g_autofree char *facts = facts_text (form, person);
  GtkWidget *title = make_label (customer->name, "daftar-medium");

  daftar_avatar_set_name (DAFTAR_AVATAR (avatar), customer->name);
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), avatar);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_label (facts, "dim-label"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "daftar-second");
  add_points (form, box, g_ptr_array_index (form->view->points, person));
  gtk_widget_set_name (stays, widget_name);
  gtk_widget_set_vexpand (stays, TRUE);
  gtk_widget_set_valign (stays, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (stays), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (person > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (stays), g_ptr_array_index (form->stays, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (stays), person == 0);
  g_ptr_array_add (form->stays, stays);
  g_signal_connect_swapped (stays, "toggled", G_CALLBACK (stays_cb), form);
  gtk_box_append (GTK_BOX (box), stays);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "daftar-card");
  return box;
}

static GtkWidget *
make_choice (Form             *form,
             guint             index,
             DaftarMergeField *field,
             const char       *text,
             const char       *spoken)
{
  GPtrArray *buttons = g_ptr_array_index (form->choices, index);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = make_label (text, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", field->label, spoken != NULL ? spoken : text);
  g_autofree char *widget_name = g_strdup_printf ("merge-%s-%u", field->key, buttons->len);

  gtk_widget_set_name (button, widget_name);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (index));
  if (buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (buttons, 0));
  g_signal_connect (button, "notify::active", G_CALLBACK (chosen_cb), form);
  g_ptr_array_add (buttons, button);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static void
add_field (Form    *form,
           GtkGrid *grid,
           guint    index,
           int     *row)
{
  DaftarMergeField *field = g_ptr_array_index (form->view->fields, index);
  GtkWidget *heading = make_label (field->label, "dim-label");

  gtk_widget_add_css_class (heading, "daftar-second");
  gtk_widget_set_margin_top (heading, 12);
  gtk_grid_attach (grid, heading, 0, (*row)++, form->view->people->len, 1);
  g_ptr_array_add (form->choices, g_ptr_array_new ());
  for (guint i = 0; i < form->view->people->len; i++)
    {
      const char *value = g_ptr_array_index (field->values, i);
      GtkWidget *choice = make_choice (form, index, field, is_filled (field, i) ? value : "–",
                                       is_filled (field, i) ? NULL : _("nothing"));

      gtk_grid_attach (grid, choice, i, *row, 1, 1);
    }
  (*row)++;
  if (field->all)
    gtk_grid_attach (grid, make_choice (form, index, field, _("Keep all of it"), NULL), 0, (*row)++,
                     form->view->people->len, 1);
}

static GtkWidget *
make_grid (Form *form)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroller;
  int row = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < form->view->people->len; i++)
    gtk_grid_attach (GTK_GRID (grid), make_person (form, i), i, row, 1, 1);
  row++;
  for (guint i = 0; i < form->view->fields->len; i++)
    add_field (form, GTK_GRID (grid), i, &row);
  gtk_widget_set_size_request (grid, COLUMN_WIDTH * form->view->people->len + 12 * (form->view->people->len - 1), -1);
  gtk_widget_set_margin_bottom (grid, 6);
  /* Two fit on any screen. */
  if (form->view->people->len == 2)
    return grid;
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  return scroller;
}

static void
fill (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *sentence = form->view->fields->len > 0
                           ? _("Choose what is kept where they differ. Numbers, addresses, tags and everything written down are kept from all.")
                           : _("Numbers, addresses, tags and everything written down are kept from all.");
  gboolean no = FALSE;

  for (guint i = 0; i < form->view->fields->len; i++)
    g_array_append_val (form->touched, no);
  gtk_box_append (GTK_BOX (box), make_label (sentence, NULL));
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_last_child (box)), 40);
  form->filling = TRUE;
  gtk_box_append (GTK_BOX (box), make_grid (form));
  form->filling = FALSE;
  stays_cb (form);
  daftar_form_dialog_set_child (form->dialog, box);
  daftar_form_dialog_set_ready (form->dialog, TRUE);
}

/* --- Doing it. -------------------------------------------------------------------------------------- */

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  GtkWidget *owner = daftar_form_dialog_get_owner (dialog);
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  g_autoptr (DaftarCustomer) customer =
    daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (customer == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  if (owner != NULL)
    daftar_ui_toast_undo (owner, form->ui, _("Customers merged"), operation);
  daftar_form_dialog_done (dialog);
}

static void
merge_cb (Form *form)
{
  guint target = get_active (form->stays);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  DaftarMerge *merge;

  for (guint i = 0; i < form->view->people->len; i++)
    {
      gint64 id = person_id (form, i);

      if (i != target)
        g_array_append_val (others, id);
    }
  merge = daftar_merge_new (person_id (form, target), (const gint64 *) others->data, others->len);
  for (guint f = 0; f < form->view->fields->len; f++)
    {
      DaftarMergeField *field = g_ptr_array_index (form->view->fields, f);
      guint chosen = get_active (g_ptr_array_index (form->choices, f));

      daftar_merge_choose (merge, field->key, chosen < form->view->people->len ? person_id (form, chosen) : DAFTAR_MERGE_ALL);
    }
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui), DAFTAR_OPERATION_MERGE, daftar_customer_merge_write,
                            merge, (GDestroyNotify) daftar_merge_free, g_object_unref, NULL, merged_cb,
                            g_object_ref (form->dialog));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  g_autoptr (GError) error = NULL;

  form->view = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);
  if (daftar_form_dialog_is_closed (dialog))
    return;
  if (form->view != NULL)
    fill (form);
  else
    daftar_form_dialog_set_error (dialog, error->message);
  /* Only now is it known how high it is. */
  gtk_window_present (GTK_WINDOW (dialog));
  if (form->view != NULL)
    gtk_widget_grab_focus (g_ptr_array_index (form->stays, 0));
}

/**
 * daftar_merge_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @ids: (array length=n_ids): two or more customers, the one who is to stay first
 * @n_ids: how many
 *
 * Shows records of one person side by side, and makes them one.
 */
void
daftar_merge_dialog_present (GtkWidget       *parent,
                             DaftarUiContext *ui,
                             const gint64    *ids,
                             guint            n_ids)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (form->ids, ids, n_ids);
  form->stays = g_ptr_array_new ();
  form->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  form->touched = g_array_new (FALSE, FALSE, sizeof (gboolean));
  form->dialog = daftar_form_dialog_new (parent, _("Merge Customers"), _("_Merge"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  gtk_widget_set_name (GTK_WIDGET (form->dialog), "merge-dialog");
  daftar_form_dialog_set_width (form->dialog, CLAMP (WIDE_COLUMN * n_ids, 480, 960));
  daftar_form_dialog_set_ready (form->dialog, FALSE);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (merge_cb), form);
  daftar_store_read_async (daftar_ui_context_get_store (ui), daftar_merge_view_read,
                           daftar_merge_view_request_new (ids, n_ids, daftar_ui_context_get_format (ui)),
                           (GDestroyNotify) daftar_merge_view_request_free, (GDestroyNotify) daftar_merge_view_free, NULL,
                           read_cb, g_object_ref (form->dialog));
}
