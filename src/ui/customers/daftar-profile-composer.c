/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-composer.h"

#include "daftar-day-entry.h"
#include "daftar-icons.h"
#include "daftar-note.h"

#include <glib/gi18n.h>

struct _DaftarProfileComposer
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 customer_id;
  DaftarChannel channel;
  DaftarContactDirection direction;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *channel_button;
  GtkWidget *next_button;
  GtkWidget *next_title;
  GtkWidget *next_day;
  GtkWidget *error;
};

G_DEFINE_FINAL_TYPE (DaftarProfileComposer, daftar_profile_composer, GTK_TYPE_WIDGET)

/* --- Channel. -------------------------------------------------------------------------------------- */

static void
set_channel (DaftarProfileComposer  *self,
             DaftarChannel           channel,
             DaftarContactDirection  direction)
{
  const char *label =
    channel == DAFTAR_CHANNEL_NONE ? _("Note for ourselves") : daftar_enum_label (&daftar_enum_channel, channel);
  g_autofree char *name = NULL;

  self->channel = channel;
  self->direction = channel == DAFTAR_CHANNEL_NONE ? DAFTAR_CONTACT_DIRECTION_NONE : direction;
  name = channel == DAFTAR_CHANNEL_NONE
           ? g_strdup_printf ("%s: %s", _("Channel"), label)
           : g_strdup_printf ("%s: %s · %s", _("Channel"), label,
                              daftar_enum_label (&daftar_enum_contact_direction, self->direction));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->channel_button),
                                 channel == DAFTAR_CHANNEL_NONE ? "daftar-note-symbolic"
                                                                : daftar_icon_for_channel (channel));
  gtk_widget_set_tooltip_text (self->channel_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->channel_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
channel_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  int channel, direction;

  g_variant_get (parameter, "(ii)", &channel, &direction);
  set_channel (DAFTAR_PROFILE_COMPOSER (widget), channel, direction);
}

static void
add_channel (GMenu                  *menu,
             DaftarChannel           channel,
             DaftarContactDirection  direction)
{
  g_autofree char *label =
    channel == DAFTAR_CHANNEL_NONE
      ? g_strdup (_("Note for ourselves"))
      : g_strdup_printf ("%s · %s", daftar_enum_label (&daftar_enum_channel, channel),
                         daftar_enum_label (&daftar_enum_contact_direction, direction));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "composer.channel", "(ii)", (int) channel, (int) direction);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_channels (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) note = g_menu_new ();
  g_autoptr (GMenu) in = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();

  add_channel (note, DAFTAR_CHANNEL_NONE, DAFTAR_CONTACT_DIRECTION_NONE);
  for (int i = DAFTAR_CHANNEL_NONE + 1; i < DAFTAR_N_CHANNEL; i++)
    {
      add_channel (in, i, DAFTAR_CONTACT_DIRECTION_IN);
      add_channel (out, i, DAFTAR_CONTACT_DIRECTION_OUT);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (note));
  g_menu_append_section (menu, _("They contacted us"), G_MENU_MODEL (in));
  g_menu_append_section (menu, _("We contacted them"), G_MENU_MODEL (out));
  return G_MENU_MODEL (menu);
}

/* --- Next step. ------------------------------------------------------------------------------------ */

static gboolean
has_next (DaftarProfileComposer *self)
{
  g_autofree char *day = NULL;

  return *gtk_editable_get_text (GTK_EDITABLE (self->next_title)) != '\0'
         || !daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (self->next_day), &day, NULL) || day != NULL;
}

/* That there is a next step is seen on the closed chip: what and when. */
static void
next_cb (DaftarProfileComposer *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->next_title));
  g_autofree char *day = NULL;
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;

  daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (self->next_day), &day, NULL);
  when = day != NULL ? daftar_format_day (daftar_ui_context_get_format (self->ui), day, DAFTAR_DAY_WEEKDAY) : NULL;
  name = g_strdup_printf ("%s%s%s%s%s", _("Next step"), *title != '\0' ? ": " : "", title, when != NULL ? " · " : "",
                          when != NULL ? when : "");
  if (has_next (self))
    gtk_widget_add_css_class (self->next_button, "daftar-next");
  else
    gtk_widget_remove_css_class (self->next_button, "daftar-next");
  gtk_widget_set_tooltip_text (self->next_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
done_cb (DaftarProfileComposer *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->next_button));
  gtk_widget_grab_focus (self->entry);
}

static void
make_next (DaftarProfileComposer *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Done"));

  self->next_title = gtk_entry_new ();
  gtk_widget_set_name (self->next_title, "composer-next-title");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->next_title), _("What is to be done next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_title), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Next step"), -1);
  self->next_day = daftar_day_entry_new (self->ui);
  gtk_widget_set_name (self->next_day, "composer-next-day");
  gtk_widget_set_halign (done, GTK_ALIGN_END);
  gtk_widget_set_size_request (box, 280, -1);
  gtk_box_append (GTK_BOX (box), self->next_title);
  gtk_box_append (GTK_BOX (box), self->next_day);
  gtk_box_append (GTK_BOX (box), done);
  gtk_widget_add_css_class (box, "daftar-popover-form");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->next_button), popover);
  g_signal_connect_swapped (done, "clicked", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (self->next_title, "activate", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (self->next_title, "changed", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->next_day, "changed", G_CALLBACK (next_cb), self);
  next_cb (self);
}

/* --- Saving. --------------------------------------------------------------------------------------- */

static void
set_error (DaftarProfileComposer *self,
           const char            *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->error), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
}

static void
clear (DaftarProfileComposer *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->next_title), "");
  daftar_day_entry_set_day (DAFTAR_DAY_ENTRY (self->next_day), NULL);
  set_channel (self, DAFTAR_CHANNEL_NONE, DAFTAR_CONTACT_DIRECTION_NONE);
  set_error (self, NULL);
}

typedef struct
{
  DaftarProfileComposer *self;
  gint64 customer_id;
} Write;

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Write *write = data;
  g_autoptr (DaftarProfileComposer) self = write->self;
  gboolean same = write->customer_id == self->customer_id;
  g_autoptr (GError) error = NULL;
  gint64 operation;
  g_autoptr (DaftarCustomer) customer = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  g_free (write);
  if (self->box == NULL)
    return;
  gtk_widget_set_sensitive (self->box, TRUE);
  if (customer == NULL)
    {
      /* What was typed stays where it is. */
      if (same)
        set_error (self, error->message);
      else
        daftar_ui_tell_error (GTK_WIDGET (self), error);
      return;
    }
  daftar_ui_toast_undo (GTK_WIDGET (self), self->ui, _("Written down"), operation);
  if (!same)
    return;
  clear (self);
  gtk_widget_grab_focus (self->entry);
}

static void
write_cb (DaftarProfileComposer *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (DaftarNote) note = NULL;
  g_autoptr (GError) error = NULL;
  Write *write;

  if (self->customer_id == 0 || *text == '\0')
    return;
  note = daftar_note_new ();
  note->customer_id = self->customer_id;
  note->body = g_strdup (text);
  note->channel = self->channel;
  note->direction = self->direction;
  note->next_title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->next_title)));
  if (!daftar_day_entry_get_day (DAFTAR_DAY_ENTRY (self->next_day), &note->next_day, &error))
    {
      set_error (self, error->message);
      return;
    }
  write = g_new0 (Write, 1);
  write->self = g_object_ref (self);
  write->customer_id = self->customer_id;
  gtk_widget_set_sensitive (self->box, FALSE);
  daftar_store_write_async (daftar_ui_context_get_store (self->ui), "note.add", daftar_note_write,
                            g_steal_pointer (&note), (GDestroyNotify) daftar_note_free, g_object_unref, NULL,
                            written_cb, write);
}

static void
typed_cb (DaftarProfileComposer *self)
{
  set_error (self, NULL);
}

/* --- The object. ----------------------------------------------------------------------------------- */

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DAFTAR_PROFILE_COMPOSER (widget)->entry);
}

static void
daftar_profile_composer_dispose (GObject *object)
{
  DaftarProfileComposer *self = DAFTAR_PROFILE_COMPOSER (object);

  if (self->box != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->next_title, self);
      g_signal_handlers_disconnect_by_data (self->next_day, self);
      g_signal_handlers_disconnect_by_data (self->entry, self);
    }
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_profile_composer_parent_class)->dispose (object);
}

static void
daftar_profile_composer_class_init (DaftarProfileComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_profile_composer_dispose;
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "composer.channel", "(ii)", channel_action);
}

static GtkWidget *
make_entry (DaftarProfileComposer *self)
{
  self->entry = gtk_entry_new ();
  gtk_widget_set_name (self->entry, "profile-write");
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Write what happened…"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "daftar-check-symbolic");
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, _("Save"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Write what happened"),
                                  -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (write_cb), self);
  g_signal_connect_swapped (self->entry, "icon-press", G_CALLBACK (write_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  return self->entry;
}

static void
daftar_profile_composer_init (DaftarProfileComposer *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GMenuModel) channels = make_channels ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->channel_button = gtk_menu_button_new ();
  gtk_widget_set_name (self->channel_button, "composer-channel");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->channel_button), channels);
  self->next_button = gtk_menu_button_new ();
  gtk_widget_set_name (self->next_button, "composer-next");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->next_button), "daftar-followups-symbolic");
  self->error = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->error), 12);
  gtk_widget_set_name (self->error, "composer-error");
  gtk_widget_add_css_class (self->error, "daftar-late");
  gtk_widget_add_css_class (self->error, "daftar-second");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (line), make_entry (self));
  gtk_box_append (GTK_BOX (line), self->channel_button);
  gtk_box_append (GTK_BOX (line), self->next_button);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * daftar_profile_composer_new:
 * @ui: the context
 *
 * Returns: (transfer floating): an empty composer
 */
GtkWidget *
daftar_profile_composer_new (DaftarUiContext *ui)
{
  DaftarProfileComposer *self = g_object_new (DAFTAR_TYPE_PROFILE_COMPOSER, NULL);

  self->ui = g_object_ref (ui);
  make_next (self);
  set_channel (self, DAFTAR_CHANNEL_NONE, DAFTAR_CONTACT_DIRECTION_NONE);
  return GTK_WIDGET (self);
}

/**
 * daftar_profile_composer_set_customer:
 * @self: the composer
 * @customer_id: of whom it writes; what was begun about somebody else goes
 */
void
daftar_profile_composer_set_customer (DaftarProfileComposer *self,
                                      gint64                 customer_id)
{
  if (self->customer_id == customer_id)
    return;
  self->customer_id = customer_id;
  clear (self);
}
