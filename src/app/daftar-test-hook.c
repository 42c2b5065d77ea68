/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-test-hook.h"

#include <gtk/gtk.h>
#include <unistd.h>

#ifdef GDK_WINDOWING_X11
#include <X11/Xlib.h>
#include <gdk/x11/gdkx.h>
#endif

#define NAME "io.github.daftarapp.Daftar.TestHook"
#define PATH "/io/github/daftarapp/Daftar/TestHook"

/* Answers tests where a widget is on the display, which GTK 4 does not tell accessibility, and who has the focus. It
 * exists only where the environment asks for it. Widgets are found by gtk_widget_get_name(). */
struct _DaftarTestHook
{
  GObject parent_instance;

  guint owner;
  guint registration;
  GDBusConnection *connection;
  guint tick;
  GtkWidget *ticking;
  guint frames;
};

G_DEFINE_FINAL_TYPE (DaftarTestHook, daftar_test_hook, G_TYPE_OBJECT)

static const char xml[] =
  "<node><interface name='" NAME "'>"
  "<method name='Ping'><arg type='b' direction='out'/></method>"
  "<method name='Locate'><arg type='s' direction='in'/><arg type='i' direction='out'/><arg type='i' direction='out'/>"
  "<arg type='i' direction='out'/><arg type='i' direction='out'/></method>"
  "<method name='Focus'><arg type='s' direction='in'/><arg type='b' direction='out'/></method>"
  "<method name='Focused'><arg type='as' direction='out'/></method>"
  "<method name='Direction'><arg type='s' direction='out'/></method>"
  "<method name='Frames'><arg type='u' direction='out'/></method>"
  "</interface></node>";

static GtkWidget *
find_below (GtkWidget  *widget,
            const char *name)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, name);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (const char *name)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *found = find_below (window, name);

      if (found)
        return found;
    }
  return NULL;
}

/* In pixels of the display; all zero if it is not shown. */
static GVariant *
locate (const char *name)
{
  GtkWidget *widget = find (name);
  graphene_rect_t bounds = { 0 };
  int x = 0, y = 0, width = 0, height = 0;

#ifdef GDK_WINDOWING_X11
  GtkNative *native = widget ? gtk_widget_get_native (widget) : NULL;

  if (native && GDK_IS_X11_SURFACE (gtk_native_get_surface (native)) &&
      gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds))
    {
      GdkSurface *surface = gtk_native_get_surface (native);
      Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
      int scale = gdk_surface_get_scale_factor (surface), root_x = 0, root_y = 0;
      double sx = 0, sy = 0;
      Window child;

      gtk_native_get_surface_transform (native, &sx, &sy);
      XTranslateCoordinates (display, gdk_x11_surface_get_xid (surface), DefaultRootWindow (display), 0, 0,
                             &root_x, &root_y, &child);
      x = root_x + (int) (scale * (sx + bounds.origin.x));
      y = root_y + (int) (scale * (sy + bounds.origin.y));
      width = (int) (scale * bounds.size.width);
      height = (int) (scale * bounds.size.height);
    }
#endif
  return g_variant_new ("(iiii)", x, y, width, height);
}

static GtkWidget *
active_focus (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window))
        return gtk_window_get_focus (window);
    }
  return NULL;
}

static GVariant *
focused (void)
{
  GVariantBuilder names;

  g_variant_builder_init (&names, G_VARIANT_TYPE ("as"));
  for (GtkWidget *widget = active_focus (); widget; widget = gtk_widget_get_parent (widget))
    g_variant_builder_add (&names, "s", gtk_widget_get_name (widget));
  return g_variant_new ("(as)", &names);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  DAFTAR_TEST_HOOK (data)->frames++;
  return G_SOURCE_CONTINUE;
}

/* Counts frames from the first question on. */
static guint
count_frames (DaftarTestHook *self)
{
  if (!self->ticking)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (gtk_window_get_toplevels (), 0);

      if (!window)
        return 0;
      g_set_weak_pointer (&self->ticking, window);
      self->tick = gtk_widget_add_tick_callback (window, tick_cb, self, NULL);
    }
  return self->frames;
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               data)
{
  GVariant *answer = NULL;
  const char *name = NULL;

  if (g_variant_n_children (parameters) == 1)
    g_variant_get (parameters, "(&s)", &name);
  if (g_str_equal (method, "Ping"))
    answer = g_variant_new ("(b)", TRUE);
  else if (g_str_equal (method, "Locate"))
    answer = locate (name);
  else if (g_str_equal (method, "Focus"))
    {
      GtkWidget *widget = find (name);

      answer = g_variant_new ("(b)", widget && gtk_widget_grab_focus (widget));
    }
  else if (g_str_equal (method, "Focused"))
    answer = focused ();
  else if (g_str_equal (method, "Direction"))
    answer = g_variant_new ("(s)", gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "rtl" : "ltr");
  else
    answer = g_variant_new ("(u)", count_frames (DAFTAR_TEST_HOOK (data)));
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
bus_cb (GDBusConnection *connection,
        const char      *name,
        gpointer         data)
{
  static const GDBusInterfaceVTable vtable = { call_cb, NULL, NULL, { NULL } };
  DaftarTestHook *self = data;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (xml, NULL);

  g_set_object (&self->connection, connection);
  self->registration = g_dbus_connection_register_object (connection, PATH, info->interfaces[0], &vtable, self, NULL, NULL);
}

static void
daftar_test_hook_dispose (GObject *object)
{
  DaftarTestHook *self = DAFTAR_TEST_HOOK (object);

  if (self->ticking)
    gtk_widget_remove_tick_callback (self->ticking, self->tick);
  g_clear_weak_pointer (&self->ticking);
  if (self->registration)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_handle_id (&self->owner, g_bus_unown_name);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (daftar_test_hook_parent_class)->dispose (object);
}

static void
daftar_test_hook_class_init (DaftarTestHookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_test_hook_dispose;
}

static void
daftar_test_hook_init (DaftarTestHook *self)
{
}

/**
 * daftar_test_hook_new_if_asked:
 *
 * Returns: (transfer full) (nullable): the hook, if DAFTAR_TEST_HOOK=1 stands in the environment
 */
DaftarTestHook *
daftar_test_hook_new_if_asked (void)
{
  DaftarTestHook *self;
  g_autofree char *name = NULL;

  if (g_strcmp0 (g_getenv ("DAFTAR_TEST_HOOK"), "1") != 0)
    return NULL;
  self = g_object_new (DAFTAR_TYPE_TEST_HOOK, NULL);
  name = g_strdup_printf (NAME ".p%d", (int) getpid ());
  self->owner = g_bus_own_name (G_BUS_TYPE_SESSION, name, G_BUS_NAME_OWNER_FLAGS_NONE, bus_cb, NULL, NULL, self, NULL);
  return self;
}
