/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the two files of merging alone: the fields that are chosen, each a group of columns that go together. */
#pragma once

#include "daftar-merge.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  const char *label;       /* to translate, in the context "merge" */
  const char *columns[4];  /* the first is the one that counts as filled */
} DaftarMergeGroup;

extern const DaftarMergeGroup daftar_merge_groups[];
extern const guint daftar_merge_n_groups;

#define DAFTAR_MERGE_BIRTHDAY "birthday"
#define DAFTAR_MERGE_CUSTOM "custom:"

G_END_DECLS
