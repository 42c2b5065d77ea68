/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

GBytes    *support_fixture  (const char *path);
GPtrArray *support_fixtures (const char *folder);
