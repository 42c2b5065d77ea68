/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-window.h"

#include "daftar-avatar.h"
#include "daftar-empty-state.h"
#include "daftar-fold.h"
#include "daftar-pane.h"
#include "daftar-sidebar-row.h"
#include "daftar-ui.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 8

/* The frame: the sidebar with the pages, the page, and the toasts over both. It knows pages by their interface only. */
struct _DaftarWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  DaftarFold *fold;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  AdwHeaderBar *sidebar_header;
  GtkWidget *separator;
  AdwWindowTitle *shop;
  GtkListBox *pages;
  GtkStack *stack;
  GtkMenuButton *staff;
  GtkLabel *staff_label;
  DaftarAvatar *staff_avatar;

  GSettings *settings;
  AdwToast *undo_toast; /* the last toast with a button, for Ctrl+Z */
};

G_DEFINE_FINAL_TYPE (DaftarWindow, daftar_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static DaftarSidebarRow *
row_of (DaftarWindow *self,
        DaftarPage   *page)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); row; row = gtk_widget_get_next_sibling (row))
    if (daftar_sidebar_row_get_page (DAFTAR_SIDEBAR_ROW (row)) == page)
      return DAFTAR_SIDEBAR_ROW (row);
  return NULL;
}

/* --- actions --- */

static void
row_activated_cb (DaftarWindow  *self,
                  GtkListBoxRow *row)
{
  daftar_window_show_page (self, daftar_page_get_id (daftar_sidebar_row_get_page (DAFTAR_SIDEBAR_ROW (row))));
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *id)
{
  daftar_window_show_page (DAFTAR_WINDOW (widget), g_variant_get_string (id, NULL));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DaftarWindow *self = DAFTAR_WINDOW (widget);
  DaftarPage *page = daftar_window_get_page (self);

  if (!page)
    return;
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->stack));
  if (!daftar_page_search (page))
    gtk_widget_activate_action (widget, "win.find", NULL);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarWindow *self = DAFTAR_WINDOW (widget);
  DaftarPage *page = daftar_window_get_page (self);

  if (page && daftar_page_back (page))
    return;
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
}

static void
sidebar_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  DaftarWindow *self = DAFTAR_WINDOW (widget);
  gboolean shown;

  if (adw_leaflet_get_folded (self->leaflet))
    {
      gboolean on_page = adw_leaflet_get_visible_child (self->leaflet) != self->sidebar;

      adw_leaflet_set_visible_child (self->leaflet, on_page ? self->sidebar : GTK_WIDGET (self->stack));
      return;
    }
  shown = !gtk_widget_get_visible (self->sidebar);
  gtk_widget_set_visible (self->sidebar, shown);
  gtk_widget_set_visible (self->separator, shown);
  g_settings_set_boolean (self->settings, "sidebar-visible", shown);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarWindow *self = DAFTAR_WINDOW (widget);
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

  if (!toast)
    return;
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
}

/* --- folding --- */

static void
narrow_cb (DaftarWindow *self)
{
  gboolean narrow = daftar_fold_get_narrow (self->fold);

  adw_leaflet_set_can_unfold (self->leaflet, !narrow);
}

static void
folded_cb (DaftarWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean shown = folded || g_settings_get_boolean (self->settings, "sidebar-visible");

  /* One who folds the window wants to go on with the page, not to see the sidebar; but from a hidden sidebar there
   * would be no way to the other pages. */
  gtk_widget_set_visible (self->sidebar, shown);
  gtk_widget_set_visible (self->separator, shown);
  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, folded);
  gtk_list_box_set_selection_mode (self->pages, folded ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
  if (!folded && daftar_window_get_page (self))
    gtk_list_box_select_row (self->pages, GTK_LIST_BOX_ROW (row_of (self, daftar_window_get_page (self))));
}

/* --- the window's state --- */

static void
restore (DaftarWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
daftar_window_close_request (GtkWindow *window)
{
  DaftarWindow *self = DAFTAR_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window))
    {
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 240));
    }
  return GTK_WINDOW_CLASS (daftar_window_parent_class)->close_request (window);
}

static void
daftar_window_constructed (GObject *object)
{
  DaftarWindow *self = DAFTAR_WINDOW (object);

  G_OBJECT_CLASS (daftar_window_parent_class)->constructed (object);
  restore (self);
  g_signal_connect_object (self->fold, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->stack));
  folded_cb (self);
}

static void
daftar_window_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DaftarWindow *self = DAFTAR_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_window_dispose (GObject *object)
{
  DaftarWindow *self = DAFTAR_WINDOW (object);

  g_clear_object (&self->undo_toast);
  G_OBJECT_CLASS (daftar_window_parent_class)->dispose (object);
}

static void
daftar_window_finalize (GObject *object)
{
  g_clear_object (&DAFTAR_WINDOW (object)->settings);
  G_OBJECT_CLASS (daftar_window_parent_class)->finalize (object);
}

static void
daftar_window_class_init (DaftarWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = daftar_window_constructed;
  object_class->set_property = daftar_window_set_property;
  object_class->dispose = daftar_window_dispose;
  object_class->finalize = daftar_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = daftar_window_close_request;

  props[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  daftar_ui_init ();
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daftarapp/Daftar/ui/shell/daftar-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, fold);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, shop);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, staff);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, staff_label);
  gtk_widget_class_bind_template_child (widget_class, DaftarWindow, staff_avatar);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
}

static void
daftar_window_init (DaftarWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_icon_name (GTK_WINDOW (self), DAFTAR_APP_ID);
  daftar_window_set_shop_name (self, NULL);
}

/**
 * daftar_window_new:
 * @application: the application
 * @settings: where the window's state is kept
 *
 * Returns: (transfer none): the window, without pages yet
 */
DaftarWindow *
daftar_window_new (GtkApplication *application,
                   GSettings      *settings)
{
  return g_object_new (DAFTAR_TYPE_WINDOW, "application", application, "settings", settings, NULL);
}

static void
badge_changed_cb (DaftarSidebarRow *row)
{
  daftar_sidebar_row_update (row);
}

/**
 * daftar_window_add_page:
 * @self: the window
 * @page: (transfer floating): the page; pages stand in the order in which they are added and get Ctrl+1, Ctrl+2…
 */
void
daftar_window_add_page (DaftarWindow *self,
                        DaftarPage   *page)
{
  GtkWidget *row;
  g_autofree char *name = g_strdup_printf ("%s-page", daftar_page_get_id (page));
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const char *id = daftar_page_get_id (page);
  int number = 1;

  g_return_if_fail (DAFTAR_IS_WINDOW (self));
  g_return_if_fail (DAFTAR_IS_PAGE (page));

  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); other;
       other = gtk_widget_get_next_sibling (other))
    number++;
  row = daftar_sidebar_row_new (page, number);
  gtk_widget_set_name (GTK_WIDGET (page), name);
  gtk_stack_add_named (self->stack, GTK_WIDGET (page), id);
  gtk_list_box_append (self->pages, row);
  g_signal_connect_object (page, "badge-changed", G_CALLBACK (badge_changed_cb), row, G_CONNECT_SWAPPED);
  if (application && number <= 9)
    {
      g_autofree char *action = g_strdup_printf ("win.page::%s", id);
      g_autofree char *key = g_strdup_printf ("<Control>%d", number);
      g_autofree char *keypad = g_strdup_printf ("<Control>KP_%d", number);

      gtk_application_set_accels_for_action (application, action, (const char *[]) { key, keypad, NULL });
    }
  if (number == 1)
    gtk_list_box_select_row (self->pages, GTK_LIST_BOX_ROW (row));
}

/**
 * daftar_window_show_page:
 * @self: the window
 * @id: the page's word, "inbox"
 *
 * Goes to a page.
 *
 * Returns: whether there is such a page
 */
gboolean
daftar_window_show_page (DaftarWindow *self,
                         const char   *id)
{
  GtkWidget *page;

  g_return_val_if_fail (DAFTAR_IS_WINDOW (self), FALSE);

  page = gtk_stack_get_child_by_name (self->stack, id);
  if (!page)
    return FALSE;
  gtk_stack_set_visible_child (self->stack, page);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->stack));
  if (!adw_leaflet_get_folded (self->leaflet))
    gtk_list_box_select_row (self->pages, GTK_LIST_BOX_ROW (row_of (self, DAFTAR_PAGE (page))));
  g_settings_set_string (self->settings, "page", id);
  daftar_page_shown (DAFTAR_PAGE (page));
  return TRUE;
}

/**
 * daftar_window_has_page:
 * @self: the window
 * @id: a page's id
 *
 * Returns: whether there is such a page
 */
gboolean
daftar_window_has_page (DaftarWindow *self,
                        const char   *id)
{
  return gtk_stack_get_child_by_name (self->stack, id) != NULL;
}

/**
 * daftar_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the page that is seen
 */
DaftarPage *
daftar_window_get_page (DaftarWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (DAFTAR_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->stack);
  return DAFTAR_IS_PAGE (page) ? DAFTAR_PAGE (page) : NULL;
}

/**
 * daftar_window_open:
 * @self: the window
 * @kind: what sort of record: "customer", "ticket", "deal", "followup"
 * @id: its number
 *
 * Shows a record on the page that knows its kind.
 *
 * Returns: whether a page did
 */
gboolean
daftar_window_open (DaftarWindow *self,
                    const char   *kind,
                    gint64        id)
{
  g_return_val_if_fail (DAFTAR_IS_WINDOW (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); row; row = gtk_widget_get_next_sibling (row))
    {
      DaftarPage *page = daftar_sidebar_row_get_page (DAFTAR_SIDEBAR_ROW (row));

      if (daftar_page_open (page, kind, id))
        return daftar_window_show_page (self, daftar_page_get_id (page));
    }
  return FALSE;
}

/**
 * daftar_window_set_shop_name:
 * @self: the window
 * @name: (nullable): the name of the shop; without one the program's own stands there
 */
void
daftar_window_set_shop_name (DaftarWindow *self,
                             const char   *name)
{
  const char *shown = name && *name ? name : _("Daftar");

  adw_window_title_set_title (self->shop, shown);
  gtk_window_set_title (GTK_WINDOW (self), shown);
}

/**
 * daftar_window_set_staff:
 * @self: the window
 * @name: (nullable): who is working now; nobody hides the button
 * @choices: (nullable): the menu to change that
 */
void
daftar_window_set_staff (DaftarWindow *self,
                         const char   *name,
                         GMenuModel   *choices)
{
  gtk_widget_set_visible (GTK_WIDGET (self->staff), name != NULL);
  gtk_label_set_text (self->staff_label, name ? name : "");
  daftar_avatar_set_name (self->staff_avatar, name);
  gtk_menu_button_set_menu_model (self->staff, choices);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->staff), GTK_ACCESSIBLE_PROPERTY_LABEL, name ? name : "", -1);
}

/**
 * daftar_window_set_hook:
 * @self: the window
 * @name: an action that the shell has a key for, "note" (Ctrl+N) or "find" (Ctrl+K)
 * @callback: (scope forever): called as a handler of GSimpleAction::activate
 * @data: for the callback
 *
 * Says what an action of the window does; until then it does not exist and its menu items are grey.
 */
void
daftar_window_set_hook (DaftarWindow *self,
                        const char   *name,
                        GCallback     callback,
                        gpointer      data)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect (action, "activate", callback, data);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

static void
toast_gone_cb (DaftarWindow *self,
               AdwToast     *toast)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

typedef struct
{
  GSourceOnceFunc callback;
  gpointer data;
  GDestroyNotify destroy;
} ToastButton;

static void
toast_button_free (gpointer  data,
                   GClosure *closure)
{
  ToastButton *button = data;

  if (button->destroy)
    button->destroy (button->data);
  g_free (button);
}

static void
toast_button_cb (AdwToast    *toast,
                 ToastButton *button)
{
  GSourceOnceFunc callback = g_steal_pointer (&button->callback);

  /* Once, though both the button and Ctrl+Z lead here. */
  if (callback)
    callback (button->data);
}

/**
 * daftar_window_toast:
 * @self: the window
 * @text: what was done, a short sentence; no markup
 * @button_label: (nullable): what the button says, _("Undo")
 * @callback: (nullable): called once if it is pressed
 * @data: for the callback
 * @destroy: (nullable): frees @data, whether it was pressed or not
 *
 * Says quietly that something was done. The last toast with a button is also what Ctrl+Z takes back.
 */
void
daftar_window_toast (DaftarWindow    *self,
                     const char      *text,
                     const char      *button_label,
                     GSourceOnceFunc  callback,
                     gpointer         data,
                     GDestroyNotify   destroy)
{
  AdwToast *toast;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (DAFTAR_IS_WINDOW (self));

  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (button_label)
    {
      ToastButton *button = g_new0 (ToastButton, 1);

      button->callback = callback;
      button->data = data;
      button->destroy = destroy;
      adw_toast_set_button_label (toast, button_label);
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (toast_button_cb), button, toast_button_free, 0);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_gone_cb), self, G_CONNECT_SWAPPED);
      g_set_object (&self->undo_toast, toast);
    }
  else if (destroy)
    destroy (data);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * daftar_window_show_error:
 * @self: the window
 * @heading: what is wrong
 * @sentence: what to do about it
 * @button_label: (nullable): what can be done at once
 * @action_name: (nullable): the button's action
 *
 * Shows in the place of a page why there is none: the shop file cannot be opened.
 */
void
daftar_window_show_error (DaftarWindow *self,
                          const char   *heading,
                          const char   *sentence,
                          const char   *button_label,
                          const char   *action_name)
{
  GtkWidget *pane = daftar_pane_new (NULL);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  g_return_if_fail (DAFTAR_IS_WINDOW (self));

  daftar_pane_set_child (DAFTAR_PANE (pane), daftar_empty_state_new ("daftar-warning-symbolic", heading, escaped,
                                                 button_label, action_name));
  gtk_widget_set_name (pane, "error-page");
  gtk_stack_add_child (self->stack, pane);
  gtk_stack_set_visible_child (self->stack, pane);
}

/**
 * daftar_window_set_cover:
 * @self: the window
 * @cover: (nullable): what stands in the place of everything, such as the questions of the first start; %NULL
 *   for the pages
 */
void
daftar_window_set_cover (DaftarWindow *self,
                         GtkWidget    *cover)
{
  GtkWidget *content = cover ? cover : GTK_WIDGET (self->toasts);

  g_return_if_fail (DAFTAR_IS_WINDOW (self));

  if (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self)) == content)
    return;
  /* The window would let go of its own parts. */
  if (cover)
    g_object_set_data_full (G_OBJECT (self), "uncovered", g_object_ref (self->toasts), g_object_unref);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), content);
  if (!cover)
    g_object_set_data (G_OBJECT (self), "uncovered", NULL);
}

/**
 * daftar_window_get_folded:
 * @self: the window
 *
 * Returns: whether the page covers the sidebar for want of room
 */
gboolean
daftar_window_get_folded (DaftarWindow *self)
{
  g_return_val_if_fail (DAFTAR_IS_WINDOW (self), FALSE);

  return adw_leaflet_get_folded (self->leaflet);
}

/**
 * daftar_window_of:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the window that it is in, also from within a dialog over it
 */
DaftarWindow *
daftar_window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (root && !DAFTAR_IS_WINDOW (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;
  return root ? DAFTAR_WINDOW (root) : NULL;
}
