/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-ui-context.h"

G_BEGIN_DECLS

typedef void (*DaftarUiWrittenFunc) (GtkWidget *widget,
                                     gpointer   result,
                                     gpointer   data);

void daftar_ui_write (GtkWidget           *widget,
                      DaftarUiContext     *ui,
                      const char          *operation,
                      const char          *toast,
                      DaftarWriteFunc      func,
                      gpointer             request,
                      GDestroyNotify       request_free,
                      GDestroyNotify       result_free,
                      DaftarUiWrittenFunc  written,
                      gpointer             data);

G_END_DECLS
