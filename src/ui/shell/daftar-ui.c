/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ui.h"

#include "daftar-avatar.h"
#include "daftar-fold.h"
#include "daftar-pane.h"
#include "daftar-split.h"

#include "daftar-ui-resources.h"

/**
 * daftar_ui_init:
 *
 * Makes resources and the types that .ui files name known. It may be called again at no cost; before the application
 * starts up, since libadwaita looks for style.css then.
 */
void
daftar_ui_init (void)
{
  /* Named, so that the linker keeps the resource, which registers itself. */
  g_resources_register (daftar_ui_get_resource ());
  g_type_ensure (DAFTAR_TYPE_AVATAR);
  g_type_ensure (DAFTAR_TYPE_FOLD);
  g_type_ensure (DAFTAR_TYPE_PANE);
  g_type_ensure (DAFTAR_TYPE_SPLIT);
}
