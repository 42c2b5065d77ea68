/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-dialog.h"

#include "daftar-bidi.h"
#include "daftar-custom-edit.h"
#include "daftar-custom-input.h"
#include "daftar-customer-edit.h"
#include "daftar-customer-entry.h"
#include "daftar-customer-form.h"
#include "daftar-duplicate.h"
#include "daftar-duplicate-list.h"
#include "daftar-error.h"
#include "daftar-fact-rows.h"
#include "daftar-form-dialog.h"
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
  GtkWidget *honorific;
  GtkWidget *given;
  GtkWidget *family;
  GtkWidget *business;
  GtkWidget *company;
  GtkWidget *city;
  GtkWidget *channel;
  GtkWidget *contact_time;
  GtkWidget *language;
  GtkWidget *source;
  GtkWidget *referrer;
  GtkWidget *tags;
  GtkWidget *note;
  GtkWidget *birthday_entry;
  GtkWidget *do_not_contact;
  GtkWidget *points;  /* the group of contact points */
  GtkWidget *box;
  GtkWidget *own;     /* nullable: the group of the shop's own fields */
  GtkWidget *duplicates;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  g_object_unref (form->customer);
  g_clear_object (&form->birthday);
  g_free (form);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static void
look_for_duplicates (Form *form)
{
  DaftarDuplicateRequest *request = g_new0 (DaftarDuplicateRequest, 1);

  request->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name)));
  request->except = DAFTAR_RECORD (form->customer)->id;
  daftar_form_points_first (form->points, &request->phone, &request->email);
  daftar_duplicate_list_ask (DAFTAR_DUPLICATE_LIST (form->duplicates), request);
}

static void
typed_cb (Form *form)
{
  daftar_form_dialog_set_ready (form->dialog, *gtk_editable_get_text (GTK_EDITABLE (form->name)) != '\0');
  daftar_form_dialog_set_error (form->dialog, NULL);
  look_for_duplicates (form);
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

static gboolean
take_birthday (Form                *form,
               DaftarCustomerEdit  *edit,
               GError             **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (form->birthday_entry));
  g_autofree char *before = form->birthday != NULL ? daftar_fact_occasion_edit_text (form->birthday) : NULL;
  g_autofree char *day = NULL;

  /* What was not touched stays as it is. */
  if (*text == '\0' || g_strcmp0 (text, before) == 0)
    return TRUE;
  day = daftar_occasion_parse (text, form->birthday != NULL && form->birthday->hijri, error);
  if (day == NULL)
    return FALSE;
  edit->birthday = form->birthday != NULL ? daftar_record_copy (form->birthday) : daftar_occasion_new ();
  edit->birthday->kind = DAFTAR_OCCASION_KIND_BIRTHDAY;
  daftar_set_text (&edit->birthday->day, day);
  return TRUE;
}

/* A company of the notebook, or only its name. */
static void
take_company (Form           *form,
              DaftarCustomer *customer)
{
  DaftarCustomerEntry *entry = DAFTAR_CUSTOMER_ENTRY (form->company);
  const char *name = daftar_customer_entry_get_name (entry);

  customer->company_id = daftar_customer_entry_get_id (entry);
  daftar_set_text (&customer->company, name);
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

/* Somebody else changed the customer: what was typed stays, and goes over the newest when it is saved again. */
static void
newest_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  g_autoptr (DaftarProfile) newest = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (newest == NULL || daftar_form_dialog_is_closed (dialog))
    return;
  g_object_unref (form->customer);
  form->customer = daftar_record_copy (newest->customer);
  g_clear_object (&form->birthday);
  form->birthday = find_birthday (newest);
  daftar_form_points_rebase (form->points, newest->points);
  if (form->own != NULL)
    daftar_form_own_rebase (form->own, newest);
  daftar_form_dialog_set_error (
    dialog, _("Somebody else changed this in the meantime. Save again to put yours in its place."));
}

static void
read_newest (Form *form)
{
  daftar_store_read_async (daftar_ui_context_get_store (form->ui), daftar_profile_read,
                           g_memdup2 (&DAFTAR_RECORD (form->customer)->id, sizeof (gint64)), g_free,
                           (GDestroyNotify) daftar_profile_free, NULL, newest_read_cb, g_object_ref (form->dialog));
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
      if (g_error_matches (error, DAFTAR_ERROR, DAFTAR_ERROR_CONFLICT))
        read_newest (form);
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
take_customer (Form           *form,
               DaftarCustomer *customer)
{
  take_text (&customer->name, form->name);
  take_text (&customer->nickname, form->nickname);
  take_text (&customer->honorific, form->honorific);
  take_text (&customer->given, form->given);
  take_text (&customer->family, form->family);
  take_text (&customer->city, form->city);
  take_text (&customer->contact_time, form->contact_time);
  take_text (&customer->source, form->source);
  take_text (&customer->note, form->note);
  take_tags (customer, form->tags);
  take_company (form, customer);
  daftar_set_text (&customer->language, daftar_form_language_get (form->language));
  customer->preferred_channel = adw_combo_row_get_selected (ADW_COMBO_ROW (form->channel));
  customer->referred_by = daftar_customer_entry_get_id (DAFTAR_CUSTOMER_ENTRY (form->referrer));
  customer->kind = gtk_switch_get_active (GTK_SWITCH (form->business)) ? DAFTAR_CUSTOMER_KIND_BUSINESS
                                                                       : DAFTAR_CUSTOMER_KIND_PERSON;
  customer->do_not_contact = gtk_switch_get_active (GTK_SWITCH (form->do_not_contact));
}

static void
save_cb (Form *form)
{
  g_autoptr (DaftarCustomerEdit) edit = daftar_customer_edit_new (daftar_record_copy (form->customer), NULL);
  g_autoptr (GError) error = NULL;
  DaftarCustomer *customer = edit->customer;
  GtkWidget *wrong = NULL;

  take_customer (form, customer);
  edit->points = daftar_form_points_get (form->points);
  if (!take_birthday (form, edit, &error))
    wrong = form->birthday_entry;
  else if (form->own != NULL)
    edit->values = daftar_form_own_get (form->own, daftar_ui_context_get_shop (form->ui)->currency, &wrong, &error);
  if (error != NULL)
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      gtk_widget_grab_focus (wrong);
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
                 const char *name,
                 gboolean    active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_name (toggle, name);
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
           const char *title,
           const char *text,
           const char *name)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  gtk_widget_set_name (row, name);
  if (ADW_IS_EXPANDER_ROW (group))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (group), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_name_group (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *parts = adw_expander_row_new ();
  DaftarCustomer *customer = form->customer;

  form->name = add_entry (group, _("Name"), customer->name, "customer-name");
  form->nickname = add_entry (group, _("Kunya or nickname"), customer->nickname, "customer-nickname");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (parts), _("Parts of the name"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (parts), customer->honorific != NULL);
  gtk_widget_set_name (parts, "customer-name-parts");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), parts);
  form->honorific = add_entry (parts, _("Title"), customer->honorific, "customer-honorific");
  form->given = add_entry (parts, _("Given name"), customer->given, "customer-given");
  form->family = add_entry (parts, _("Family name"), customer->family, "customer-family");
  form->business = make_switch_row (group, _("This is a business"), "customer-business",
                                    customer->kind == DAFTAR_CUSTOMER_KIND_BUSINESS);
  g_signal_connect_swapped (form->name, "changed", G_CALLBACK (typed_cb), form);
  return group;
}

/* Somebody of the notebook, chosen by search. */
static GtkWidget *
make_customer_entry (Form       *form,
                     const char *label,
                     gboolean    free_text,
                     gint64      id,
                     const char *name,
                     GtkWidget **entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (label);

  *entry = daftar_customer_entry_new (form->ui, free_text);
  if (free_text)
    daftar_customer_entry_set_free_text (DAFTAR_CUSTOMER_ENTRY (*entry), _("Company: name"));
  if (id != 0)
    daftar_customer_entry_set_customer (DAFTAR_CUSTOMER_ENTRY (*entry), id, name);
  else if (name != NULL)
    daftar_customer_entry_set_text (DAFTAR_CUSTOMER_ENTRY (*entry), name);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), *entry);
  return box;
}

static GtkWidget *
make_company (Form          *form,
              DaftarProfile *profile)
{
  DaftarCustomer *company = profile != NULL ? profile->company : NULL;
  GtkWidget *box =
    make_customer_entry (form, _("Company"), TRUE, company != NULL ? DAFTAR_RECORD (company)->id : 0,
                         company != NULL ? company->name : form->customer->company, &form->company);

  gtk_widget_set_name (form->company, "customer-company");
  return box;
}

static GtkWidget *
make_referrer (Form          *form,
               DaftarProfile *profile)
{
  DaftarCustomer *referrer = profile != NULL ? profile->referrer : NULL;
  GtkWidget *box =
    make_customer_entry (form, _("Referred by"), FALSE, referrer != NULL ? DAFTAR_RECORD (referrer)->id : 0,
                         referrer != NULL ? referrer->name : NULL, &form->referrer);

  gtk_widget_set_name (form->referrer, "customer-referrer");
  return box;
}

static GtkWidget *
make_reach_group (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  DaftarCustomer *customer = form->customer;

  form->channel = daftar_form_channel_new (customer->preferred_channel);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), form->channel);
  form->contact_time = add_entry (group, _("When to reach them"), customer->contact_time, "customer-contact-time");
  form->language = daftar_form_language_new (customer->language);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), form->language);
  form->do_not_contact = make_switch_row (group, _("Do not contact"), "customer-do-not-contact",
                                          customer->do_not_contact);
  return group;
}

static GtkWidget *
make_more_group (Form *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  DaftarCustomer *customer = form->customer;
  g_autofree char *tags = customer->tags != NULL ? g_strdup (customer->tags) : g_strdup ("");
  g_autofree char *birthday = form->birthday != NULL ? daftar_fact_occasion_edit_text (form->birthday) : NULL;

  g_strdelimit (tags, "\n", ',');
  form->city = add_entry (group, _("City"), customer->city, "customer-city");
  form->tags = add_entry (group, _("Tags, with commas between"), tags, "customer-tags");
  form->source = add_entry (group, _("How they came to us"), customer->source, "customer-source");
  form->birthday_entry = add_entry (group, _("Birthday: day/month/year"), birthday, "customer-birthday");
  form->note = add_entry (group, _("Pinned note"), customer->note, "customer-note");
  return group;
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

static void
add_own (Form          *form,
         GPtrArray     *fields,
         DaftarProfile *profile)
{
  form->own = daftar_form_own_new (fields, profile);
  if (form->own != NULL)
    gtk_box_append (GTK_BOX (form->box), form->own);
}

/* A new customer: the fields of the shop come a moment later. */
static void
fields_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  g_autoptr (GPtrArray) fields = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (fields != NULL && !daftar_form_dialog_is_closed (dialog))
    add_own (g_object_get_data (G_OBJECT (dialog), "form"), fields, NULL);
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
  form->dialog = daftar_form_dialog_new (parent, profile != NULL ? _("Edit Customer") : _("New Customer"), _("_Save"));
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  form->duplicates = daftar_duplicate_list_new (ui);
  g_signal_connect_swapped (form->duplicates, "chosen", G_CALLBACK (open_duplicate_cb), form);
  gtk_box_append (GTK_BOX (box), make_name_group (form));
  gtk_box_append (GTK_BOX (box), form->duplicates);
  form->points = daftar_form_points_new (profile != NULL ? profile->points : NULL);
  daftar_form_points_watch (form->points, G_CALLBACK (typed_cb), form);
  gtk_box_append (GTK_BOX (box), form->points);
  gtk_box_append (GTK_BOX (box), make_company (form, profile));
  gtk_box_append (GTK_BOX (box), make_more_group (form));
  gtk_box_append (GTK_BOX (box), make_reach_group (form));
  gtk_box_append (GTK_BOX (box), make_referrer (form, profile));
  form->box = box;
  if (profile != NULL)
    add_own (form, profile->fields, profile);
  else
    daftar_store_read_async (daftar_ui_context_get_store (ui), daftar_custom_fields_read, NULL, NULL,
                             (GDestroyNotify) g_ptr_array_unref, NULL, fields_read_cb, g_object_ref (form->dialog));
  daftar_form_dialog_set_child (form->dialog, box);
  daftar_form_dialog_set_ready (form->dialog, profile != NULL);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  gtk_window_present (GTK_WINDOW (form->dialog));
  gtk_widget_grab_focus (form->name);
}
