/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-people-dialogs.h"

#include "daftar-avatar.h"
#include "daftar-customer-row.h"
#include "daftar-customer-store.h"
#include "daftar-duplicate-scan.h"
#include "daftar-empty-state.h"
#include "daftar-list-dialog.h"
#include "daftar-undo.h"

#include <glib/gi18n.h>

/* So many pairs can be looked through; those behind them come up when these are done. */
#define LIMIT 60
#define PROGRESS_MS 150

/* Who may be there twice, pair by pair. It lives as data of its dialog. */
typedef struct
{
  DaftarUiContext *ui;
  DaftarListDialog *dialog;
  DaftarDuplicateScan *scan;
  GCancellable *cancellable;
  guint progress_id;
  GtkWidget *progress;
  GtkWidget *summary;
  GtkWidget *list;
} Duplicates;

static void
duplicates_free (gpointer data)
{
  Duplicates *self = data;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->scan, daftar_duplicate_scan_unref);
  g_object_unref (self->ui);
  g_free (self);
}

/* --- Pairs that are done. --------------------------------------------------------------------------- */

static DaftarDuplicatePair *
get_pair (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), "pair");
}

static void
update_state (Duplicates *self)
{
  gboolean any = FALSE;

  for (GtkWidget *card = gtk_widget_get_first_child (self->list); card != NULL; card = gtk_widget_get_next_sibling (card))
    any |= gtk_widget_get_visible (card);
  daftar_list_dialog_show (self->dialog, any ? "list" : "done");
}

/* --- Different people. ------------------------------------------------------------------------------ */

typedef struct
{
  DaftarListDialog *dialog;
  GtkWidget *card;
  gint64 operation;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->dialog);
  g_object_unref (undo->card);
  g_free (undo);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  daftar_undo_finish (DAFTAR_STORE (source), result, NULL, &error);
  if (!daftar_list_dialog_is_closed (undo->dialog))
    {
      if (error != NULL)
        daftar_list_dialog_toast (undo->dialog, error->message, NULL, NULL, NULL);
      else
        gtk_widget_set_visible (undo->card, TRUE);
      update_state (g_object_get_data (G_OBJECT (undo->dialog), "duplicates"));
    }
  undo_free (undo);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;
  Duplicates *self = g_object_get_data (G_OBJECT (undo->dialog), "duplicates");
  Undo *running = g_new0 (Undo, 1);

  running->dialog = g_object_ref (undo->dialog);
  running->card = g_object_ref (undo->card);
  daftar_undo_async (daftar_ui_context_get_store (self->ui), undo->operation, undone_cb, running);
}

static void
distinct_done_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  Undo *undo = data;
  g_autoptr (GError) error = NULL;

  daftar_store_write_finish (DAFTAR_STORE (source), result, &undo->operation, &error);
  if (daftar_list_dialog_is_closed (undo->dialog) || error != NULL)
    {
      if (!daftar_list_dialog_is_closed (undo->dialog))
        daftar_list_dialog_toast (undo->dialog, error->message, NULL, NULL, NULL);
      undo_free (undo);
      return;
    }
  gtk_widget_set_visible (undo->card, FALSE);
  update_state (g_object_get_data (G_OBJECT (undo->dialog), "duplicates"));
  daftar_list_dialog_toast (undo->dialog, _("Different people: not shown together any more"), undo_cb, undo, undo_free);
}

static void
distinct_cb (GtkWidget *button,
             GtkWidget *card)
{
  DaftarListDialog *dialog = DAFTAR_LIST_DIALOG (gtk_widget_get_root (card));
  Duplicates *self = g_object_get_data (G_OBJECT (dialog), "duplicates");
  DaftarDuplicatePair *pair = get_pair (card);
  DaftarDistinct *distinct = g_new0 (DaftarDistinct, 1);
  Undo *undo = g_new0 (Undo, 1);

  distinct->one = DAFTAR_RECORD (pair->one)->id;
  distinct->other = DAFTAR_RECORD (pair->other)->id;
  undo->dialog = g_object_ref (dialog);
  undo->card = g_object_ref (card);
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "customer.distinct", daftar_distinct_write, distinct,
                            g_free, NULL, NULL, distinct_done_cb, undo);
}

/* --- Same person. ----------------------------------------------------------------------------------- */

static void
same_cb (GtkWidget *button,
         GtkWidget *card)
{
  Duplicates *self = g_object_get_data (G_OBJECT (gtk_widget_get_root (card)), "duplicates");
  DaftarDuplicatePair *pair = get_pair (card);
  gint64 ids[] = { DAFTAR_RECORD (pair->one)->id, DAFTAR_RECORD (pair->other)->id };

  daftar_merge_dialog_present (GTK_WIDGET (self->dialog), self->ui, ids, G_N_ELEMENTS (ids));
}

/* Who was merged or deleted, here or elsewhere, is nobody's duplicate any more; taken back, they are again. */
static void
living_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarListDialog) dialog = data;
  Duplicates *self = g_object_get_data (G_OBJECT (dialog), "duplicates");
  g_autoptr (GPtrArray) rows = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);
  g_autoptr (GHashTable) living = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (rows == NULL || daftar_list_dialog_is_closed (dialog))
    return;
  for (guint i = 0; i < rows->len; i++)
    if (DAFTAR_CUSTOMER (g_ptr_array_index (rows, i))->deleted_at == 0)
      g_hash_table_add (living, &DAFTAR_RECORD (g_ptr_array_index (rows, i))->id);
  for (GtkWidget *card = gtk_widget_get_first_child (self->list); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      DaftarDuplicatePair *pair = get_pair (card);
      gboolean both = g_hash_table_contains (living, &DAFTAR_RECORD (pair->one)->id)
                      && g_hash_table_contains (living, &DAFTAR_RECORD (pair->other)->id);
      gboolean gone = g_object_get_data (G_OBJECT (card), "gone") != NULL;

      if (both == gone)
        {
          g_object_set_data (G_OBJECT (card), "gone", both ? NULL : card);
          gtk_widget_set_visible (card, both);
        }
    }
  update_state (self);
}

static gpointer
read_rows (DaftarReader  *reader,
           gpointer       ids,
           GError       **error)
{
  GArray *array = ids;

  return daftar_customer_store_get_rows (reader, (const gint64 *) array->data, array->len, error);
}

static void
changed_cb (DaftarListDialog *dialog,
            DaftarChanges    *changes)
{
  Duplicates *self = g_object_get_data (G_OBJECT (dialog), "duplicates");
  GArray *ids;

  if (daftar_list_dialog_is_closed (dialog) || !daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, 0)
      || gtk_widget_get_first_child (self->list) == NULL)
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (GtkWidget *card = gtk_widget_get_first_child (self->list); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      g_array_append_val (ids, DAFTAR_RECORD (get_pair (card)->one)->id);
      g_array_append_val (ids, DAFTAR_RECORD (get_pair (card)->other)->id);
    }
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), read_rows, ids, (GDestroyNotify) g_array_unref,
                           (GDestroyNotify) g_ptr_array_unref, NULL, living_cb, g_object_ref (dialog));
}

/* --- Cards. ----------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "daftar-wrapping");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_person (Duplicates     *self,
             DaftarCustomer *customer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *avatar = daftar_avatar_new (36);
  g_autofree char *line = daftar_customer_row_describe (customer, daftar_ui_context_get_shop (self->ui)->country);

  daftar_avatar_set_name (DAFTAR_AVATAR (avatar), customer->name);
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), make_label (customer->name, "daftar-medium"));
  if (line != NULL && *line != '\0')
    {
      GtkWidget *second = make_label (line, "dim-label");

      gtk_widget_add_css_class (second, "daftar-second");
      gtk_widget_add_css_class (second, "daftar-numbers");
      gtk_box_append (GTK_BOX (text), second);
    }
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static GtkWidget *
make_reason (Duplicates          *self,
             DaftarDuplicatePair *pair)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *reason = daftar_likeness_describe (&pair->likeness);
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), pair->score);
  /* Translators: how likely two are the same person; %s is a number of 100. */
  g_autofree char *score = g_strdup_printf (_("%s of 100"), number);
  GtkWidget *why = make_label (reason, "daftar-reason");
  GtkWidget *points = make_label (score, "dim-label");

  gtk_widget_add_css_class (why, "daftar-soon");
  gtk_widget_set_hexpand (why, TRUE);
  gtk_widget_add_css_class (points, "daftar-numbers");
  gtk_widget_add_css_class (points, "daftar-second");
  gtk_label_set_wrap (GTK_LABEL (points), FALSE);
  gtk_widget_set_valign (points, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), why);
  gtk_box_append (GTK_BOX (box), points);
  return box;
}

static GtkWidget *
make_buttons (GtkWidget           *card,
              DaftarDuplicatePair *pair)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *same = gtk_button_new_with_label (_("Same Person…"));
  GtkWidget *distinct = gtk_button_new_with_label (_("Different People"));
  /* Translators: what a button does, then with whom. */
  g_autofree char *same_name = g_strdup_printf (_("Same person: %s, %s"), pair->one->name, pair->other->name);
  g_autofree char *distinct_name = g_strdup_printf (_("Different people: %s, %s"), pair->one->name, pair->other->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (same), GTK_ACCESSIBLE_PROPERTY_LABEL, same_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (distinct), GTK_ACCESSIBLE_PROPERTY_LABEL, distinct_name, -1);
  gtk_widget_add_css_class (distinct, "flat");
  g_signal_connect (same, "clicked", G_CALLBACK (same_cb), card);
  g_signal_connect (distinct, "clicked", G_CALLBACK (distinct_cb), card);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_top (box, 3);
  gtk_box_append (GTK_BOX (box), distinct);
  gtk_box_append (GTK_BOX (box), same);
  return box;
}

/* Takes the pair. */
static GtkWidget *
make_card (Duplicates          *self,
           DaftarDuplicatePair *pair)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "daftar-card");
  g_object_set_data_full (G_OBJECT (card), "pair", pair, (GDestroyNotify) daftar_duplicate_pair_free);
  gtk_box_append (GTK_BOX (card), make_reason (self, pair));
  gtk_box_append (GTK_BOX (card), make_person (self, pair->one));
  gtk_box_append (GTK_BOX (card), make_person (self, pair->other));
  gtk_box_append (GTK_BOX (card), make_buttons (card, pair));
  return card;
}

static void
fill (Duplicates *self,
      GPtrArray  *pairs)
{
  guint n = daftar_duplicate_scan_get_n_found (self->scan);
  g_autofree char *number = daftar_format_number (daftar_ui_context_get_format (self->ui), n);
  g_autofree char *shown = daftar_format_number (daftar_ui_context_get_format (self->ui), pairs->len);
  /* Translators: %s is a number, for which the form is chosen. */
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pair may be one person.", "%s pairs may be one person each.", n), number);
  /* Translators: a sentence that says how many pairs there are; %2$s is a number. */
  g_autofree char *both = g_strdup_printf (_("%1$s The likeliest %2$s are shown."), text, shown);

  gtk_label_set_label (GTK_LABEL (self->summary), n > pairs->len ? both : text);
  while (pairs->len > 0)
    gtk_box_append (GTK_BOX (self->list), make_card (self, g_ptr_array_steal_index (pairs, 0)));
  update_state (self);
}

/* --- Looking. --------------------------------------------------------------------------------------- */

static gboolean
progress_cb (gpointer data)
{
  Duplicates *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 daftar_duplicate_scan_get_percent (self->scan) / 100.0);
  return G_SOURCE_CONTINUE;
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DaftarListDialog) dialog = data;
  Duplicates *self = g_object_get_data (G_OBJECT (dialog), "duplicates");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (daftar_list_dialog_is_closed (dialog))
    return;
  if (pairs != NULL)
    fill (self, pairs);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    daftar_list_dialog_toast (dialog, error->message, NULL, NULL, NULL);
}

static GtkWidget *
make_looking (Duplicates *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (_("Looking for those who are there twice…"));
  GtkWidget *stop = gtk_button_new_with_mnemonic (_("_Stop"));

  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_name (self->progress, "duplicates-progress");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Looking for those who are there twice…"), -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (stop), "window.close");
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, 240, -1);
  gtk_widget_set_halign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), stop);
  return box;
}

static GtkWidget *
make_list (Duplicates *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->summary = make_label ("", "dim-label");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_name (self->list, "duplicates-list");
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->list);
  return box;
}

/**
 * daftar_duplicates_dialog_present:
 * @parent: the widget that asks
 * @ui: the context
 *
 * Looks through the shop for who may be there twice, and shows them pair by pair.
 */
void
daftar_duplicates_dialog_present (GtkWidget       *parent,
                                  DaftarUiContext *ui)
{
  Duplicates *self = g_new0 (Duplicates, 1);

  self->ui = g_object_ref (ui);
  self->scan = daftar_duplicate_scan_new (LIMIT);
  self->cancellable = g_cancellable_new ();
  self->dialog = daftar_list_dialog_new (parent, _("Duplicates"), 560);
  g_object_set_data_full (G_OBJECT (self->dialog), "duplicates", self, duplicates_free);
  gtk_widget_set_name (GTK_WIDGET (self->dialog), "duplicates-dialog");
  daftar_list_dialog_add (self->dialog, "looking", make_looking (self), FALSE);
  daftar_list_dialog_add (self->dialog, "list", make_list (self), TRUE);
  daftar_list_dialog_add (self->dialog, "done",
                          daftar_empty_state_new ("daftar-customers-symbolic", _("No duplicates"),
                                                  _("Nobody else looks as if they were in the notebook twice."), NULL, NULL),
                          FALSE);
  self->progress_id = g_timeout_add (PROGRESS_MS, progress_cb, self);
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self->dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dialog, "destroy", G_CALLBACK (g_cancellable_cancel), self->cancellable,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
  daftar_store_read_async (daftar_ui_context_get_store (ui), daftar_duplicate_scan_read,
                           daftar_duplicate_scan_ref (self->scan), (GDestroyNotify) daftar_duplicate_scan_unref,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, scanned_cb, g_object_ref (self->dialog));
}
