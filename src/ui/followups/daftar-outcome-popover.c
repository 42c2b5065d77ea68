/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-outcome-popover.h"

#include <glib/gi18n.h>

/* How did it go? One key for each answer: its number. */
typedef struct
{
  GtkWidget *popover;
  GtkWidget *page;
  GtkWidget *note;
  gint64 id;
  DaftarOutcomeFunc func;
} Question;

static const struct
{
  DaftarFollowUpResult result;
  const char *label;
  const char *name;
} answers[] = {
  { DAFTAR_FOLLOW_UP_RESULT_REACHED, NC_ ("how a follow-up went", "Reached"), "outcome-reached" },
  { DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER, N_("No answer: again tomorrow"), "outcome-no-answer" },
  { DAFTAR_FOLLOW_UP_RESULT_LEFT_MESSAGE, NC_ ("how a follow-up went", "Left a message"), "outcome-message" },
  { DAFTAR_FOLLOW_UP_RESULT_NONE, N_("Just done"), "outcome-done" },
  { DAFTAR_FOLLOW_UP_RESULT_SKIPPED, N_("Skip it"), "outcome-skip" },
};

static const char *
label_of (guint i)
{
  return answers[i].result == DAFTAR_FOLLOW_UP_RESULT_REACHED || answers[i].result == DAFTAR_FOLLOW_UP_RESULT_LEFT_MESSAGE
           ? g_dpgettext2 (NULL, "how a follow-up went", answers[i].label)
           : _(answers[i].label);
}

static void
answer (Question *question,
        guint     i)
{
  g_autofree char *note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->note)));
  GtkWidget *page = question->page;
  DaftarOutcomeFunc func = question->func;
  gint64 id = question->id;

  gtk_popover_popdown (GTK_POPOVER (question->popover));
  func (page, id, answers[i].result, note);
}

static void
clicked_cb (GtkWidget *button,
            Question  *question)
{
  answer (question, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "answer")));
}

/* Enter in the note is the first answer: who has something to write down has reached somebody. */
static void
note_cb (Question *question)
{
  answer (question, 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Question              *question)
{
  guint32 character = gdk_keyval_to_unicode (key);
  int digit = g_unichar_digit_value (character);

  if (digit < 1 || digit > (int) G_N_ELEMENTS (answers) || state & GDK_CONTROL_MASK)
    return FALSE;
  answer (question, digit - 1);
  return TRUE;
}

static GtkWidget *
make_answer (Question *question,
             guint     i)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (label_of (i));
  g_autofree char *digit = g_strdup_printf ("%u", i + 1);
  GtkWidget *key = gtk_label_new (digit);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, answers[i].name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label_of (i), -1);
  g_object_set_data (G_OBJECT (button), "answer", GUINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), question);
  return button;
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  /* Not within its own signal. */
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * daftar_outcome_popover_ask:
 * @at: what it points to
 * @page: passed to @func
 * @id: the follow-up
 * @func: called with the answer; not if there was none
 *
 * Asks how a follow-up went.
 */
void
daftar_outcome_popover_ask (GtkWidget         *at,
                            GtkWidget         *page,
                            gint64             id,
                            DaftarOutcomeFunc  func)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *answers_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  graphene_rect_t bounds;

  question->popover = gtk_popover_new ();
  question->page = page;
  question->id = id;
  question->func = func;
  g_object_set_data_full (G_OBJECT (question->popover), "question", question, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_box_append (GTK_BOX (answers_box), make_answer (question, i));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), question);
  gtk_widget_add_controller (answers_box, keys);
  question->note = gtk_entry_new ();
  gtk_widget_set_name (question->note, "outcome-note");
  gtk_widget_set_margin_top (question->note, 6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->note), _("What came of it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What came of it"), -1);
  g_signal_connect_swapped (question->note, "activate", G_CALLBACK (note_cb), question);
  gtk_box_append (GTK_BOX (box), answers_box);
  gtk_box_append (GTK_BOX (box), question->note);
  gtk_popover_set_child (GTK_POPOVER (question->popover), box);
  gtk_widget_set_name (question->popover, "outcome");
  /* The page's, not the row's: the row may be gone before its popover is. */
  gtk_widget_set_parent (question->popover, page);
  if (gtk_widget_compute_bounds (at, page, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (question->popover),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                  (int) bounds.size.height });
  /* Which does not know of it and may go first, with the window. */
  g_signal_connect_object (page, "destroy", G_CALLBACK (unparent_cb), question->popover, G_CONNECT_SWAPPED);
  g_signal_connect (question->popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (question->popover));
  gtk_widget_grab_focus (gtk_widget_get_first_child (answers_box));
}
