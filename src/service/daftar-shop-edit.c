/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-shop-edit.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-text.h"
#include "daftar-ticket-clock.h"

/**
 * daftar_shop_edit_new:
 * @shop: (transfer full): a changed copy
 * @spans: (transfer full) (nullable) (element-type DaftarSpan): new hours
 *
 * Returns: (transfer full): what to save
 */
DaftarShopEdit *
daftar_shop_edit_new (DaftarShop *shop,
                      GArray     *spans)
{
  DaftarShopEdit *self = g_new0 (DaftarShopEdit, 1);

  self->shop = shop;
  self->spans = spans;
  return self;
}

void
daftar_shop_edit_free (DaftarShopEdit *self)
{
  g_clear_object (&self->shop);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

/**
 * daftar_shop_edit_read:
 * @reader: a handle
 * @request: not used
 * @error: return location for a sentence for the user
 *
 * A #DaftarReadFunc.
 *
 * Returns: (transfer full) (nullable): a #DaftarShopEdit with the shop and its newest hours
 */
gpointer
daftar_shop_edit_read (DaftarReader  *reader,
                       gpointer       request,
                       GError       **error)
{
  g_autoptr (DaftarShop) shop = daftar_shop_store_get (reader, error);
  GArray *spans;

  if (shop == NULL)
    return NULL;
  spans = daftar_shop_store_list_spans (reader, error);
  return spans != NULL ? daftar_shop_edit_new (g_steal_pointer (&shop), spans) : NULL;
}

static gboolean
check (DaftarShop  *shop,
       GError     **error)
{
  if (shop->name == NULL || *g_strstrip (shop->name) == '\0')
    g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID, _("Enter the name of your shop."));
  else if (shop->first_target <= 0 || shop->next_target <= 0 || shop->solve_target <= 0)
    g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                         _("A target is a number of minutes above zero."));
  else
    return TRUE;
  return FALSE;
}

/**
 * daftar_shop_edit_write:
 * @txn: a handle
 * @edit: a #DaftarShopEdit
 * @error: return location for a sentence for the user
 *
 * Saves the shop, its hours from today on, and what follows for every open ticket. A #DaftarWriteFunc.
 *
 * Returns: (transfer full) (nullable): the saved #DaftarShop
 */
gpointer
daftar_shop_edit_write (DaftarTxn  *txn,
                        gpointer    edit,
                        GError    **error)
{
  DaftarShopEdit *self = edit;
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *today = NULL;

  if (!check (self->shop, error) || !daftar_shop_store_save (txn, self->shop, error))
    return NULL;
  zone = g_time_zone_new_identifier (self->shop->zone);
  today = daftar_date_today (zone, daftar_txn_now (txn));
  if (self->spans != NULL
      && !daftar_shop_store_set_hours (txn, today, (const DaftarSpan *) self->spans->data, self->spans->len, error))
    return NULL;
  if (!daftar_ticket_clock_refresh_all (txn, error))
    return NULL;
  return daftar_shop_store_get (daftar_txn_reader (txn), error);
}

/* --- Hours as text. -------------------------------------------------------------------------------- */

/* "9", "9:30", "0930"; -1 if it is no time of day. */
static int
read_time (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ":. ", -1);
  int n = g_strv_length (parts);
  int hour = n > 0 && *parts[0] != '\0' ? atoi (parts[0]) : -1;
  int minute = n > 1 ? atoi (parts[1]) : 0;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && strchr (":. ", *p) == NULL)
      return -1;
  if (n == 1 && strlen (parts[0]) == 4)
    {
      minute = hour % 100;
      hour /= 100;
    }
  if (n > 2 || hour < 0 || hour > 24 || minute < 0 || minute > 59 || (hour == 24 && minute > 0))
    return -1;
  return hour * 60 + minute;
}

/* Arabic digits, commas and dashes of all kinds as plain ones. */
static char *
plain (const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (out, '0' + digit);
      else if (c == 0x060C || c == ';' || c == 0x061B)
        g_string_append_c (out, ',');
      else if (c == 0x2013 || c == 0x2014 || c == 0x2212)
        g_string_append_c (out, '-');
      else if (c < 0x80)
        g_string_append_c (out, (char) c);
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_c (out, '?');
    }
  return g_string_free (out, FALSE);
}

static gboolean
read_span (const char *text,
           int         weekday,
           DaftarSpan *span)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", -1);

  if (g_strv_length (ends) != 2)
    return FALSE;
  span->weekday = weekday;
  span->from_minute = read_time (g_strstrip (ends[0]));
  span->to_minute = read_time (g_strstrip (ends[1]));
  return span->from_minute >= 0 && span->to_minute > span->from_minute;
}

/**
 * daftar_shop_edit_parse_spans:
 * @text: "9:00-13:00, 16:00-21:00" in either digits; empty for a day off
 * @weekday: ISO 8601: Monday is 1
 * @spans: (element-type DaftarSpan): what is read is added here
 * @error: return location for a sentence for the user
 *
 * Returns: whether it could be read; if not, @spans is as it was
 */
gboolean
daftar_shop_edit_parse_spans (const char  *text,
                              int          weekday,
                              GArray      *spans,
                              GError     **error)
{
  g_autofree char *simple = plain (text);
  g_auto (GStrv) parts = g_strsplit (g_strstrip (simple), ",", -1);
  guint before = spans->len;
  int last = 0;

  for (guint i = 0; parts[i] != NULL && *simple != '\0'; i++)
    {
      DaftarSpan span;

      if (!read_span (parts[i], weekday, &span) || span.from_minute < last)
        {
          g_array_set_size (spans, before);
          g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_INVALID,
                               _("Write the hours like 9:00–13:00, 16:00–21:00, or leave it empty for a day off."));
          return FALSE;
        }
      last = span.to_minute;
      g_array_append_val (spans, span);
    }
  return TRUE;
}

/**
 * daftar_shop_edit_format_spans:
 * @spans: (element-type DaftarSpan): the hours of a week
 * @weekday: ISO 8601: Monday is 1
 *
 * Returns: (transfer full): that day's hours as daftar_shop_edit_parse_spans() reads them
 */
char *
daftar_shop_edit_format_spans (GArray *spans,
                               int     weekday)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      DaftarSpan *span = &g_array_index (spans, DaftarSpan, i);

      if (span->weekday == weekday)
        g_string_append_printf (text, "%s%d:%02d–%d:%02d", text->len > 0 ? ", " : "", span->from_minute / 60,
                                span->from_minute % 60, span->to_minute / 60, span->to_minute % 60);
    }
  return g_string_free (text, FALSE);
}
