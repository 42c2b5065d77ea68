/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-kind.h"

/* More changes of one kind than this in one commit are told as "many". */
#define MANY 500

struct _DaftarChanges
{
  GArray *changes;
  guint counts[DAFTAR_N_KINDS];
};

G_DEFINE_BOXED_TYPE (DaftarChanges, daftar_changes, daftar_changes_ref, daftar_changes_unref)

/**
 * daftar_changes_new:
 *
 * Returns: (transfer full): an empty set of changes
 */
DaftarChanges *
daftar_changes_new (void)
{
  DaftarChanges *self = g_atomic_rc_box_new0 (DaftarChanges);

  self->changes = g_array_new (FALSE, FALSE, sizeof (DaftarChange));
  return self;
}

DaftarChanges *
daftar_changes_ref (DaftarChanges *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DaftarChanges *self = data;

  g_array_unref (self->changes);
}

void
daftar_changes_unref (DaftarChanges *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
make_bulk (DaftarChanges *self,
           DaftarKind     kind)
{
  DaftarChange bulk = { kind, 0, DAFTAR_OP_CHANGED };

  for (guint i = self->changes->len; i > 0; i--)
    if (g_array_index (self->changes, DaftarChange, i - 1).kind == kind)
      g_array_remove_index_fast (self->changes, i - 1);
  g_array_append_val (self->changes, bulk);
}

/**
 * daftar_changes_add:
 * @self: a set of changes
 * @kind: what changed
 * @id: which one, or 0 for many
 * @op: how
 */
void
daftar_changes_add (DaftarChanges *self,
                    DaftarKind     kind,
                    gint64         id,
                    DaftarOp       op)
{
  DaftarChange change = { kind, id, op };

  g_return_if_fail (kind > DAFTAR_KIND_ANY && kind < DAFTAR_N_KINDS);
  if (self->counts[kind] > MANY)
    return;
  self->counts[kind] = id == 0 ? MANY + 1 : self->counts[kind] + 1;
  if (self->counts[kind] > MANY)
    make_bulk (self, kind);
  else
    g_array_append_val (self->changes, change);
}

guint
daftar_changes_size (DaftarChanges *self)
{
  return self->changes->len;
}

const DaftarChange *
daftar_changes_get (DaftarChanges *self,
                    guint          index)
{
  return &g_array_index (self->changes, DaftarChange, index);
}

/**
 * daftar_changes_touch:
 * @self: a set of changes
 * @kind: a kind, or %DAFTAR_KIND_ANY
 * @id: an id, or 0 for any
 *
 * Returns: whether such a row changed, as far as is known
 */
gboolean
daftar_changes_touch (DaftarChanges *self,
                      DaftarKind     kind,
                      gint64         id)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const DaftarChange *change = daftar_changes_get (self, i);

      if ((kind == DAFTAR_KIND_ANY || change->kind == kind) && (id == 0 || change->id == 0 || change->id == id))
        return TRUE;
    }
  return FALSE;
}
