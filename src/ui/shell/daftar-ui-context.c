/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ui-context.h"

#include "daftar-date.h"
#include "daftar-shell-dialog.h"
#include "daftar-shop-store.h"
#include "daftar-undo.h"
#include "daftar-window.h"

#include <glib/gi18n.h>
#include <locale.h>

#define TICK_SECONDS 30

/* A toast has room for so many names of what stays when something is taken back. */
#define MAX_NAMED 2

struct _DaftarUiContext
{
  GObject parent_instance;

  DaftarStore *store;
  GSettings *settings;
  DaftarShop *shop;
  DaftarFormat *format;
  guint tick_id;
};

enum
{
  PROP_0,
  PROP_SHOP,
  PROP_FORMAT,
  N_PROPS,
};

enum
{
  SIGNAL_TICK,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarUiContext, daftar_ui_context, G_TYPE_OBJECT)

/* --- How things are written. ----------------------------------------------------------------------- */

/* Months and digits go with the words around them: the language of the interface. */
static const char *
interface_language (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "ar" : "en";
}

static gboolean
use_arabic_digits (GSettings *settings)
{
  /* "auto" stays with the digits that are on the keys of the tills: 0 to 9. */
  return g_settings_get_enum (settings, "digits") == 2;
}

static DaftarCalendar
choose_calendar (GSettings *settings)
{
  int choice = g_settings_get_enum (settings, "calendar");

  return choice <= 1 ? DAFTAR_CALENDAR_GREGORIAN : (DaftarCalendar) (choice - 1);
}

static void
make_format (DaftarUiContext *self)
{
  g_clear_pointer (&self->format, daftar_format_unref);
  self->format = daftar_format_new (interface_language (), self->shop->country, use_arabic_digits (self->settings),
                                    choose_calendar (self->settings), self->shop->zone);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FORMAT]);
}

static gpointer
read_shop (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

static void
shop_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarUiContext) self = data;
  g_autoptr (DaftarShop) shop = daftar_store_read_finish (DAFTAR_STORE (source), result, NULL);

  if (shop == NULL)
    return;
  g_set_object (&self->shop, shop);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOP]);
  make_format (self);
}

static void
changed_cb (DaftarUiContext *self,
            DaftarChanges   *changes)
{
  if (daftar_changes_touch (changes, DAFTAR_KIND_SHOP, 0))
    daftar_store_read_async (self->store, read_shop, NULL, NULL, g_object_unref, NULL, shop_cb, g_object_ref (self));
}

/* --- The object. ----------------------------------------------------------------------------------- */

static gboolean
tick_cb (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_TICK], 0);
  return G_SOURCE_CONTINUE;
}

static void
daftar_ui_context_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DaftarUiContext *self = DAFTAR_UI_CONTEXT (object);

  if (property == PROP_SHOP)
    g_value_set_object (value, self->shop);
  else
    g_value_set_boxed (value, self->format);
}

static void
daftar_ui_context_finalize (GObject *object)
{
  DaftarUiContext *self = DAFTAR_UI_CONTEXT (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->format, daftar_format_unref);
  g_object_unref (self->store);
  g_object_unref (self->settings);
  g_object_unref (self->shop);
  G_OBJECT_CLASS (daftar_ui_context_parent_class)->finalize (object);
}

static void
daftar_ui_context_class_init (DaftarUiContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = daftar_ui_context_get_property;
  object_class->finalize = daftar_ui_context_finalize;
  props[PROP_SHOP] = g_param_spec_object ("shop", NULL, NULL, DAFTAR_TYPE_SHOP, flags);
  props[PROP_FORMAT] = g_param_spec_boxed ("format", NULL, NULL, DAFTAR_TYPE_FORMAT, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_TICK] =
    g_signal_new ("tick", DAFTAR_TYPE_UI_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daftar_ui_context_init (DaftarUiContext *self)
{
}

/**
 * daftar_ui_context_new:
 * @store: the open shop file
 * @settings: those of this machine's user
 * @shop: the shop in the file
 *
 * Returns: (transfer full): the context
 */
DaftarUiContext *
daftar_ui_context_new (DaftarStore *store,
                       GSettings   *settings,
                       DaftarShop  *shop)
{
  DaftarUiContext *self = g_object_new (DAFTAR_TYPE_UI_CONTEXT, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->shop = g_object_ref (shop);
  make_format (self);
  g_signal_connect_object (settings, "changed::digits", G_CALLBACK (make_format), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::calendar", G_CALLBACK (make_format), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  return self;
}

DaftarStore *
daftar_ui_context_get_store (DaftarUiContext *self)
{
  return self->store;
}

DaftarClock *
daftar_ui_context_get_clock (DaftarUiContext *self)
{
  return daftar_store_get_clock (self->store);
}

GSettings *
daftar_ui_context_get_settings (DaftarUiContext *self)
{
  return self->settings;
}

DaftarShop *
daftar_ui_context_get_shop (DaftarUiContext *self)
{
  return self->shop;
}

/**
 * daftar_ui_context_get_format:
 * @self: the context
 *
 * Returns: (transfer none): how numbers, days and amounts are written; another one after a change
 */
DaftarFormat *
daftar_ui_context_get_format (DaftarUiContext *self)
{
  return self->format;
}

/**
 * daftar_ui_context_now:
 * @self: the context
 *
 * Returns: the moment, in microseconds UTC
 */
gint64
daftar_ui_context_now (DaftarUiContext *self)
{
  return daftar_clock_now (daftar_store_get_clock (self->store));
}

/**
 * daftar_ui_context_today:
 * @self: the context
 *
 * Returns: (transfer full): the shop's ISO day
 */
char *
daftar_ui_context_today (DaftarUiContext *self)
{
  return daftar_date_today (daftar_format_get_zone (self->format), daftar_ui_context_now (self));
}

/* --- Undo. ----------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef widget;
  DaftarUiContext *context;
  gint64 operation_id;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_weak_ref_clear (&undo->widget);
  g_object_unref (undo->context);
  g_free (undo);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Undo *undo = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&undo->widget);
  DaftarWindow *window = widget != NULL ? daftar_window_of (widget) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;

  if (window == NULL)
    ;
  else if (!daftar_undo_finish (DAFTAR_STORE (source), result, &left, &error))
    daftar_window_toast (window, error->message, NULL, NULL, NULL, NULL);
  else if (left->len > 0)
    {
      g_autofree char *text = daftar_undo_describe (left, MAX_NAMED);

      daftar_window_toast (window, text, NULL, NULL, NULL, NULL);
    }
  undo_free (undo);
}

static void
undo_cb (gpointer data)
{
  Undo *undo = data;
  Undo *running = g_new0 (Undo, 1);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&undo->widget);

  g_weak_ref_init (&running->widget, widget);
  running->context = g_object_ref (undo->context);
  daftar_undo_async (undo->context->store, undo->operation_id, undone_cb, running);
}

/**
 * daftar_ui_toast_undo:
 * @widget: a widget in the window
 * @self: the context
 * @text: what was done: a sentence of one or two words
 * @operation_id: its operation; 0 if there is nothing to take back
 *
 * Says quietly that something is done and offers to take it back. Ctrl+Z does so too.
 */
void
daftar_ui_toast_undo (GtkWidget       *widget,
                      DaftarUiContext *self,
                      const char      *text,
                      gint64           operation_id)
{
  DaftarWindow *window = daftar_window_of (widget);
  Undo *undo;

  if (window == NULL)
    return;
  if (operation_id == 0)
    {
      daftar_window_toast (window, text, NULL, NULL, NULL, NULL);
      return;
    }
  undo = g_new0 (Undo, 1);
  g_weak_ref_init (&undo->widget, GTK_WIDGET (window));
  undo->context = g_object_ref (self);
  undo->operation_id = operation_id;
  daftar_window_toast (window, text, _("Undo"), undo_cb, undo, undo_free);
}

/**
 * daftar_ui_tell_error:
 * @widget: a widget in the window
 * @error: what went wrong; a cancelled call is not told
 *
 * Shows the sentence of an error that has no place of its own on the page.
 */
void
daftar_ui_tell_error (GtkWidget    *widget,
                      const GError *error)
{
  DaftarWindow *window = daftar_window_of (widget);

  if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    daftar_window_toast (window, error->message, NULL, NULL, NULL, NULL);
}
