/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-page.h"

G_DEFINE_INTERFACE (DaftarPage, daftar_page, GTK_TYPE_WIDGET)

static GQuark count_quark, late_quark;

static void
daftar_page_default_init (DaftarPageInterface *iface)
{
  count_quark = g_quark_from_static_string ("daftar-page-count");
  late_quark = g_quark_from_static_string ("daftar-page-late");

  /**
   * DaftarPage::badge-changed:
   *
   * The count beside its name is another.
   */
  g_signal_new ("badge-changed", DAFTAR_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * daftar_page_get_id:
 * @self: the page
 *
 * Returns: the word for it in settings and actions
 */
const char *
daftar_page_get_id (DaftarPage *self)
{
  g_return_val_if_fail (DAFTAR_IS_PAGE (self), NULL);

  return DAFTAR_PAGE_GET_IFACE (self)->get_id (self);
}

/**
 * daftar_page_get_title:
 * @self: the page
 *
 * Returns: its name in the language of the interface
 */
const char *
daftar_page_get_title (DaftarPage *self)
{
  g_return_val_if_fail (DAFTAR_IS_PAGE (self), NULL);

  return DAFTAR_PAGE_GET_IFACE (self)->get_title (self);
}

/**
 * daftar_page_get_icon_name:
 * @self: the page
 *
 * Returns: the name of its symbolic icon
 */
const char *
daftar_page_get_icon_name (DaftarPage *self)
{
  g_return_val_if_fail (DAFTAR_IS_PAGE (self), NULL);

  return DAFTAR_PAGE_GET_IFACE (self)->get_icon_name (self);
}

/**
 * daftar_page_search:
 * @self: the page
 *
 * Puts the focus into the page's search.
 *
 * Returns: whether it has one
 */
gboolean
daftar_page_search (DaftarPage *self)
{
  DaftarPageInterface *iface = DAFTAR_PAGE_GET_IFACE (self);

  return iface->search && iface->search (self);
}

/**
 * daftar_page_open:
 * @self: the page
 * @kind: what sort of record: "customer", "ticket", "deal", "followup"
 * @id: its number
 *
 * Shows a record.
 *
 * Returns: whether this page shows records of this kind
 */
gboolean
daftar_page_open (DaftarPage *self,
                  const char *kind,
                  gint64      id)
{
  DaftarPageInterface *iface = DAFTAR_PAGE_GET_IFACE (self);

  return iface->open && iface->open (self, kind, id);
}

/**
 * daftar_page_back:
 * @self: the page
 *
 * Goes from a detail to the list.
 *
 * Returns: whether there was something to go back from
 */
gboolean
daftar_page_back (DaftarPage *self)
{
  DaftarPageInterface *iface = DAFTAR_PAGE_GET_IFACE (self);

  return iface->back && iface->back (self);
}

/**
 * daftar_page_shown:
 * @self: the page
 *
 * Tells the page that it is the one that people see now.
 */
void
daftar_page_shown (DaftarPage *self)
{
  DaftarPageInterface *iface = DAFTAR_PAGE_GET_IFACE (self);

  if (iface->shown)
    iface->shown (self);
}

/**
 * daftar_page_set_badge:
 * @self: the page
 * @count: how much waits there; 0 shows nothing
 * @late: how much of that is late; then the count stands on red
 */
void
daftar_page_set_badge (DaftarPage *self,
                       guint       count,
                       guint       late)
{
  guint old_count, old_late;

  g_return_if_fail (DAFTAR_IS_PAGE (self));

  daftar_page_get_badge (self, &old_count, &old_late);
  if (count == old_count && late == old_late)
    return;
  g_object_set_qdata (G_OBJECT (self), count_quark, GUINT_TO_POINTER (count));
  g_object_set_qdata (G_OBJECT (self), late_quark, GUINT_TO_POINTER (late));
  g_signal_emit_by_name (self, "badge-changed");
}

/**
 * daftar_page_get_badge:
 * @self: the page
 * @count: (out): how much waits there
 * @late: (out): how much of that is late
 */
void
daftar_page_get_badge (DaftarPage *self,
                       guint      *count,
                       guint      *late)
{
  g_return_if_fail (DAFTAR_IS_PAGE (self));

  *count = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (self), count_quark));
  *late = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (self), late_quark));
}
