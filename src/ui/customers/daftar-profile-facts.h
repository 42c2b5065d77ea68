/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "daftar-profile.h"
#include "daftar-ui-context.h"

G_BEGIN_DECLS

/**
 * DaftarProfileFacts:
 *
 * What stands fixed about a customer, each fact edited where it stands. While one is being edited the others wait: a
 * change made elsewhere is shown when that is done, so that nothing moves under the hands.
 */
#define DAFTAR_TYPE_PROFILE_FACTS (daftar_profile_facts_get_type ())
G_DECLARE_FINAL_TYPE (DaftarProfileFacts, daftar_profile_facts, DAFTAR, PROFILE_FACTS, GtkWidget)

GtkWidget       *daftar_profile_facts_new         (DaftarUiContext    *ui);
DaftarUiContext *daftar_profile_facts_get_ui      (DaftarProfileFacts *self);
DaftarProfile   *daftar_profile_facts_get_profile (DaftarProfileFacts *self);
void             daftar_profile_facts_set_profile (DaftarProfileFacts *self,
                                                   DaftarProfile      *profile);
gboolean         daftar_profile_facts_edit        (DaftarProfileFacts *self,
                                                   const char         *key);

G_END_DECLS
