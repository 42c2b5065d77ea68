/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-board-column.h"

#include "daftar-board-view.h"
#include "daftar-growing.h"
#include "daftar-id-list.h"
#include "daftar-money.h"

#include <glib/gi18n.h>

#define WIDTH 264

/* So near to the upper or lower end a dragged card makes the column scroll, by so much a frame. */
#define SCROLL_EDGE 36
#define SCROLL_STEP 9

/* So many frames a card may take to appear before the focus goes to the column instead. */
#define FOCUS_FRAMES 20

struct _DaftarBoardColumn
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  DaftarStage *stage;
  DaftarIdList *list;

  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *count;
  GtkWidget *sum;
  GtkWidget *scroll;
  GtkWidget *view;
  GtkWidget *empty;

  DaftarDealCard *gap; /* unowned: the card with the gap */
  double drag_y;
  guint tick_id;
  guint focus_id;
  guint focus_position;
  int focus_tries;
};

enum
{
  SIGNAL_FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DaftarBoardColumn, daftar_board_column, GTK_TYPE_WIDGET)

/* --- Cards. ---------------------------------------------------------------------------------------- */

static void
record_cb (DaftarListItem *item,
           GParamSpec     *pspec,
           GtkListItem    *list_item)
{
  daftar_deal_card_set (DAFTAR_DEAL_CARD (gtk_list_item_get_child (list_item)), daftar_list_item_get_id (item),
                        daftar_list_item_get_record (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          DaftarBoardColumn        *self)
{
  gtk_list_item_set_child (list_item, daftar_deal_card_new (self->ui));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         DaftarBoardColumn        *self)
{
  DaftarListItem *item = gtk_list_item_get_item (list_item);

  g_signal_connect_object (item, "notify::record", G_CALLBACK (record_cb), list_item, 0);
  record_cb (item, NULL, list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           DaftarBoardColumn        *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), record_cb, list_item);
}

static DaftarDealCard *
card_in (GtkWidget *cell)
{
  GtkWidget *child = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;

  return DAFTAR_IS_DEAL_CARD (child) && gtk_widget_get_mapped (child) ? DAFTAR_DEAL_CARD (child) : NULL;
}

DaftarDealCard *
daftar_board_column_get_card (DaftarBoardColumn *self,
                              gint64             deal_id)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (self->view); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      DaftarDealCard *card = card_in (cell);

      if (card != NULL && daftar_deal_card_get_id (card) == deal_id)
        return card;
    }
  return NULL;
}

/**
 * daftar_board_column_get_focus:
 * @self: the column
 *
 * Returns: (transfer none) (nullable): the card that has the focus, if it is one of this column
 */
DaftarDealCard *
daftar_board_column_get_focus (DaftarBoardColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != self->view)
    focus = gtk_widget_get_parent (focus);
  return card_in (focus);
}

/* --- Where a dragged card would land. -------------------------------------------------------------- */

static void
close_gap (DaftarBoardColumn *self)
{
  if (self->gap != NULL)
    daftar_deal_card_set_gap (self->gap, FALSE, FALSE);
  g_clear_weak_pointer (&self->gap);
  gtk_widget_remove_css_class (self->empty, "gap-here");
}

/* The card that one lands above at @y; *@last is the lowest card. */
static DaftarDealCard *
card_below (DaftarBoardColumn  *self,
            double              y,
            DaftarDealCard    **last)
{
  DaftarDealCard *found = NULL;
  double found_y = 0, last_y = 0;

  *last = NULL;
  for (GtkWidget *cell = gtk_widget_get_first_child (self->view); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      DaftarDealCard *card = card_in (cell);
      graphene_rect_t bounds;
      double middle;

      if (card == NULL
          || !gtk_widget_compute_bounds (gtk_widget_get_first_child (GTK_WIDGET (card)), GTK_WIDGET (self), &bounds))
        continue;
      middle = bounds.origin.y + bounds.size.height / 2;
      if (*last == NULL || middle > last_y)
        *last = card, last_y = middle;
      if (y < middle && (found == NULL || middle < found_y))
        found = card, found_y = middle;
    }
  return found;
}

static void
open_gap (DaftarBoardColumn *self,
          double             y)
{
  DaftarDealCard *last;
  DaftarDealCard *below = card_below (self, y, &last);
  DaftarDealCard *at = below != NULL ? below : last;

  if (at == NULL)
    {
      gtk_widget_add_css_class (self->empty, "gap-here");
      return;
    }
  if (self->gap != at)
    close_gap (self);
  g_set_weak_pointer (&self->gap, at);
  daftar_deal_card_set_gap (at, below != NULL, below == NULL);
}

/* The column scrolls while the card is held near its end. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  DaftarBoardColumn *self = DAFTAR_BOARD_COLUMN (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  graphene_rect_t bounds;
  double step = 0;

  if (gtk_widget_compute_bounds (self->scroll, widget, &bounds))
    {
      if (self->drag_y < bounds.origin.y + SCROLL_EDGE)
        step = -SCROLL_STEP;
      else if (self->drag_y > bounds.origin.y + bounds.size.height - SCROLL_EDGE)
        step = SCROLL_STEP;
    }
  if (step != 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      open_gap (self, self->drag_y);
    }
  return G_SOURCE_CONTINUE;
}

static void
stop_drag (DaftarBoardColumn *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  close_gap (self);
}

static GdkDragAction
motion_cb (GtkDropTarget     *target,
           double             x,
           double             y,
           DaftarBoardColumn *self)
{
  self->drag_y = y;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  open_gap (self, y);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget     *target,
          DaftarBoardColumn *self)
{
  stop_drag (self);
}

static gboolean
drop_cb (GtkDropTarget     *target,
         const GValue      *value,
         double             x,
         double             y,
         DaftarBoardColumn *self)
{
  DaftarDealCard *last;
  DaftarDealCard *below = card_below (self, y, &last);
  gint64 deal_id = g_value_get_int64 (value);
  gint64 before_id = below != NULL ? daftar_deal_card_get_id (below) : 0;

  stop_drag (self);
  if (before_id != deal_id)
    gtk_widget_activate_action (GTK_WIDGET (self), "deal.move", "(xxx)", deal_id, DAFTAR_RECORD (self->stage)->id,
                                before_id);
  return TRUE;
}

/* --- Contents. ------------------------------------------------------------------------------------- */

static void
items_cb (DaftarBoardColumn *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  gtk_widget_set_visible (self->empty, !any && !daftar_id_list_is_loading (self->list));
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

static void
activate_cb (GtkListView       *view,
             guint              position,
             DaftarBoardColumn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "deal.open", "x", daftar_id_list_get_id (self->list, position));
}

static void
daftar_board_column_dispose (GObject *object)
{
  DaftarBoardColumn *self = DAFTAR_BOARD_COLUMN (object);

  if (self->focus_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_id);
  self->focus_id = 0;
  g_clear_weak_pointer (&self->gap);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->stage);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_board_column_parent_class)->dispose (object);
}

static void
daftar_board_column_class_init (DaftarBoardColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daftar_board_column_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * DaftarBoardColumn::filled:
   *
   * Its cards are others than before.
   */
  signals[SIGNAL_FILLED] =
    g_signal_new ("filled", DAFTAR_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_header (DaftarBoardColumn *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_add_css_class (self->name, "heading");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "daftar-numbers");
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_set_halign (self->count, GTK_ALIGN_START);
  self->sum = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->sum, "dim-label");
  gtk_widget_add_css_class (self->sum, "daftar-numbers");
  gtk_widget_add_css_class (self->sum, "daftar-second");
  gtk_widget_add_css_class (box, "daftar-column-header");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->sum);
  return box;
}

static GtkWidget *
make_view (DaftarBoardColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroll, TRUE);
  selection = gtk_no_selection_new (daftar_growing_new (g_object_ref (G_LIST_MODEL (self->list)),
                                                        GTK_SCROLLED_WINDOW (self->scroll)));
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_steal_pointer (&selection)), factory);
  gtk_widget_add_css_class (self->view, "daftar-cards");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->view);
  self->empty = gtk_label_new (_("Drop a card here"));
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "daftar-column-empty");
  gtk_widget_set_valign (self->empty, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->empty, FALSE);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroll);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->empty);
  return overlay;
}

static void
daftar_board_column_init (DaftarBoardColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * daftar_board_column_new:
 * @ui: the context
 * @stage: with its count and sum
 *
 * Returns: (transfer floating): the column of a stage
 */
GtkWidget *
daftar_board_column_new (DaftarUiContext *ui,
                         DaftarStage     *stage)
{
  DaftarBoardColumn *self = g_object_new (DAFTAR_TYPE_BOARD_COLUMN, NULL);

  self->ui = g_object_ref (ui);
  self->list = daftar_id_list_new (daftar_ui_context_get_store (ui), DAFTAR_KIND_DEAL, daftar_deal_store_get_rows);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "daftar-column");
  gtk_widget_set_size_request (self->box, WIDTH, -1);
  gtk_box_append (GTK_BOX (self->box), make_header (self));
  gtk_box_append (GTK_BOX (self->box), make_view (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (items_cb), self, G_CONNECT_SWAPPED);
  daftar_board_column_set_stage (self, stage);
  daftar_id_list_show (self->list, daftar_board_column_ids, GSIZE_TO_POINTER ((gsize) DAFTAR_RECORD (stage)->id), NULL,
                       NULL);
  return GTK_WIDGET (self);
}

/**
 * daftar_board_column_set_stage:
 * @self: the column
 * @stage: the same stage as it is now
 */
void
daftar_board_column_set_stage (DaftarBoardColumn *self,
                               DaftarStage       *stage)
{
  DaftarFormat *format = daftar_ui_context_get_format (self->ui);
  g_autofree char *count = daftar_format_number (format, stage->n_deals);
  g_autofree char *sum = daftar_money_format (stage->sum, daftar_ui_context_get_shop (self->ui)->currency, format);
  g_autofree char *name =
    g_strdup_printf (ngettext ("%s, %d deal", "%s, %d deals", stage->n_deals), stage->name, (int) stage->n_deals);

  g_set_object (&self->stage, stage);
  gtk_label_set_label (GTK_LABEL (self->name), stage->name);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_label_set_label (GTK_LABEL (self->sum), stage->sum != 0 ? sum : "");
  gtk_widget_set_tooltip_text (self->sum, stage->sum_other ? _("Without deals in other currencies") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

DaftarStage *
daftar_board_column_get_stage (DaftarBoardColumn *self)
{
  return self->stage;
}

/* Reads the cards again, for what they show of other records. */
void
daftar_board_column_reload (DaftarBoardColumn *self)
{
  daftar_id_list_reload (self->list);
}

gboolean
daftar_board_column_find (DaftarBoardColumn *self,
                          gint64             deal_id,
                          guint             *position)
{
  return daftar_id_list_find (self->list, deal_id, position);
}

gint64
daftar_board_column_get_id (DaftarBoardColumn *self,
                            guint              position)
{
  return daftar_id_list_get_id (self->list, position);
}

guint
daftar_board_column_get_n (DaftarBoardColumn *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static gboolean
focus_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  DaftarBoardColumn *self = DAFTAR_BOARD_COLUMN (widget);
  gint64 id = daftar_id_list_get_id (self->list, self->focus_position);
  DaftarDealCard *card = id != 0 ? daftar_board_column_get_card (self, id) : NULL;

  if (card == NULL && --self->focus_tries > 0)
    return G_SOURCE_CONTINUE;
  self->focus_id = 0;
  gtk_widget_grab_focus (card != NULL ? gtk_widget_get_parent (GTK_WIDGET (card)) : self->view);
  return G_SOURCE_REMOVE;
}

/**
 * daftar_board_column_forget_focus:
 * @self: the column
 *
 * A card that was about to get the focus here doesn't: another column has it now.
 */
void
daftar_board_column_forget_focus (DaftarBoardColumn *self)
{
  if (self->focus_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_id);
  self->focus_id = 0;
}

/**
 * daftar_board_column_is_loading:
 * @self: the column
 *
 * Returns: whether it may hold cards that aren't known yet
 */
gboolean
daftar_board_column_is_loading (DaftarBoardColumn *self)
{
  return daftar_id_list_is_loading (self->list);
}

/**
 * daftar_board_column_focus:
 * @self: the column
 * @position: a card; past the end the last one
 *
 * Scrolls to a card and gives it the focus.
 *
 * Returns: whether there is one
 */
gboolean
daftar_board_column_focus (DaftarBoardColumn *self,
                           guint              position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  if (n == 0)
    return FALSE;
  self->focus_position = MIN (position, n - 1);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", self->focus_position);
  /* Its cell may only come with one of the next frames. */
  self->focus_tries = FOCUS_FRAMES;
  if (self->focus_id == 0)
    self->focus_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
  return TRUE;
}
