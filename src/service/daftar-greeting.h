/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-model.h"

G_BEGIN_DECLS

char       *daftar_greeting_name     (DaftarCustomer *customer);
const char *daftar_greeting_language (DaftarCustomer *customer);
char       *daftar_greeting_text     (DaftarCustomer *customer);

G_END_DECLS
