/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-empty-state.h"

#include <adwaita.h>

/**
 * daftar_empty_state_new:
 * @icon_name: the drawing, symbolic
 * @title: what there is none of
 * @sentence: (nullable): one sentence that teaches
 * @button_label: (nullable): what to do, with a mnemonic
 * @action_name: (nullable): the action of the button, detailed ("win.note", "win.page::inbox")
 *
 * Returns: (transfer floating): what stands where nothing is yet
 */
GtkWidget *
daftar_empty_state_new (const char *icon_name,
                        const char *title,
                        const char *sentence,
                        const char *button_label,
                        const char *action_name)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), sentence);
  gtk_widget_add_css_class (page, "daftar-empty");
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  if (button_label)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (button_label);

      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action_name);
      adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
    }
  return page;
}
