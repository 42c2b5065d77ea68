/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-start.h"

#include "daftar-config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <unistd.h>

/* Drivers that draw in memory: a render node of theirs is no graphics processor. */
static gboolean
is_software_driver (const char *node)
{
  static const char *const drivers[] = { "vgem", "vkms", "virtio-pci", "virtio_gpu", "bochs-drm", "qxl", "cirrus",
                                         "simple-framebuffer", "simpledrm", "ast", "mgag200" };
  g_autofree char *link = g_strdup_printf ("/sys/class/drm/%s/device/driver", node);
  g_autofree char *target = g_file_read_link (link, NULL);
  g_autofree char *driver = target ? g_path_get_basename (target) : NULL;

  for (guint i = 0; driver && i < G_N_ELEMENTS (drivers); i++)
    if (g_strcmp0 (driver, drivers[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_graphics_processor (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  if (g_strcmp0 (g_getenv ("LIBGL_ALWAYS_SOFTWARE"), "1") == 0)
    return FALSE;
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename ("/dev/dri", name, NULL);

      if (g_str_has_prefix (name, "renderD") && g_access (path, R_OK | W_OK) == 0 && !is_software_driver (name))
        return TRUE;
    }
  return FALSE;
}

/**
 * daftar_start_choose_renderer:
 *
 * Where GL would be drawn by the processor anyway, cairo does it in a third of the time and of the memory. Called
 * before GTK opens the display; what the user's environment says stands.
 */
void
daftar_start_choose_renderer (void)
{
  gboolean new_gtk = gtk_get_minor_version () >= 16;
  const char *variable = new_gtk ? "GDK_DISABLE" : "GDK_DEBUG";

  if (g_getenv ("GSK_RENDERER") || has_graphics_processor ())
    return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  /* Else GTK opens GL all the same, only to close it: 60 MB. */
  g_setenv (variable, new_gtk ? "gl,vulkan" : "gl-disable", FALSE);
}

/**
 * daftar_start_set_direction:
 *
 * Sets the direction of the windows from our own catalogue: GTK would take it from its own, which not every machine
 * has in every language.
 */
void
daftar_start_set_direction (void)
{
  /* TRANSLATORS: not to be translated as words: "default:RTL" for a language written from right to left */
  gboolean rtl = g_strcmp0 (_("default:LTR"), "default:RTL") == 0;

  gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/**
 * daftar_start_again:
 * @environment: as it was at the start, before a language was put into it
 *
 * Replaces this process by a fresh one, for a new language of the interface. Returns only if that fails.
 */
void
daftar_start_again (char **environment)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *line = NULL;
  gsize length = 0;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  if (!program || !g_file_get_contents ("/proc/self/cmdline", &line, &length, NULL))
    return;
  for (gsize at = 0; at < length; at += strlen (line + at) + 1)
    g_ptr_array_add (arguments, line + at);
  g_ptr_array_add (arguments, NULL);
  execve (program, (char **) arguments->pdata, environment);
}
