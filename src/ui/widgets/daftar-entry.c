/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-entry.h"

/**
 * daftar_entry_set_ltr:
 * @editable: an entry, an entry row or a text
 *
 * Makes an entry for what is written from left to right everywhere: phone numbers, addresses of mail and web,
 * amounts. The direction belongs on the GtkText inside (on GtkEntry it would move the icons); in a form from right to
 * left the text then stands at the form's start, which is the right.
 */
void
daftar_entry_set_ltr (GtkEditable *editable)
{
  GtkEditable *inner = editable;
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  g_return_if_fail (GTK_IS_EDITABLE (editable));

  for (GtkEditable *next = gtk_editable_get_delegate (inner); next; next = gtk_editable_get_delegate (inner))
    inner = next;
  gtk_widget_set_direction (GTK_WIDGET (inner), GTK_TEXT_DIR_LTR);
  gtk_editable_set_alignment (inner, rtl ? 1.0f : 0.0f);
}

/**
 * daftar_entry_set_own_direction:
 * @editable: an entry that daftar_entry_set_ltr() was called on
 *
 * Makes it an entry for words again, which go as the form goes.
 */
void
daftar_entry_set_own_direction (GtkEditable *editable)
{
  GtkEditable *inner = editable;

  g_return_if_fail (GTK_IS_EDITABLE (editable));

  for (GtkEditable *next = gtk_editable_get_delegate (inner); next; next = gtk_editable_get_delegate (inner))
    inner = next;
  gtk_widget_set_direction (GTK_WIDGET (inner), GTK_TEXT_DIR_NONE);
  gtk_editable_set_alignment (inner, 0.0f);
}
