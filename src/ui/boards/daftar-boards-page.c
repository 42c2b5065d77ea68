/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-boards-page.h"

#include "daftar-bidi.h"
#include "daftar-board-column.h"
#include "daftar-board-view.h"
#include "daftar-deal-action.h"
#include "daftar-deal-dialog.h"
#include "daftar-deal-view.h"
#include "daftar-empty-state.h"
#include "daftar-follow-up-dialog.h"
#include "daftar-page.h"
#include "daftar-pane.h"
#include "daftar-sale-dialog.h"
#include "daftar-ui-write.h"
#include "daftar-window.h"

#include <glib/gi18n.h>

/* So near to the side a dragged card makes the board scroll, by so much a frame. */
#define SCROLL_EDGE 48
#define SCROLL_STEP 12

struct _DaftarBoardsPage
{
  GtkWidget parent_instance;

  DaftarUiContext *ui;
  gint64 board_id;
  DaftarBoardView *board;
  gboolean reading;
  gboolean again;
  gboolean wants_focus;
  gint64 follow_id; /* the card that takes the focus as soon as it is in its new place */

  GtkWidget *stack;
  GtkWidget *pane;
  GtkWidget *chooser;
  GtkWidget *content;
  GtkWidget *scroll;
  GtkWidget *columns;
  GtkWidget *deal;
  GtkWidget *menu;
  gboolean at_start;
  double drag_x;
  guint tick_id;
};

static void page_init (DaftarPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaftarBoardsPage, daftar_boards_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DAFTAR_TYPE_PAGE, page_init))

/* --- Columns. -------------------------------------------------------------------------------------- */

static DaftarBoardColumn *
nth_column (DaftarBoardsPage *self,
            int               n)
{
  GtkWidget *column = gtk_widget_get_first_child (self->columns);

  for (; column != NULL && n > 0; n--)
    column = gtk_widget_get_next_sibling (column);
  return column != NULL && n == 0 ? DAFTAR_BOARD_COLUMN (column) : NULL;
}

static DaftarDealCard *
focused_card (DaftarBoardsPage *self,
              int              *n)
{
  for (int i = 0; nth_column (self, i) != NULL; i++)
    {
      DaftarDealCard *card = daftar_board_column_get_focus (nth_column (self, i));

      if (card != NULL)
        {
          if (n != NULL)
            *n = i;
          return card;
        }
    }
  return NULL;
}

static DaftarDeal *
find_deal (DaftarBoardsPage *self,
           gint64            id)
{
  for (int i = 0; nth_column (self, i) != NULL; i++)
    {
      DaftarDealCard *card = daftar_board_column_get_card (nth_column (self, i), id);

      if (card != NULL)
        return daftar_deal_card_get (card);
    }
  return NULL;
}

/* One column at a time waits for its card to appear: the others must not take the focus back. */
static gboolean
focus_in (DaftarBoardsPage *self,
          int               n,
          guint             position)
{
  for (int i = 0; nth_column (self, i) != NULL; i++)
    if (i != n)
      daftar_board_column_forget_focus (nth_column (self, i));
  return daftar_board_column_focus (nth_column (self, n), position);
}

static void
follow (DaftarBoardsPage *self)
{
  guint position;

  /* The page is seen before its cards are there, and a later column may be there before the first. */
  for (int i = 0; self->wants_focus && nth_column (self, i) != NULL; i++)
    if (focus_in (self, i, 0))
      self->wants_focus = FALSE;
    else if (daftar_board_column_is_loading (nth_column (self, i)))
      break;

  for (int i = 0; self->follow_id != 0 && nth_column (self, i) != NULL; i++)
    if (daftar_board_column_find (nth_column (self, i), self->follow_id, &position))
      focus_in (self, i, position);
}

/* --- What can be done with a card. ----------------------------------------------------------------- */

static void
moved_cb (GtkWidget *widget,
          gpointer   result,
          gpointer   data)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (widget);
  DaftarDealMoved *moved = result;

  if (self->ui == NULL)
    return;
  self->follow_id = DAFTAR_RECORD (moved->deal)->id;
  follow (self);
  if (daftar_deal_moved_asks_sale (moved))
    daftar_sale_dialog_present (widget, self->ui, moved->deal);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (widget);
  DaftarDealMove *move = g_new0 (DaftarDealMove, 1);
  g_autofree char *stage_name = NULL;
  g_autofree char *toast = NULL;

  g_variant_get (parameter, "(xxx)", &move->deal_id, &move->stage_id, &move->before_id);
  for (int i = 0; nth_column (self, i) != NULL; i++)
    {
      DaftarStage *stage = daftar_board_column_get_stage (nth_column (self, i));

      if (DAFTAR_RECORD (stage)->id == move->stage_id)
        stage_name = daftar_bidi_isolate (stage->name);
    }
  /* Translators: %s is a stage of a board. */
  toast = g_strdup_printf (_("Moved to %s"), stage_name != NULL ? stage_name : "");
  daftar_ui_write (widget, self->ui, "deal.move", toast, daftar_deal_move_write, move, g_free,
                   (GDestroyNotify) daftar_deal_moved_free, moved_cb, NULL);
}

static void
show_deal (DaftarBoardsPage *self,
           gint64            id)
{
  daftar_deal_view_show (DAFTAR_DEAL_VIEW (self->deal), id);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->deal);
  gtk_widget_child_focus (self->deal, GTK_DIR_TAB_FORWARD);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  show_deal (DAFTAR_BOARDS_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
lost_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  daftar_lost_dialog_present (widget, DAFTAR_BOARDS_PAGE (widget)->ui, g_variant_get_int64 (parameter));
}

static void
won_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  daftar_ui_write (widget, DAFTAR_BOARDS_PAGE (widget)->ui, "deal.won", _("Taken off the board"), daftar_deal_close_write,
                   daftar_deal_close_new (g_variant_get_int64 (parameter), DAFTAR_DEAL_STATUS_WON, NULL),
                   (GDestroyNotify) daftar_deal_close_free, g_object_unref, NULL, NULL);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gint64 id = g_variant_get_int64 (parameter);

  daftar_ui_write (widget, DAFTAR_BOARDS_PAGE (widget)->ui, "deal.delete", _("Deleted"), daftar_deal_delete_write,
                   g_memdup2 (&id, sizeof id), g_free, g_object_unref, NULL, NULL);
}

static void
form_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (widget);
  DaftarDeal *deal = find_deal (self, g_variant_get_int64 (parameter));

  if (deal == NULL)
    return;
  if (g_str_equal (name, "deal.edit"))
    daftar_deal_dialog_edit (widget, self->ui, deal);
  else if (g_str_equal (name, "deal.sale"))
    daftar_sale_dialog_present (widget, self->ui, deal);
  else
    daftar_follow_up_dialog_add (widget, self->ui, deal->customer_id, deal->customer_name, DAFTAR_RECORD (deal)->id);
}

static void
customer_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  daftar_window_open (daftar_window_of (widget), "customer", g_variant_get_int64 (parameter));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (widget);

  if (self->board != NULL && self->board->stages != NULL && self->board->stages->len > 0)
    daftar_deal_dialog_add (widget, self->ui, self->board->stages);
}

/* --- Menus. ---------------------------------------------------------------------------------------- */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_stages_menu (DaftarBoardsPage *self,
                  DaftarDeal       *deal)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; nth_column (self, i) != NULL; i++)
    {
      DaftarStage *stage = daftar_board_column_get_stage (nth_column (self, i));
      g_autoptr (GMenuItem) item = g_menu_item_new (stage->name, NULL);

      g_menu_item_set_action_and_target (item, "deal.move", "(xxx)", DAFTAR_RECORD (deal)->id, DAFTAR_RECORD (stage)->id,
                                         G_GINT64_CONSTANT (0));
      if (DAFTAR_RECORD (stage)->id != deal->stage_id)
        g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_menu (DaftarBoardsPage *self,
           DaftarDeal       *deal)
{
  gint64 id = DAFTAR_RECORD (deal)->id;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenuModel) stages = make_stages_menu (self, deal);

  append (menu, _("_Open"), "deal.open", id);
  g_menu_append_submenu (menu, _("_Move to Stage"), stages);
  append (menu, _("_Next Step…"), "deal.next", id);
  append (menu, _("What Was _Sold…"), "deal.sale", id);
  append (second, _("_Edit…"), "deal.edit", id);
  append (second, _("Open the _Customer"), "deal.customer", deal->customer_id);
  append (second, _("_Won: Take Off the Board"), "deal.won", id);
  append (second, _("_Lost…"), "deal.lost", id);
  append (second, _("_Delete"), "deal.delete", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
popup (DaftarBoardsPage *self,
       GMenuModel       *model,
       double            x,
       double            y)
{
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
popup_at (DaftarBoardsPage *self,
          DaftarDealCard   *card,
          GMenuModel       *model)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (self), &bounds))
    popup (self, model, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
}

static void
pressed_cb (GtkGestureClick  *gesture,
            int               n_press,
            double            x,
            double            y,
            DaftarBoardsPage *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  g_autoptr (GMenuModel) model = NULL;

  while (widget != NULL && !DAFTAR_IS_DEAL_CARD (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL || daftar_deal_card_get (DAFTAR_DEAL_CARD (widget)) == NULL)
    return;
  model = make_menu (self, daftar_deal_card_get (DAFTAR_DEAL_CARD (widget)));
  popup (self, model, x, y);
}

/* --- Keys. ----------------------------------------------------------------------------------------- */

/* What is to the right of one's eyes is the next stage, or the one before where one reads from the right. */
static int
step_of (DaftarBoardsPage *self,
         guint             key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return (key == GDK_KEY_Right) != rtl ? 1 : -1;
}

static void
move_card (DaftarBoardsPage *self,
           gint64            deal_id,
           DaftarStage      *stage,
           gint64            before_id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "deal.move", "(xxx)", deal_id, DAFTAR_RECORD (stage)->id, before_id);
}

/* Above the card before, or above the one after the next. */
static void
move_within (DaftarBoardsPage  *self,
             DaftarBoardColumn *column,
             gint64             id,
             gboolean           up)
{
  guint position;

  if (!daftar_board_column_find (column, id, &position) || (up && position == 0)
      || (!up && position + 1 >= daftar_board_column_get_n (column)))
    return;
  move_card (self, id, daftar_board_column_get_stage (column),
             up ? daftar_board_column_get_id (column, position - 1) : daftar_board_column_get_id (column, position + 2));
}

static gboolean
move_key (DaftarBoardsPage *self,
          guint             key)
{
  int n;
  DaftarDealCard *card = focused_card (self, &n);
  DaftarBoardColumn *target;
  gint64 id;
  guint position = 0;

  if (card == NULL)
    return FALSE;
  id = daftar_deal_card_get_id (card);
  if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    {
      move_within (self, nth_column (self, n), id, key == GDK_KEY_Up);
      return TRUE;
    }
  n += step_of (self, key);
  target = n >= 0 ? nth_column (self, n) : NULL;
  if (target == NULL)
    return TRUE;
  daftar_board_column_find (nth_column (self, n - step_of (self, key)), id, &position);
  move_card (self, id, daftar_board_column_get_stage (target), daftar_board_column_get_id (target, position));
  return TRUE;
}

static gboolean
focus_key (DaftarBoardsPage *self,
           guint             key)
{
  int n;
  DaftarDealCard *card = focused_card (self, &n);
  guint position = 0;
  int step = step_of (self, key);

  if (card == NULL)
    return FALSE;
  self->follow_id = 0;
  daftar_board_column_find (nth_column (self, n), daftar_deal_card_get_id (card), &position);
  for (n += step; n >= 0 && nth_column (self, n) != NULL; n += step)
    if (daftar_board_column_focus (nth_column (self, n), position))
      break;
  return TRUE;
}

static gboolean
menu_key (DaftarBoardsPage *self,
          gboolean          stages_only)
{
  DaftarDealCard *card = focused_card (self, NULL);
  DaftarDeal *deal = card != NULL ? daftar_deal_card_get (card) : NULL;
  g_autoptr (GMenuModel) model = NULL;

  if (deal == NULL)
    return FALSE;
  model = stages_only ? make_stages_menu (self, deal) : make_menu (self, deal);
  popup_at (self, card, model);
  return TRUE;
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (gtk_widget_get_ancestor (widget, DAFTAR_TYPE_BOARDS_PAGE));
  guint key = GPOINTER_TO_UINT (data) & 0xffff;
  gboolean alt = GPOINTER_TO_UINT (data) & 0x10000;
  DaftarDealCard *card = focused_card (self, NULL);

  if (alt)
    return move_key (self, key);
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    return focus_key (self, key);
  if (key == GDK_KEY_m || key == GDK_KEY_Menu || key == GDK_KEY_F10)
    return menu_key (self, key == GDK_KEY_m);
  if (card == NULL)
    return FALSE;
  gtk_widget_activate_action (widget, key == GDK_KEY_Delete ? "deal.delete" : "deal.open", "x",
                              daftar_deal_card_get_id (card));
  return TRUE;
}

static void
add_keys (DaftarBoardsPage *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
  } keys[] = {
    { GDK_KEY_Left, 0 }, { GDK_KEY_Right, 0 }, { GDK_KEY_Left, GDK_ALT_MASK }, { GDK_KEY_Right, GDK_ALT_MASK },
    { GDK_KEY_Up, GDK_ALT_MASK }, { GDK_KEY_Down, GDK_ALT_MASK }, { GDK_KEY_m, 0 }, { GDK_KEY_Menu, 0 },
    { GDK_KEY_F10, GDK_SHIFT_MASK }, { GDK_KEY_Delete, 0 }, { GDK_KEY_Return, 0 }, { GDK_KEY_KP_Enter, 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      guint data = (keys[i].key & 0xffff) | (keys[i].modifiers & GDK_ALT_MASK ? 0x10000 : 0);

      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (key_cb, GUINT_TO_POINTER (data), NULL)));
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->columns, controller);
}

/* Alt and an arrow move a card as long as one is focused, and go back otherwise. */
static void
focus_inside_cb (GtkEventControllerFocus *controller,
                 GParamSpec              *pspec,
                 DaftarBoardsPage        *self)
{
  DaftarWindow *window = daftar_window_of (GTK_WIDGET (self));

  if (window != NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.back",
                                   !gtk_event_controller_focus_contains_focus (controller));
}

/* --- Scrolling. ------------------------------------------------------------------------------------ */

static double
start_of (DaftarBoardsPage *self,
          GtkAdjustment    *adjustment)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
           ? gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
           : 0;
}

/* A board opens at its first stage, which is on the right where one reads from there, and stays with it. */
static void
bounds_cb (GtkAdjustment    *adjustment,
           DaftarBoardsPage *self)
{
  if (self->at_start)
    gtk_adjustment_set_value (adjustment, start_of (self, adjustment));
}

static void
scrolled_cb (GtkAdjustment    *adjustment,
             DaftarBoardsPage *self)
{
  if (gtk_adjustment_get_page_size (adjustment) > 0)
    self->at_start = ABS (gtk_adjustment_get_value (adjustment) - start_of (self, adjustment)) < 2;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  int width = gtk_widget_get_width (self->scroll);
  double step = self->drag_x < SCROLL_EDGE ? -SCROLL_STEP : self->drag_x > width - SCROLL_EDGE ? SCROLL_STEP : 0;

  if (step != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
  return G_SOURCE_CONTINUE;
}

static void
drag_motion_cb (GtkDropControllerMotion *controller,
                double                   x,
                double                   y,
                DaftarBoardsPage        *self)
{
  self->drag_x = x;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
drag_leave_cb (GtkDropControllerMotion *controller,
               DaftarBoardsPage        *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

/* --- Reading. -------------------------------------------------------------------------------------- */

static void read_board (DaftarBoardsPage *self);

static gboolean
same_stages (DaftarBoardsPage *self,
             GPtrArray        *stages)
{
  guint n = 0;

  for (; nth_column (self, n) != NULL; n++)
    if (n >= stages->len
        || DAFTAR_RECORD (daftar_board_column_get_stage (nth_column (self, n)))->id != DAFTAR_RECORD (stages->pdata[n])->id)
      return FALSE;
  return n == stages->len;
}

static void
show_columns (DaftarBoardsPage *self,
              GPtrArray        *stages)
{
  gboolean same = same_stages (self, stages);

  while (!same && gtk_widget_get_first_child (self->columns) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), gtk_widget_get_first_child (self->columns));
  for (guint i = 0; i < stages->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("column-%u", i);
      GtkWidget *column;

      if (same)
        {
          daftar_board_column_set_stage (nth_column (self, i), stages->pdata[i]);
          continue;
        }
      column = daftar_board_column_new (self->ui, stages->pdata[i]);
      gtk_widget_set_name (column, name);
      g_signal_connect_object (column, "filled", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->columns), column);
    }
}

static void
chosen_cb (DaftarBoardsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (self->board == NULL || chosen >= self->board->boards->len)
    return;
  self->board_id = DAFTAR_RECORD (self->board->boards->pdata[chosen])->id;
  read_board (self);
}

/* A choice of boards only where there is one. */
static void
show_boards (DaftarBoardsPage *self,
             DaftarBoardView  *board)
{
  g_autoptr (GtkStringList) names = NULL;
  guint current = 0;

  daftar_pane_set_title (DAFTAR_PANE (self->pane), board->board->name, NULL);
  gtk_widget_set_visible (self->chooser, board->boards->len > 1);
  if (board->boards->len < 2)
    return;
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < board->boards->len; i++)
    {
      gtk_string_list_append (names, DAFTAR_BOARD (board->boards->pdata[i])->name);
      if (DAFTAR_RECORD (board->boards->pdata[i])->id == DAFTAR_RECORD (board->board)->id)
        current = i;
    }
  g_signal_handlers_block_by_func (self->chooser, chosen_cb, self);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->chooser), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chooser), current);
  g_signal_handlers_unblock_by_func (self->chooser, chosen_cb, self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (DaftarBoardsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DaftarBoardView) board = daftar_store_read_finish (DAFTAR_STORE (source), result, &error);

  self->reading = FALSE;
  if (self->ui == NULL)
    return;
  if (board == NULL)
    daftar_ui_tell_error (GTK_WIDGET (self), error);
  else if (board->board == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->content), "none");
  else
    {
      show_boards (self, board);
      show_columns (self, board->stages);
      gtk_stack_set_visible_child_name (GTK_STACK (self->content), "board");
    }
  if (board != NULL)
    {
      g_clear_pointer (&self->board, daftar_board_view_free);
      self->board = g_steal_pointer (&board);
    }
  if (self->again)
    read_board (self);
}

static void
read_board (DaftarBoardsPage *self)
{
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  daftar_store_read_async (daftar_ui_context_get_store (self->ui), daftar_board_view_read,
                           g_memdup2 (&self->board_id, sizeof self->board_id), g_free,
                           (GDestroyNotify) daftar_board_view_free, NULL, read_cb, g_object_ref (self));
}

static void
changed_cb (DaftarBoardsPage *self,
            DaftarChanges    *changes)
{
  if (daftar_changes_touch (changes, DAFTAR_KIND_DEAL, 0) || daftar_changes_touch (changes, DAFTAR_KIND_STAGE, 0)
      || daftar_changes_touch (changes, DAFTAR_KIND_BOARD, 0))
    read_board (self);
  if (daftar_changes_touch (changes, DAFTAR_KIND_TICKET, 0) || daftar_changes_touch (changes, DAFTAR_KIND_CUSTOMER, 0))
    for (int i = 0; nth_column (self, i) != NULL; i++)
      daftar_board_column_reload (nth_column (self, i));
}

/* --- The page. ------------------------------------------------------------------------------------- */

static const char *
get_id (DaftarPage *page)
{
  return "boards";
}

static const char *
get_title (DaftarPage *page)
{
  return _("Boards");
}

static const char *
get_icon_name (DaftarPage *page)
{
  return "daftar-boards-symbolic";
}

static gboolean
open_record (DaftarPage *page,
             const char *kind,
             gint64      id)
{
  if (!g_str_equal (kind, "deal"))
    return FALSE;
  show_deal (DAFTAR_BOARDS_PAGE (page), id);
  return TRUE;
}

static gboolean
back (DaftarPage *page)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (page);

  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) != self->deal)
    return FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->pane);
  follow (self);
  return TRUE;
}

static void
closed_cb (DaftarBoardsPage *self)
{
  back (DAFTAR_PAGE (self));
}

static void
shown (DaftarPage *page)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (page);

  self->wants_focus = focused_card (self, NULL) == NULL;
  follow (self);
}

static void
page_init (DaftarPageInterface *iface)
{
  iface->get_id = get_id;
  iface->get_title = get_title;
  iface->get_icon_name = get_icon_name;
  iface->open = open_record;
  iface->back = back;
  iface->shown = shown;
}

static void
daftar_boards_page_dispose (GObject *object)
{
  DaftarBoardsPage *self = DAFTAR_BOARDS_PAGE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->board, daftar_board_view_free);
  g_clear_object (&self->ui);
  G_OBJECT_CLASS (daftar_boards_page_parent_class)->dispose (object);
}

static void
daftar_boards_page_class_init (DaftarBoardsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daftar_boards_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "deal.move", "(xxx)", move_action);
  gtk_widget_class_install_action (widget_class, "deal.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "deal.lost", "x", lost_action);
  gtk_widget_class_install_action (widget_class, "deal.won", "x", won_action);
  gtk_widget_class_install_action (widget_class, "deal.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "deal.edit", "x", form_action);
  gtk_widget_class_install_action (widget_class, "deal.sale", "x", form_action);
  gtk_widget_class_install_action (widget_class, "deal.next", "x", form_action);
  gtk_widget_class_install_action (widget_class, "deal.customer", "x", customer_action);
  gtk_widget_class_install_action (widget_class, "deal.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "deal.add", NULL);
}

static void
daftar_boards_page_init (DaftarBoardsPage *self)
{
  self->at_start = TRUE;
}

static GtkWidget *
make_board (DaftarBoardsPage *self)
{
  GtkAdjustment *adjustment;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *drag = gtk_drop_controller_motion_new ();

  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->columns, "daftar-board");
  self->scroll = gtk_scrolled_window_new ();
  gtk_widget_set_name (self->scroll, "board");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->columns);
  adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (bounds_cb), self, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (focus_inside_cb), self);
  gtk_widget_add_controller (self->columns, focus);
  g_signal_connect (drag, "motion", G_CALLBACK (drag_motion_cb), self);
  g_signal_connect (drag, "leave", G_CALLBACK (drag_leave_cb), self);
  gtk_widget_add_controller (self->scroll, drag);
  add_keys (self);
  return self->scroll;
}

static void
make_pane (DaftarBoardsPage *self)
{
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->pane = daftar_pane_new (_("Boards"));
  gtk_widget_add_css_class (self->pane, "daftar-surface");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_name (add, "deal-add");
  gtk_widget_set_tooltip_text (add, _("New deal"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New deal"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "deal.add");
  daftar_pane_pack_end (DAFTAR_PANE (self->pane), add);
  self->chooser = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_name (self->chooser, "board-chooser");
  gtk_widget_set_visible (self->chooser, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Board"), -1);
  g_signal_connect_swapped (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self);
  daftar_pane_pack_start (DAFTAR_PANE (self->pane), self->chooser);
  self->content = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->content), gtk_label_new (NULL), "wait");
  gtk_stack_add_named (GTK_STACK (self->content), make_board (self), "board");
  gtk_stack_add_named (GTK_STACK (self->content),
                       daftar_empty_state_new ("daftar-boards-symbolic", _("No board yet"),
                                               _("A board shows where each customer stands on the way to a purchase."), NULL,
                                               NULL),
                       "none");
  daftar_pane_set_child (DAFTAR_PANE (self->pane), self->content);
}

/**
 * daftar_boards_page_new:
 * @ui: the context
 *
 * Returns: (transfer floating): the page of the boards
 */
GtkWidget *
daftar_boards_page_new (DaftarUiContext *ui)
{
  DaftarBoardsPage *self = g_object_new (DAFTAR_TYPE_BOARDS_PAGE, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->ui = g_object_ref (ui);
  gtk_widget_set_name (GTK_WIDGET (self), "boards-page");
  make_pane (self);
  self->deal = daftar_deal_view_new (ui);
  g_signal_connect_swapped (self->deal, "closed", G_CALLBACK (closed_cb), self);
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->pane);
  gtk_stack_add_child (GTK_STACK (self->stack), self->deal);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (daftar_ui_context_get_store (ui), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ui, "notify::format", G_CALLBACK (read_board), self, G_CONNECT_SWAPPED);
  read_board (self);
  return GTK_WIDGET (self);
}
