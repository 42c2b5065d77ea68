/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-record.h"

G_BEGIN_DECLS

char    *daftar_record_to_json   (gpointer      record);
gpointer daftar_record_from_json (GType         type,
                                  const char   *json,
                                  GError      **error);

G_END_DECLS
