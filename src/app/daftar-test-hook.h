/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DAFTAR_TYPE_TEST_HOOK (daftar_test_hook_get_type ())
G_DECLARE_FINAL_TYPE (DaftarTestHook, daftar_test_hook, DAFTAR, TEST_HOOK, GObject)

DaftarTestHook *daftar_test_hook_new_if_asked (void);

G_END_DECLS
