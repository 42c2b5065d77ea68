/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-entry.h"

#include "daftar-avatar.h"
#include "daftar-bidi.h"
#include "daftar-customer-row.h"
#include "daftar-find.h"

#include <glib/gi18n.h>

#define MAX_SHOWN 5

struct _DaftarCustomerEntry
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gboolean allow_new;
  gboolean free_text;
  GCancellable *cancellable;

  gint64 id;
  char *new_name;

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *chosen;
  GtkWidget *avatar;
  GtkWidget *name;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarCustomerEntry, daftar_customer_entry, GTK_TYPE_WIDGET)

static void
set_chosen (DaftarCustomerEntry *self,
            gint64               id,
            const char          *name,
            gboolean             is_new)
{
  gboolean any = id != 0 || is_new;
  /* Translators: %s is the name of a customer that is about to be added. */
  g_autofree char *text = is_new && !self->free_text ? g_strdup_printf (_("%s (new)"), name) : g_strdup (name);

  self->id = id;
  g_free (self->new_name);
  self->new_name = is_new ? g_strdup (name) : NULL;
  gtk_widget_set_visible (self->chosen, any);
  gtk_widget_set_visible (self->entry, !any);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_label_set_label (GTK_LABEL (self->name), any ? text : "");
  daftar_avatar_set_name (DAFTAR_AVATAR (self->avatar), any ? name : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
take_row (DaftarCustomerEntry *self,
          GtkListBoxRow       *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  const char *name = g_object_get_data (G_OBJECT (row), "name");

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus;

  set_chosen (self, id != NULL ? *id : 0, name, id == NULL);
  /* The form may have moved the focus to where it goes on already. */
  focus = gtk_root_get_focus (root);
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (DaftarCustomerEntry *self,
                  GtkListBoxRow       *row)
{
  take_row (self, row);
}

static void
activate_cb (DaftarCustomerEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (gtk_widget_get_visible (self->list) && row != NULL)
    take_row (self, row);
}

static void
add_new_row (DaftarCustomerEntry *self,
             const char          *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *isolated = daftar_bidi_isolate (text);
  /* Translators: %s is a name that was typed. */
  g_autofree char *label = self->free_text ? g_strdup_printf (_("Write “%s” only"), isolated)
                                           : g_strdup_printf (_("Add “%s” as a new customer"), isolated);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (line), gtk_label_new (label));
  gtk_widget_add_css_class (line, "daftar-row");
  gtk_widget_add_css_class (line, "compact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (text), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_found (DaftarCustomerEntry *self,
            GPtrArray           *customers)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < customers->len; i++)
    {
      DaftarCustomer *customer = g_ptr_array_index (customers, i);
      GtkWidget *line = daftar_customer_row_new (self->ui);
      GtkWidget *row = gtk_list_box_row_new ();

      daftar_customer_row_set (DAFTAR_CUSTOMER_ROW (line), customer, text);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, customer->name, -1);
      g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&DAFTAR_RECORD (customer)->id, sizeof (gint64)), g_free);
      g_object_set_data_full (G_OBJECT (row), "name", g_strdup (customer->name), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  if (self->allow_new && *text != '\0')
    add_new_row (self, text);
  gtk_widget_set_visible (self->list, gtk_widget_get_first_child (self->list) != NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DaftarCustomerEntry) self = data;
  g_autoptr (GPtrArray) customers = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (customers != NULL && self->box != NULL && self->id == 0 && self->new_name == NULL)
    show_found (self, customers);
}

static void
typed_cb (DaftarCustomerEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*text == '\0')
    {
      gtk_widget_set_visible (self->list, FALSE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_find_customers_read,
                           daftar_find_request_new (text, DAFTAR_KIND_CUSTOMER, MAX_SHOWN),
                           (GDestroyNotify) daftar_find_request_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, found_cb, g_object_ref (self));
}

static void
clear_cb (DaftarCustomerEntry *self)
{
  set_chosen (self, 0, NULL, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        DaftarCustomerEntry   *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (key != GDK_KEY_Down || row == NULL || !gtk_widget_get_visible (self->list))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static gboolean
grab_focus (GtkWidget *widget)
{
  DaftarCustomerEntry *self = DAFTAR_CUSTOMER_ENTRY (widget);

  if (gtk_widget_get_visible (self->chosen))
    return gtk_widget_child_focus (self->chosen, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (self->entry);
}

static void
daftar_customer_entry_dispose (GObject *object)
{
  DaftarCustomerEntry *self = DAFTAR_CUSTOMER_ENTRY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->new_name, g_free);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_customer_entry_parent_class)->dispose (object);
}

static void
daftar_customer_entry_class_init (DaftarCustomerEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_customer_entry_dispose;
  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DAFTAR_TYPE_CUSTOMER_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_chosen (DaftarCustomerEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  self->avatar = daftar_avatar_new (32);
  self->name = gtk_label_new (NULL);
  gtk_widget_set_name (self->name, "customer-chosen");
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->name, "daftar-medium");
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (clear, "flat");
  gtk_widget_add_css_class (clear, "circular");
  gtk_widget_set_tooltip_text (clear, _("Choose Somebody Else"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose Somebody Else"),
                                  -1);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (line), self->avatar);
  gtk_box_append (GTK_BOX (line), self->name);
  gtk_box_append (GTK_BOX (line), clear);
  gtk_widget_set_visible (line, FALSE);
  return line;
}

static void
daftar_customer_entry_init (DaftarCustomerEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_name (self->entry, "customer-entry");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Customer: name or number"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customer"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  self->list = gtk_list_box_new ();
  gtk_widget_set_name (self->list, "customer-choices");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Customers found"), -1);
  gtk_widget_set_visible (self->list, FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->chosen = make_chosen (self);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->chosen);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * daftar_customer_entry_new:
 * @ui: the context
 * @allow_new: whether somebody who isn't in the notebook can be entered
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
daftar_customer_entry_new (DaftarUiContext *ui,
                           gboolean         allow_new)
{
  DaftarCustomerEntry *self = g_object_new (DAFTAR_TYPE_CUSTOMER_ENTRY, NULL);

  self->ui = g_object_ref (ui);
  self->allow_new = allow_new;
  return GTK_WIDGET (self);
}

/**
 * daftar_customer_entry_set_free_text:
 * @self: an entry that takes new names
 * @label: what is asked for
 *
 * A name that isn't in the notebook is only written down, and makes no customer.
 */
void
daftar_customer_entry_set_free_text (DaftarCustomerEntry *self,
                                     const char          *label)
{
  self->free_text = TRUE;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * daftar_customer_entry_set_text:
 * @self: an entry of free text
 * @text: what is written in it
 */
void
daftar_customer_entry_set_text (DaftarCustomerEntry *self,
                                const char          *text)
{
  set_chosen (self, 0, text, TRUE);
}

/**
 * daftar_customer_entry_get_name:
 * @self: an entry of free text
 *
 * Returns: (transfer none) (nullable): what was chosen or is written in it, chosen or not
 */
const char *
daftar_customer_entry_get_name (DaftarCustomerEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->id != 0)
    return gtk_label_get_label (GTK_LABEL (self->name));
  if (self->new_name != NULL)
    return self->new_name;
  return *typed != '\0' ? typed : NULL;
}

/**
 * daftar_customer_entry_get_id:
 * @self: the entry
 *
 * Returns: the customer that was chosen, or 0
 */
gint64
daftar_customer_entry_get_id (DaftarCustomerEntry *self)
{
  return self->id;
}

/**
 * daftar_customer_entry_get_new_name:
 * @self: the entry
 *
 * Returns: (transfer none) (nullable): the name of a customer to be added, if that was chosen
 */
const char *
daftar_customer_entry_get_new_name (DaftarCustomerEntry *self)
{
  return self->new_name;
}

/**
 * daftar_customer_entry_set_customer:
 * @self: the entry
 * @id: a customer, or 0 for none
 * @name: (nullable): its name
 */
void
daftar_customer_entry_set_customer (DaftarCustomerEntry *self,
                                    gint64               id,
                                    const char          *name)
{
  set_chosen (self, id, name, FALSE);
}
