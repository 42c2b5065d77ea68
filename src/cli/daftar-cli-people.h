/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of "daftarctl customer" that stand in a file of their own. */
#pragma once

#include "daftar-cli.h"

G_BEGIN_DECLS

int  daftar_cli_tell_customer         (DaftarCli *cli, gint64 id);
void daftar_cli_tell_left             (DaftarCli *cli, const char *name, GPtrArray *left);
int  daftar_cli_customer_list_deleted (DaftarCli *cli, int limit);
int  daftar_cli_customer_merge        (DaftarCli *cli, int argc, char **argv);
int  daftar_cli_customer_unmerge      (DaftarCli *cli, int argc, char **argv);
int  daftar_cli_customer_duplicates   (DaftarCli *cli, int argc, char **argv);
int  daftar_cli_customer_distinct     (DaftarCli *cli, int argc, char **argv);
int  daftar_cli_customer_erase        (DaftarCli *cli, int argc, char **argv);

G_END_DECLS
