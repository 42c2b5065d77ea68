/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_PAGE (daftar_page_get_type ())
G_DECLARE_INTERFACE (DaftarPage, daftar_page, DAFTAR, PAGE, GtkWidget)

/**
 * DaftarPageInterface:
 * @get_id: the word for it in settings and actions, "customers"; required
 * @get_title: its name, translated; required
 * @get_icon_name: its symbolic icon; required
 * @search: puts the focus into its search entry; false if it has none
 * @open: shows the record of this kind and id; false if it does not know the kind
 * @back: from a detail to the list; false if there was nothing to go back from
 * @shown: it became the page that one sees
 *
 * What the window asks of a page.
 */
struct _DaftarPageInterface
{
  GTypeInterface parent_iface;

  const char *(*get_id)        (DaftarPage *self);
  const char *(*get_title)     (DaftarPage *self);
  const char *(*get_icon_name) (DaftarPage *self);
  gboolean    (*search)        (DaftarPage *self);
  gboolean    (*open)          (DaftarPage *self,
                                const char *kind,
                                gint64      id);
  gboolean    (*back)          (DaftarPage *self);
  void        (*shown)         (DaftarPage *self);
};

const char *daftar_page_get_id        (DaftarPage *self);
const char *daftar_page_get_title     (DaftarPage *self);
const char *daftar_page_get_icon_name (DaftarPage *self);
gboolean    daftar_page_search        (DaftarPage *self);
gboolean    daftar_page_open          (DaftarPage *self,
                                       const char *kind,
                                       gint64      id);
gboolean    daftar_page_back          (DaftarPage *self);
void        daftar_page_shown         (DaftarPage *self);
void        daftar_page_set_badge     (DaftarPage *self,
                                       guint       count,
                                       guint       late);
void        daftar_page_get_badge     (DaftarPage *self,
                                       guint      *count,
                                       guint      *late);

G_END_DECLS
