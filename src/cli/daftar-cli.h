/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "daftar-format.h"
#include "daftar-json-writer.h"
#include "daftar-shop-store.h"

G_BEGIN_DECLS

/* How the program ends. */
#define DAFTAR_CLI_DONE 0
#define DAFTAR_CLI_FAILED 1
#define DAFTAR_CLI_USAGE 2

/* One call of daftarctl. */
typedef struct
{
  char *file;
  char *as;
  gboolean json;
  gboolean color;
  DaftarClock *clock;
  DaftarStore *store;   /* once daftar_cli_open() succeeded, like the two below */
  DaftarShop *shop;
  DaftarFormat *format;
  GString *out; /* of --json: written at the end, if all went well */
  DaftarJsonWriter *writer;
} DaftarCli;

typedef int (*DaftarCliFunc) (DaftarCli  *cli,
                              int         argc,
                              char      **argv);

/* A command, or one of its subcommands. */
typedef struct
{
  const char *name;
  const char *arguments; /* after the name, in the usage line */
  const char *summary;   /* to translate */
  DaftarCliFunc run;
} DaftarCliCommand;

int       daftar_cli_dispatch       (DaftarCli               *cli,
                                     const char              *parent,
                                     const DaftarCliCommand  *commands,
                                     int                      argc,
                                     char                   **argv);
gboolean  daftar_cli_parse          (DaftarCli               *cli,
                                     const GOptionEntry      *entries,
                                     int                     *argc,
                                     char                  ***argv,
                                     int                      min_arguments,
                                     int                      max_arguments);
int       daftar_cli_fail           (const GError            *error);
int       daftar_cli_wrong          (const char              *sentence);
gboolean  daftar_cli_open           (DaftarCli               *cli,
                                     GError                 **error);
gboolean  daftar_cli_open_new       (DaftarCli               *cli,
                                     const char              *path,
                                     GError                 **error);
char     *daftar_cli_default_file   (void);
void      daftar_cli_close          (DaftarCli               *cli);
gboolean  daftar_cli_get_id         (const char              *text,
                                     gint64                  *id);
gboolean  daftar_cli_find_staff     (DaftarCli               *cli,
                                     const char              *who,
                                     gint64                  *id,
                                     GError                 **error);
gboolean  daftar_cli_get_moment     (DaftarCli               *cli,
                                     const char              *text,
                                     gint64                  *at);
void      daftar_cli_progress       (gint64                   done,
                                     gint64                   total,
                                     gpointer                 unused);
void      daftar_cli_say            (const char              *format,
                                     ...) G_GNUC_PRINTF (1, 2);

/* Records and moments as JSON, as daftarctl(1) promises them. */
void      daftar_cli_write_record   (DaftarCli               *cli,
                                     gpointer                 record);
void      daftar_cli_write_members  (DaftarCli               *cli,
                                     gpointer                 record);
void      daftar_cli_write_list     (DaftarCli               *cli,
                                     const char              *name,
                                     GPtrArray               *records);
void      daftar_cli_write_moment   (DaftarCli               *cli,
                                     const char              *name,
                                     gint64                   at);
void      daftar_cli_write_id       (DaftarCli               *cli,
                                     const char              *name,
                                     gint64                   id);

extern const DaftarCliCommand daftar_cli_commands[];

/* The commands, one file a family. */
int daftar_cli_init     (DaftarCli *cli, int argc, char **argv);
int daftar_cli_demo     (DaftarCli *cli, int argc, char **argv);
int daftar_cli_backup   (DaftarCli *cli, int argc, char **argv);
int daftar_cli_verify   (DaftarCli *cli, int argc, char **argv);
int daftar_cli_restore  (DaftarCli *cli, int argc, char **argv);
int daftar_cli_check    (DaftarCli *cli, int argc, char **argv);
int daftar_cli_customer (DaftarCli *cli, int argc, char **argv);
int daftar_cli_find     (DaftarCli *cli, int argc, char **argv);
int daftar_cli_today    (DaftarCli *cli, int argc, char **argv);
int daftar_cli_history  (DaftarCli *cli, int argc, char **argv);
int daftar_cli_undo     (DaftarCli *cli, int argc, char **argv);
int daftar_cli_export   (DaftarCli *cli, int argc, char **argv);
int daftar_cli_ticket   (DaftarCli *cli, int argc, char **argv);
int daftar_cli_board    (DaftarCli *cli, int argc, char **argv);
int daftar_cli_deal     (DaftarCli *cli, int argc, char **argv);
int daftar_cli_follow_up (DaftarCli *cli, int argc, char **argv);
int daftar_cli_import   (DaftarCli *cli, int argc, char **argv);

G_END_DECLS
