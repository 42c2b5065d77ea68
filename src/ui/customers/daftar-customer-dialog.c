/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-dialog.h"

#include "daftar-bidi.h"
#include "daftar-customer-edit.h"
#include "daftar-date.h"
#include "daftar-duplicate.h"
#include "daftar-duplicate-list.h"
#include "daftar-entry.h"
#include "daftar-form-dialog.h"
#include "daftar-icons.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* The form of one customer. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  DaftarCustomer *customer; /* our own copy, or a new one */
  DaftarOccasion *birthday; /* nullable: our own copy */
  GtkWidget *name;
  GtkWidget *nickname;
  GtkWidget *business;
  GtkWidget *company;
  GtkWidget *city;
  GtkWidget *tags;
  GtkWidget *note;
  GtkWidget *birthday_entry;
  GtkWidget *do_not_contact;
  GtkWidget *points;     /* the group */
  GPtrArray *point_rows; /* AdwEntryRow, with "point" as data: the DaftarContactPoint or NULL */
  GtkWidget *duplicates;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_object_unref (form->customer);
  g_clear_object (&form->birthday);
  g_ptr_array_unref (form->point_rows);
  g_free (form);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static GtkWidget *
make_entry_row (const char *title,
                const char *text,
                const char *name)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  if (name != NULL)
    gtk_widget_set_name (row, name);
  return row;
}

static void
look_for_duplicates (Form *form)
{
  DaftarDuplicateRequest *request = g_new0 (DaftarDuplicateRequest, 1);

  request->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name)));
  request->except = DAFTAR_RECORD (form->customer)->id;
  for (guint i = 0; i < form->point_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (form->point_rows, i);
      const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

      if (strchr (text, '@') != NULL && request->email == NULL)
        request->email = g_strdup (text);
      else if (request->phone == NULL && *text != '\0')
        request->phone = g_strdup (text);
    }
  daftar_duplicate_list_ask (DAFTAR_DUPLICATE_LIST (form->duplicates), request);
}

static void
typed_cb (Form *form)
{
  daftar_form_dialog_set_ready (form->dialog, *gtk_editable_get_text (GTK_EDITABLE (form->name)) != '\0');
  daftar_form_dialog_set_error (form->dialog, NULL);
  look_for_duplicates (form);
}

static void
remove_point_cb (GtkWidget *button,
                 Form      *form)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  g_ptr_array_remove (form->point_rows, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (form->points), row);
}

static void
add_point_row (Form               *form,
               DaftarContactKind   kind,
               DaftarContactPoint *point)
{
  GtkWidget *row = make_entry_row (daftar_enum_label (&daftar_enum_contact_kind, kind),
                                   point != NULL ? point->value : NULL, NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf ("point-%s", daftar_enum_nick (&daftar_enum_contact_kind, kind));

  gtk_widget_set_name (row, name);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), gtk_image_new_from_icon_name (daftar_icon_for_contact_kind (kind)));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_point_cb), form);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  if (kind != DAFTAR_CONTACT_KIND_ADDRESS)
    daftar_entry_set_ltr (GTK_EDITABLE (row));
  g_object_set_data (G_OBJECT (row), "kind", GINT_TO_POINTER (kind));
  if (point != NULL)
    g_object_set_data_full (G_OBJECT (row), "point", g_object_ref (point), g_object_unref);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), form);
  g_ptr_array_add (form->point_rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form->points), row);
}

static void
add_point_action (GtkWidget *button,
                  Form      *form)
{
  int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  add_point_row (form, kind, NULL);
  gtk_widget_grab_focus (g_ptr_array_index (form->point_rows, form->point_rows->len - 1));
}

static GtkWidget *
make_add_point_button (Form *form)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int kind = 0; kind < DAFTAR_N_CONTACT_KIND; kind++)
    {
      GtkWidget *item = gtk_button_new ();
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (daftar_icon_for_contact_kind (kind)));
      gtk_box_append (GTK_BOX (line), gtk_label_new (daftar_enum_label (&daftar_enum_contact_kind, kind)));
      gtk_button_set_child (GTK_BUTTON (item), line);
      gtk_widget_add_css_class (item, "flat");
      g_object_set_data (G_OBJECT (item), "kind", GINT_TO_POINTER (kind));
      g_signal_connect (item, "clicked", G_CALLBACK (add_point_action), form);
      gtk_box_append (GTK_BOX (box), item);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, "add-point");
  gtk_widget_set_tooltip_text (button, _("Add a Number or Address"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a Number or Address"),
                                  -1);
  return button;
}

/* --- Saving. --------------------------------------------------------------------------------------- */

/* Text that nobody entered is none: NULL, not "". */
static void
take_text (char      **member,
           GtkWidget  *row)
{
  g_autofree char *text = daftar_bidi_strip (gtk_editable_get_text (GTK_EDITABLE (row)));

  g_strstrip (text);
  daftar_set_text (member, *text != '\0' ? text : NULL);
}

static void
take_tags (DaftarCustomer *customer,
           GtkWidget      *row)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[,،;؛\n]", gtk_editable_get_text (GTK_EDITABLE (row)), 0, 0);
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_string_append_printf (tags, "%s%s", tags->len > 0 ? "\n" : "", parts[i]);
  daftar_set_text (&customer->tags, tags->len > 0 ? tags->str : NULL);
}

static GPtrArray *
take_points (Form *form)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < form->point_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (form->point_rows, i);
      DaftarContactPoint *before = g_object_get_data (G_OBJECT (row), "point");
      g_autoptr (DaftarContactPoint) point =
        before != NULL ? daftar_record_copy (before) : daftar_contact_point_new ();

      take_text (&point->value, row);
      point->kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "kind"));
      if (point->value != NULL)
        g_ptr_array_add (points, g_steal_pointer (&point));
    }
  return points;
}

static gboolean
take_birthday (Form                *form,
               DaftarCustomerEdit  *edit,
               GError             **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (form->birthday_entry));
  g_autofree char *day = NULL;

  if (*text == '\0')
    return TRUE;
  day = daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, error);
  if (day == NULL)
    return FALSE;
  if (form->birthday == NULL)
    {
      form->birthday = daftar_occasion_new ();
      form->birthday->kind = DAFTAR_OCCASION_KIND_BIRTHDAY;
    }
  edit->birthday = daftar_record_copy (form->birthday);
  daftar_set_text (&edit->birthday->day, day);
  return TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  GtkWidget *owner = daftar_form_dialog_get_owner (dialog);
  g_autoptr (GError) error = NULL;
  gint64 operation;
  g_autoptr (DaftarCustomer) saved = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);
  gboolean is_new;

  daftar_form_dialog_set_busy (dialog, FALSE);
  if (saved == NULL)
    {
      daftar_form_dialog_set_error (dialog, error->message);
      return;
    }
  is_new = DAFTAR_RECORD (form->customer)->id == 0;
  if (owner != NULL)
    {
      daftar_ui_toast_undo (owner, form->ui, is_new ? _("Customer added") : _("Saved"), operation);
      if (is_new)
        daftar_window_open (daftar_window_of (owner), "customer", DAFTAR_RECORD (saved)->id);
    }
  daftar_form_dialog_done (dialog);
}

static void
save_cb (Form *form)
{
  g_autoptr (DaftarCustomerEdit) edit = daftar_customer_edit_new (daftar_record_copy (form->customer), NULL);
  g_autoptr (GError) error = NULL;
  DaftarCustomer *customer = edit->customer;

  take_text (&customer->name, form->name);
  take_text (&customer->nickname, form->nickname);
  take_text (&customer->company, form->company);
  take_text (&customer->city, form->city);
  take_text (&customer->note, form->note);
  take_tags (customer, form->tags);
  customer->kind = gtk_switch_get_active (GTK_SWITCH (form->business)) ? DAFTAR_CUSTOMER_KIND_BUSINESS
                                                                       : DAFTAR_CUSTOMER_KIND_PERSON;
  customer->do_not_contact = gtk_switch_get_active (GTK_SWITCH (form->do_not_contact));
  edit->points = take_points (form);
  if (!take_birthday (form, edit, &error))
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      gtk_widget_grab_focus (form->birthday_entry);
      return;
    }
  daftar_form_dialog_set_busy (form->dialog, TRUE);
  daftar_store_write_async (daftar_ui_context_get_store (form->ui),
                            DAFTAR_RECORD (customer)->id == 0 ? "customer.add" : "customer.edit",
                            daftar_customer_edit_write, g_steal_pointer (&edit),
                            (GDestroyNotify) daftar_customer_edit_free, g_object_unref, NULL, saved_cb,
                            g_object_ref (form->dialog));
}

/* --- Building. ------------------------------------------------------------------------------------- */

static GtkWidget *
make_switch_row (GtkWidget  *group,
                 const char *title,
                 gboolean    active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_switch_set_active (GTK_SWITCH (toggle), active);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return toggle;
}

static GtkWidget *
add_entry (GtkWidget  *group,
           GtkWidget  *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_name_group (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  DaftarCustomer *customer = form->customer;

  form->name = add_entry (group, make_entry_row (_("Name"), customer->name, "customer-name"));
  form->nickname = add_entry (group, make_entry_row (_("Kunya or nickname"), customer->nickname, "customer-nickname"));
  form->company = add_entry (group, make_entry_row (_("Company"), customer->company, "customer-company"));
  form->city = add_entry (group, make_entry_row (_("City"), customer->city, "customer-city"));
  form->business = make_switch_row (group, _("This is a business"), customer->kind == DAFTAR_CUSTOMER_KIND_BUSINESS);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (typed_cb), form);
  return group;
}

static GtkWidget *
make_more_group (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  DaftarCustomer *customer = form->customer;
  g_autofree char *tags = customer->tags != NULL ? g_strdup (customer->tags) : g_strdup ("");

  g_strdelimit (tags, "\n", ',');
  form->tags = add_entry (group, make_entry_row (_("Tags, with commas between"), tags, "customer-tags"));
  form->birthday_entry =
    add_entry (group, make_entry_row (_("Birthday: day/month/year"),
                                      form->birthday != NULL ? form->birthday->day : NULL, "customer-birthday"));
  form->note = add_entry (group, make_entry_row (_("Pinned note"), customer->note, "customer-note"));
  form->do_not_contact = make_switch_row (group, _("Do not contact"), customer->do_not_contact);
  return group;
}

static void
add_points (Form          *form,
            DaftarProfile *profile)
{
  form->points = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (form->points), _("Numbers and addresses"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (form->points), make_add_point_button (form));
  for (guint i = 0; profile != NULL && i < profile->points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (profile->points, i);

      add_point_row (form, point->kind, point);
    }
  if (form->point_rows->len > 0)
    return;
  add_point_row (form, DAFTAR_CONTACT_KIND_MOBILE, NULL);
  add_point_row (form, DAFTAR_CONTACT_KIND_EMAIL, NULL);
}

static void
open_duplicate_cb (Form   *form,
                   gint64  id)
{
  GtkWidget *owner = daftar_form_dialog_get_owner (form->dialog);

  if (owner != NULL)
    daftar_window_open (daftar_window_of (owner), "customer", id);
  daftar_form_dialog_done (form->dialog);
}

static DaftarOccasion *
find_birthday (DaftarProfile *profile)
{
  for (guint i = 0; profile != NULL && i < profile->occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (profile->occasions, i);

      if (occasion->kind == DAFTAR_OCCASION_KIND_BIRTHDAY)
        return daftar_record_copy (occasion);
    }
  return NULL;
}

/**
 * daftar_customer_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @profile: (nullable): whom to edit; %NULL for a new customer
 *
 * Opens the form of a customer.
 */
void
daftar_customer_dialog_present (GtkWidget       *parent,
                                DaftarUiContext *ui,
                                DaftarProfile   *profile)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  form->ui = g_object_ref (ui);
  form->customer = profile != NULL ? daftar_record_copy (profile->customer) : daftar_customer_new ();
  form->birthday = find_birthday (profile);
  form->point_rows = g_ptr_array_new ();
  form->dialog = daftar_form_dialog_new (parent, profile != NULL ? _("Edit Customer") : _("New Customer"), _("_Save"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  form->duplicates = daftar_duplicate_list_new (ui);
  g_signal_connect_swapped (form->duplicates, "chosen", G_CALLBACK (open_duplicate_cb), form);
  gtk_box_append (GTK_BOX (box), make_name_group (form));
  gtk_box_append (GTK_BOX (box), form->duplicates);
  add_points (form, profile);
  gtk_box_append (GTK_BOX (box), form->points);
  gtk_box_append (GTK_BOX (box), make_more_group (form));
  daftar_form_dialog_set_child (form->dialog, box);
  daftar_form_dialog_set_ready (form->dialog, profile != NULL);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->name);
}
