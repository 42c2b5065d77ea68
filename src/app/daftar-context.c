/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-context.h"

#include "daftar-demo.h"
#include "daftar-import.h"
#include "daftar-shop-store.h"

/* What the application is made of, built once and handed down: who needs the store gets the store, not this. */
struct _DaftarContext
{
  GObject parent_instance;

  GSettings *settings;
  char *path;
  gboolean demo;
  DaftarClock *clock;
  DaftarStore *store;
  DaftarUiContext *ui;
};

G_DEFINE_FINAL_TYPE (DaftarContext, daftar_context, G_TYPE_OBJECT)

enum
{
  SIGNAL_READY,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
daftar_context_finalize (GObject *object)
{
  DaftarContext *self = DAFTAR_CONTEXT (object);

  if (self->store)
    daftar_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->ui);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (daftar_context_parent_class)->finalize (object);
}

static void
daftar_context_class_init (DaftarContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daftar_context_finalize;

  /**
   * DaftarContext::ready:
   *
   * The shop file is open. daftar_context_get_ui() is %NULL before the questions of the first start are answered.
   */
  signals[SIGNAL_READY] =
    g_signal_new ("ready", DAFTAR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DaftarContext::failed:
   * @error: why, with a sentence for the user
   *
   * The shop file cannot be used.
   */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", DAFTAR_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
daftar_context_init (DaftarContext *self)
{
}

/* The file that was named, else the sample shop's, else the one in the settings, else the shop's usual place. */
static char *
choose_path (GSettings  *settings,
             const char *file,
             gboolean    demo)
{
  g_autofree char *chosen = g_settings_get_string (settings, "shop-file");

  if (file)
    return g_canonicalize_filename (file, NULL);
  if (demo)
    return g_build_filename (g_get_user_data_dir (), "daftar", "demo.daftar", NULL);
  if (*chosen)
    return g_steal_pointer (&chosen);
  return g_build_filename (g_get_user_data_dir (), "daftar", "shop.daftar", NULL);
}

/**
 * daftar_context_new:
 * @settings: ours
 * @file: (nullable) (type filename): the shop file that was asked for
 * @demo: whether the sample shop was asked for
 *
 * Returns: (transfer full): the context
 */
DaftarContext *
daftar_context_new (GSettings  *settings,
                    const char *file,
                    gboolean    demo)
{
  DaftarContext *self = g_object_new (DAFTAR_TYPE_CONTEXT, NULL);

  self->settings = g_object_ref (settings);
  self->path = choose_path (settings, file, demo);
  self->demo = demo;
  self->clock = daftar_clock_new_system ();
  self->store = daftar_store_new (self->path, self->clock);
  return self;
}

/**
 * daftar_context_get_settings:
 * @self: the context
 *
 * Returns: (transfer none): the settings of this machine's user
 */
GSettings *
daftar_context_get_settings (DaftarContext *self)
{
  g_return_val_if_fail (DAFTAR_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * daftar_context_get_path:
 * @self: the context
 *
 * Returns: (type filename): the shop file
 */
const char *
daftar_context_get_path (DaftarContext *self)
{
  g_return_val_if_fail (DAFTAR_IS_CONTEXT (self), NULL);

  return self->path;
}

/**
 * daftar_context_is_demo:
 * @self: the context
 *
 * Returns: whether this is the sample shop
 */
gboolean
daftar_context_is_demo (DaftarContext *self)
{
  g_return_val_if_fail (DAFTAR_IS_CONTEXT (self), FALSE);

  return self->demo;
}

static gpointer
read_shop (DaftarReader  *reader,
           gpointer       request,
           GError       **error)
{
  return daftar_shop_store_get (reader, error);
}

/* The sample shop is made when it is first looked at. */
static void
make_sample_thread (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  const DaftarDemo demo = { 0, 1, data };
  GError *error = NULL;

  if (daftar_demo_fill (DAFTAR_CONTEXT (source)->store, &demo, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sample_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  DaftarContext *self = DAFTAR_CONTEXT (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    daftar_context_reload (self);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
make_sample (DaftarContext *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, sample_made_cb, NULL);
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  g_task_set_task_data (task, (gpointer) (rtl ? "ar" : "en"), NULL);
  g_task_run_in_thread (task, make_sample_thread);
}

static void
recover_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  /* What cannot be taken out now is at the next start. */
  daftar_import_recover (DAFTAR_CONTEXT (source)->store, NULL);
  g_task_return_boolean (task, TRUE);
}

/* An import may have been cut off: what it brought is taken out while the window is used already. */
static void
recover_imports (DaftarContext *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_task_run_in_thread (task, recover_thread);
}

static void
shop_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (DaftarContext) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarShop) shop = daftar_store_read_finish (self->store, result, &error);

  if (error)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  if (shop == NULL && self->demo)
    {
      make_sample (self);
      return;
    }
  g_clear_object (&self->ui);
  if (shop != NULL)
    recover_imports (self);
  if (shop != NULL)
    self->ui = daftar_ui_context_new (self->store, self->settings, shop);
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DaftarContext) self = data;
  g_autoptr (GError) error = NULL;

  if (!daftar_store_open_finish (self->store, result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  daftar_store_forbid_waiting (self->store);
  daftar_store_read_async (self->store, read_shop, NULL, NULL, g_object_unref, NULL, shop_read_cb, g_object_ref (self));
}

/**
 * daftar_context_reload:
 * @self: the context
 *
 * Looks for the shop in the open file again, once the questions of the first start are answered;
 * #DaftarContext::ready tells the end.
 */
void
daftar_context_reload (DaftarContext *self)
{
  g_return_if_fail (DAFTAR_IS_CONTEXT (self));

  daftar_store_read_async (self->store, read_shop, NULL, NULL, g_object_unref, NULL, shop_read_cb, g_object_ref (self));
}

/**
 * daftar_context_open:
 * @self: the context
 *
 * Opens the shop file, making it where there is none; #DaftarContext::ready or #DaftarContext::failed tell the end.
 */
void
daftar_context_open (DaftarContext *self)
{
  g_return_if_fail (DAFTAR_IS_CONTEXT (self));

  daftar_store_open_async (self->store, TRUE, opened_cb, g_object_ref (self));
}

/**
 * daftar_context_get_clock:
 * @self: the context
 *
 * Returns: (transfer none): the clock that everything asks
 */
DaftarClock *
daftar_context_get_clock (DaftarContext *self)
{
  g_return_val_if_fail (DAFTAR_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * daftar_context_get_store:
 * @self: the context
 *
 * Returns: (transfer none): the shop file
 */
DaftarStore *
daftar_context_get_store (DaftarContext *self)
{
  g_return_val_if_fail (DAFTAR_IS_CONTEXT (self), NULL);

  return self->store;
}

/**
 * daftar_context_get_ui:
 * @self: the context
 *
 * Returns: (transfer none) (nullable): what the pages are built from; %NULL before the shop is set up
 */
DaftarUiContext *
daftar_context_get_ui (DaftarContext *self)
{
  g_return_val_if_fail (DAFTAR_IS_CONTEXT (self), NULL);

  return self->ui;
}
