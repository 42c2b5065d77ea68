/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesPage *daftar_fields_preferences_new (DaftarUiContext *ui);

G_END_DECLS
