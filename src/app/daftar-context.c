/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-context.h"

/* What the application is made of, built once and handed down: who needs the store gets the store, not this. */
struct _DaftarContext
{
  GObject parent_instance;

  GSettings *settings;
  char *path;
  gboolean demo;
};

G_DEFINE_FINAL_TYPE (DaftarContext, daftar_context, G_TYPE_OBJECT)

static void
daftar_context_finalize (GObject *object)
{
  DaftarContext *self = DAFTAR_CONTEXT (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (daftar_context_parent_class)->finalize (object);
}

static void
daftar_context_class_init (DaftarContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daftar_context_finalize;
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
