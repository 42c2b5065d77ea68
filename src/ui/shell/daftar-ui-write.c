/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-ui-write.h"

typedef struct
{
  GtkWidget *widget;
  DaftarUiContext *ui;
  char *toast;
  GDestroyNotify result_free;
  DaftarUiWrittenFunc written;
  gpointer data;
} Write;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Write *write = data;
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  gpointer value = daftar_store_write_finish (DAFTAR_STORE (source), result, &operation, &error);

  if (error != NULL)
    daftar_ui_tell_error (write->widget, error);
  else
    {
      if (write->toast != NULL)
        daftar_ui_toast_undo (write->widget, write->ui, write->toast, operation);
      if (write->written != NULL)
        write->written (write->widget, value, write->data);
    }
  if (value != NULL && write->result_free != NULL)
    write->result_free (value);
  g_object_unref (write->widget);
  g_object_unref (write->ui);
  g_free (write->toast);
  g_free (write);
}

/**
 * daftar_ui_write:
 * @widget: the widget that asks
 * @ui: the context
 * @operation: what is done, for the history: "deal.move"
 * @toast: (nullable): what is said when it is done, with the offer to take it back
 * @func: does it
 * @request: (transfer full): passed to @func
 * @request_free: (nullable): frees @request
 * @result_free: (nullable): frees the result
 * @written: (nullable): called when it is done, with the result; it does not own that
 * @data: passed to @written
 *
 * Does something at once, without a form: what goes wrong is told in a toast.
 */
void
daftar_ui_write (GtkWidget           *widget,
                 DaftarUiContext     *ui,
                 const char          *operation,
                 const char          *toast,
                 DaftarWriteFunc      func,
                 gpointer             request,
                 GDestroyNotify       request_free,
                 GDestroyNotify       result_free,
                 DaftarUiWrittenFunc  written,
                 gpointer             data)
{
  Write *write = g_new0 (Write, 1);

  write->widget = g_object_ref (widget);
  write->ui = g_object_ref (ui);
  write->toast = g_strdup (toast);
  write->result_free = result_free;
  write->written = written;
  write->data = data;
  daftar_store_write_async (daftar_ui_context_get_store (ui), operation, func, request, request_free, result_free, NULL,
                            done_cb, write);
}
