/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-filter-dialog.h"

#include "daftar-customer-list.h"
#include "daftar-date.h"
#include "daftar-entry.h"
#include "daftar-form-dialog.h"
#include "daftar-money.h"
#include "daftar-number.h"

#include <glib/gi18n.h>

/* A number of a field of the shop's own is kept in millionths. */
#define NUMBER_DECIMALS 6

/* The form of one filter. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarFormDialog *dialog;
  DaftarCustomerFilter *filter; /* our own copy */
  DaftarFilterChoices *choices; /* once they are read */
  DaftarFilterFunc chosen;
  GtkWidget *group;
  GtkWidget *tag;
  GtkWidget *city;
  GtkWidget *stage;
  GtkWidget *channel;
  GtkWidget *quiet;
  GtkWidget *risk;
  GtkWidget *occasion;
  GtkWidget *field_group;
  GtkWidget *field;
  GtkWidget *text;
  GtkWidget *choice;
  GtkWidget *answer;
  GtkWidget *from;
  GtkWidget *to;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->ui);
  daftar_customer_filter_free (form->filter);
  g_clear_pointer (&form->choices, daftar_filter_choices_free);
  g_free (form);
}

/* --- Rows. ----------------------------------------------------------------------------------------- */

static GtkWidget *
make_combo (GtkWidget  *group,
            const char *title,
            const char *name,
            GtkStringList *choices,
            guint       selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_name (row, name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_unref (choices);
  return row;
}

static GtkWidget *
make_switch (GtkWidget   *group,
             const char  *title,
             const char  *name,
             gboolean     active,
             GtkWidget  **toggle)
{
  GtkWidget *row = adw_action_row_new ();

  *toggle = gtk_switch_new ();
  gtk_widget_set_name (*toggle, name);
  gtk_widget_set_valign (*toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (*toggle), active);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_entry (GtkWidget  *group,
            const char *title,
            const char *name,
            const char *text,
            gboolean    ltr)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_name (row, name);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (ltr)
    daftar_entry_set_ltr (GTK_EDITABLE (row));
  return row;
}

/* "Any" and then what there is; what the filter already wants is there too, even if nobody has it any more. */
static GtkStringList *
make_texts (char      **texts,
            const char *wanted,
            guint      *selected)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_ ("filter", "Any"));
  *selected = 0;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      gtk_string_list_append (list, texts[i]);
      if (g_strcmp0 (texts[i], wanted) == 0)
        *selected = i + 1;
    }
  if (wanted != NULL && *selected == 0)
    {
      gtk_string_list_append (list, wanted);
      *selected = g_list_model_get_n_items (G_LIST_MODEL (list)) - 1;
    }
  return list;
}

static GtkStringList *
make_stages (Form  *form,
             guint *selected)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_ ("filter", "Any"));
  *selected = 0;
  for (guint i = 0; i < form->choices->stages->len; i++)
    {
      DaftarStage *stage = g_ptr_array_index (form->choices->stages, i);
      g_autofree char *label = g_strdup (stage->name);

      for (guint b = 0; form->choices->boards->len > 1 && b < form->choices->boards->len; b++)
        {
          DaftarBoard *board = g_ptr_array_index (form->choices->boards, b);

          if (DAFTAR_RECORD (board)->id == stage->board_id)
            {
              g_free (label);
              label = g_strdup_printf ("%s · %s", board->name, stage->name);
            }
        }
      gtk_string_list_append (list, label);
      if (DAFTAR_RECORD (stage)->id == form->filter->stage_id)
        *selected = i + 1;
    }
  return list;
}

static GtkStringList *
make_channels (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_ ("filter", "Any"));
  for (int i = 1; i < DAFTAR_N_CHANNEL; i++)
    gtk_string_list_append (list, daftar_enum_label (&daftar_enum_channel, i));
  return list;
}

/* --- A field of the shop's own. -------------------------------------------------------------------- */

static DaftarCustomField *
get_field (Form *form)
{
  guint selected = form->field != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (form->field)) : 0;

  return selected > 0 && selected <= form->choices->fields->len ? g_ptr_array_index (form->choices->fields, selected - 1)
                                                                 : NULL;
}

static void
field_cb (Form *form)
{
  DaftarCustomField *field = get_field (form);
  gint64 type = field != NULL ? field->type : -1;
  gboolean range = type == DAFTAR_CUSTOM_TYPE_NUMBER || type == DAFTAR_CUSTOM_TYPE_MONEY || type == DAFTAR_CUSTOM_TYPE_DATE;

  gtk_widget_set_visible (form->text, type == DAFTAR_CUSTOM_TYPE_TEXT);
  gtk_widget_set_visible (form->choice, type == DAFTAR_CUSTOM_TYPE_CHOICE);
  gtk_widget_set_visible (form->answer, type == DAFTAR_CUSTOM_TYPE_BOOL);
  gtk_widget_set_visible (form->from, range);
  gtk_widget_set_visible (form->to, range);
  if (type == DAFTAR_CUSTOM_TYPE_CHOICE)
    {
      g_auto (GStrv) choices = g_strsplit (field->choices != NULL ? field->choices : "", "\n", -1);
      guint selected;
      g_autoptr (GtkStringList) list = make_texts (choices, form->filter->field_text, &selected);

      adw_combo_row_set_model (ADW_COMBO_ROW (form->choice), G_LIST_MODEL (list));
      adw_combo_row_set_selected (ADW_COMBO_ROW (form->choice), selected);
    }
}

static GtkStringList *
make_fields (Form  *form,
             guint *selected)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_ ("filter", "None"));
  *selected = 0;
  for (guint i = 0; i < form->choices->fields->len; i++)
    {
      DaftarCustomField *field = g_ptr_array_index (form->choices->fields, i);

      gtk_string_list_append (list, field->name);
      if (DAFTAR_RECORD (field)->id == form->filter->field_id)
        *selected = i + 1;
    }
  return list;
}

/* A bound of a range as one types it. */
static char *
bound_text (Form       *form,
            gint64      value,
            gint64      none,
            const char *day)
{
  DaftarCustomField *field = get_field (form);

  if (day != NULL || field == NULL || value == none)
    return g_strdup (day);
  if (field->type == DAFTAR_CUSTOM_TYPE_MONEY)
    return daftar_money_plain (value, daftar_ui_context_get_shop (form->ui)->currency);
  return daftar_number_plain (value, NUMBER_DECIMALS);
}

static void
add_field_rows (Form *form,
                GtkWidget *page)
{
  const char *answers[] = { C_ ("filter", "Any"), _("Yes"), _("No"), NULL };
  DaftarCustomerFilter *filter = form->filter;
  guint selected;
  GtkStringList *fields = make_fields (form, &selected);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  form->field_group = adw_preferences_group_new ();
  form->field = make_combo (form->field_group, _("Own field"), "filter-field", fields, selected);
  from = bound_text (form, filter->field_from, G_MININT64, filter->day_from);
  to = bound_text (form, filter->field_to, G_MAXINT64, filter->day_to);
  form->text = make_entry (form->field_group, _("Contains"), "filter-text", filter->field_text, FALSE);
  form->choice = make_combo (form->field_group, _("Is"), "filter-choice", gtk_string_list_new (NULL), 0);
  form->answer = make_combo (form->field_group, _("Is"), "filter-answer", gtk_string_list_new (answers),
                             filter->field_from == 1 ? 1 : filter->field_to == 0 ? 2 : 0);
  form->from = make_entry (form->field_group, _("From"), "filter-from", from, TRUE);
  form->to = make_entry (form->field_group, _("To"), "filter-to", to, TRUE);
  g_signal_connect_swapped (form->field, "notify::selected", G_CALLBACK (field_cb), form);
  field_cb (form);
  gtk_widget_set_visible (form->field_group, form->choices->fields->len > 0);
  gtk_box_append (GTK_BOX (page), form->field_group);
}

/* --- Taking the answers. --------------------------------------------------------------------------- */

static char *
get_text (GtkWidget *combo)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (combo));
  GtkStringList *list = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (combo)));

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL
                                                                 : g_strdup (gtk_string_list_get_string (list, selected));
}

static gboolean
read_bound (Form               *form,
            DaftarCustomField  *field,
            GtkWidget          *entry,
            gint64             *value,
            char              **day,
            GError            **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*text == '\0')
    return TRUE;
  if (field->type == DAFTAR_CUSTOM_TYPE_MONEY)
    return daftar_money_parse (text, daftar_ui_context_get_shop (form->ui)->currency, value, error);
  if (field->type == DAFTAR_CUSTOM_TYPE_NUMBER)
    return daftar_number_parse (text, NUMBER_DECIMALS, value, error);
  *day = daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, error);
  return *day != NULL;
}

static gboolean
read_field (Form                  *form,
            DaftarCustomerFilter  *filter,
            GError               **error)
{
  DaftarCustomField *field = get_field (form);

  if (field == NULL)
    return TRUE;
  filter->field_id = DAFTAR_RECORD (field)->id;
  if (field->type == DAFTAR_CUSTOM_TYPE_TEXT)
    filter->field_text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->text))));
  else if (field->type == DAFTAR_CUSTOM_TYPE_CHOICE)
    filter->field_text = get_text (form->choice);
  else if (field->type == DAFTAR_CUSTOM_TYPE_BOOL)
    {
      guint answer = adw_combo_row_get_selected (ADW_COMBO_ROW (form->answer));

      if (answer == 1)
        filter->field_from = 1;
      else if (answer == 2)
        filter->field_to = 0;
    }
  else
    return read_bound (form, field, form->from, &filter->field_from, &filter->day_from, error)
           && read_bound (form, field, form->to, &filter->field_to, &filter->day_to, error);
  return TRUE;
}

static gboolean
read_days (Form                  *form,
           DaftarCustomerFilter  *filter,
           GError               **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->quiet))));

  if (*text != '\0' && !daftar_number_parse (text, 0, &filter->quiet_days, error))
    return FALSE;
  if (filter->quiet_days < 0 || filter->quiet_days > 36500)
    filter->quiet_days = 0;
  return TRUE;
}

static void
save_cb (Form *form)
{
  g_autoptr (DaftarCustomerFilter) filter = daftar_customer_filter_new ();
  g_autoptr (GError) error = NULL;
  guint stage;

  if (form->choices == NULL)
    return;
  stage = adw_combo_row_get_selected (ADW_COMBO_ROW (form->stage));
  filter->tag = get_text (form->tag);
  filter->city = get_text (form->city);
  if (stage > 0 && stage <= form->choices->stages->len)
    filter->stage_id = DAFTAR_RECORD (g_ptr_array_index (form->choices->stages, stage - 1))->id;
  filter->channel = adw_combo_row_get_selected (ADW_COMBO_ROW (form->channel));
  filter->at_risk = gtk_switch_get_active (GTK_SWITCH (form->risk));
  filter->occasion_soon = gtk_switch_get_active (GTK_SWITCH (form->occasion));
  if (!read_days (form, filter, &error) || !read_field (form, filter, &error))
    {
      daftar_form_dialog_set_error (form->dialog, error->message);
      return;
    }
  if (daftar_form_dialog_get_owner (form->dialog) != NULL)
    form->chosen (filter, daftar_form_dialog_get_owner (form->dialog));
  daftar_form_dialog_done (form->dialog);
}

/* --- The dialog. ----------------------------------------------------------------------------------- */

static GtkWidget *
make_form (Form *form)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  DaftarCustomerFilter *filter = form->filter;
  g_autofree char *days = filter->quiet_days > 0 ? g_strdup_printf ("%d", (int) filter->quiet_days) : NULL;
  guint tag, city, stage;
  GtkStringList *tags = make_texts (form->choices->tags, filter->tag, &tag);
  GtkStringList *cities = make_texts (form->choices->cities, filter->city, &city);
  GtkStringList *stages = make_stages (form, &stage);

  form->group = adw_preferences_group_new ();
  form->tag = make_combo (form->group, _("Tag"), "filter-tag", tags, tag);
  form->city = make_combo (form->group, _("City"), "filter-city", cities, city);
  form->stage = make_combo (form->group, _("Open deal in stage"), "filter-stage", stages, stage);
  form->channel = make_combo (form->group, _("Prefers"), "filter-channel", make_channels (), (guint) filter->channel);
  form->quiet = make_entry (form->group, _("No contact for … days"), "filter-days", days, TRUE);
  make_switch (form->group, _("May be lost"), "filter-risk", filter->at_risk, &form->risk);
  make_switch (form->group, _("Occasion this month"), "filter-occasion", filter->occasion_soon, &form->occasion);
  gtk_box_append (GTK_BOX (page), form->group);
  add_field_rows (form, page);
  return page;
}

static void
choices_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarFormDialog) dialog = data;
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  g_autoptr (GError) error = NULL;

  form->choices = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);
  if (daftar_form_dialog_is_closed (dialog))
    return;
  if (form->choices == NULL)
    {
      if (daftar_form_dialog_get_owner (dialog) != NULL)
        daftar_ui_tell_error (daftar_form_dialog_get_owner (dialog), error);
      daftar_form_dialog_done (dialog);
      return;
    }
  daftar_form_dialog_set_child (dialog, make_form (form));
  daftar_form_dialog_set_ready (dialog, TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (form->tag);
}

/**
 * daftar_customer_filter_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 * @filter: what the list is narrowed to now
 * @chosen: called with what it is to be narrowed to, and @parent
 *
 * Opens the form of a filter, once it is read what there is to choose from.
 */
void
daftar_customer_filter_dialog_present (GtkWidget                  *parent,
                                       DaftarUiContext            *ui,
                                       const DaftarCustomerFilter *filter,
                                       DaftarFilterFunc            chosen)
{
  Form *form = g_new0 (Form, 1);

  form->ui = g_object_ref (ui);
  form->filter = daftar_customer_filter_copy (filter);
  form->chosen = chosen;
  form->dialog = daftar_form_dialog_new (parent, _("Show Customers Who…"), _("_Show"));
  gtk_widget_set_name (GTK_WIDGET (form->dialog), "filter-dialog");
  g_object_set_data_full (G_OBJECT (form->dialog), "form", form, form_free);
  daftar_form_dialog_set_ready (form->dialog, FALSE);
  g_signal_connect_swapped (form->dialog, "save", G_CALLBACK (save_cb), form);
  daftar_store_read_async (daftar_ui_context_get_store (ui), daftar_filter_choices_read, NULL, NULL,
                           (GDestroyNotify) daftar_filter_choices_free, NULL, choices_cb, g_object_ref (form->dialog));
}
