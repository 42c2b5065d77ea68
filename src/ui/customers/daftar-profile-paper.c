/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-profile-paper.h"

#include "daftar-bidi.h"
#include "daftar-config.h"
#include "daftar-custom-edit.h"
#include "daftar-date.h"
#include "daftar-error.h"
#include "daftar-fact-edit.h"
#include "daftar-fact-rows.h"
#include "daftar-greeting.h"
#include "daftar-money.h"
#include "daftar-timeline-row.h"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <glib/gi18n.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* In points. */
#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0
#define MARGIN 48.0
#define LABEL_WIDTH 130.0
#define GAP 12.0
#define FOOT 24.0

typedef enum
{
  BLOCK_TITLE,
  BLOCK_QUIET,
  BLOCK_HEADING,
  BLOCK_PAIR,
  BLOCK_ENTRY,
} BlockKind;

/* One thing that stays together on a page: a label at the start and a text, or one of both alone. */
typedef struct
{
  BlockKind kind;
  char *label; /* nullable */
  char *text;  /* nullable */
  guint page;
  double y;
  double height;
} Block;

struct _DaftarProfilePaper
{
  GArray *blocks;
  char *title;
  char *printed; /* the foot: when this was true */
  DaftarFormat *format;
  gboolean rtl;
  PangoContext *context;
  double width;
  double height;
  guint n_pages;
};

static void
block_clear (gpointer data)
{
  Block *block = data;

  g_free (block->label);
  g_free (block->text);
}

/* --- Words. ---------------------------------------------------------------------------------------- */

static void
add (DaftarProfilePaper *self,
     BlockKind           kind,
     const char         *label,
     const char         *text)
{
  Block block = { kind, g_strdup (label), g_strdup (text) };

  g_array_append_val (self->blocks, block);
}

static void
add_fields (DaftarProfilePaper *self,
            DaftarUiContext    *ui,
            DaftarProfile      *profile)
{
  DaftarCustomer *customer = profile->customer;
  static const char *const plain[] = { "nickname", "honorific", "given", "family", "company", "city", "contact_time", "source" };

  for (guint i = 0; i < DAFTAR_N_FACT_FIELDS; i++)
    for (guint k = 0; k < G_N_ELEMENTS (plain); k++)
      {
        g_autofree char *value = NULL;

        if (!g_str_equal (plain[k], daftar_fact_fields[i].field))
          continue;
        value = daftar_fact_edit_get (customer, plain[k]);
        if (*value != '\0')
          add (self, BLOCK_PAIR, _(daftar_fact_fields[i].caption), value);
      }
  if (customer->language != NULL)
    add (self, BLOCK_PAIR, _("Language"), daftar_fact_language_name (customer->language));
  if (customer->preferred_channel != 0)
    add (self, BLOCK_PAIR, _("Prefers"), daftar_enum_label (&daftar_enum_channel, customer->preferred_channel));
  if (profile->referrer != NULL)
    add (self, BLOCK_PAIR, _("Referred by"), profile->referrer->name);
  if (customer->tags != NULL)
    {
      g_autofree char *tags = g_strdup (customer->tags);

      add (self, BLOCK_PAIR, _("Tags"), g_strdelimit (tags, "\n", ','));
    }
  for (guint i = 0; i < profile->values->len; i++)
    {
      DaftarCustomValue *value = g_ptr_array_index (profile->values, i);
      g_autofree char *shown = daftar_custom_value_show (value, daftar_ui_context_get_format (ui));

      add (self, BLOCK_PAIR, value->field_name, shown);
    }
}

static void
add_points (DaftarProfilePaper *self,
            DaftarUiContext    *ui,
            GPtrArray          *points)
{
  if (points->len > 0)
    add (self, BLOCK_HEADING, _("Numbers and addresses"), NULL);
  for (guint i = 0; i < points->len; i++)
    {
      DaftarContactPoint *point = g_ptr_array_index (points, i);
      const char *kind = daftar_enum_label (&daftar_enum_contact_kind, point->kind);
      g_autofree char *label = point->label != NULL ? g_strdup_printf ("%s · %s", kind, point->label) : g_strdup (kind);
      g_autofree char *words = daftar_fact_point_words (ui, point);

      add (self, BLOCK_PAIR, label, words);
    }
}

static void
add_occasions (DaftarProfilePaper *self,
               DaftarUiContext    *ui,
               GPtrArray          *occasions)
{
  if (occasions->len > 0)
    add (self, BLOCK_HEADING, _("Occasions"), NULL);
  for (guint i = 0; i < occasions->len; i++)
    {
      DaftarOccasion *occasion = g_ptr_array_index (occasions, i);
      g_autofree char *words = daftar_fact_occasion_words (ui, occasion);
      g_autofree char *next = daftar_fact_occasion_next (ui, occasion);
      g_autofree char *both = g_strdup_printf ("%s · %s", words, next != NULL ? next : "");

      add (self, BLOCK_PAIR,
           occasion->label != NULL ? occasion->label : daftar_enum_label (&daftar_enum_occasion_kind, occasion->kind),
           both);
    }
}

static char *
exact (DaftarUiContext *ui,
       gint64           at)
{
  return daftar_format_moment (daftar_ui_context_get_format (ui), at, daftar_ui_context_now (ui), DAFTAR_MOMENT_EXACT);
}

static void
add_open (DaftarProfilePaper *self,
          DaftarUiContext    *ui,
          DaftarProfile      *profile)
{
  if (profile->follow_ups->len > 0)
    add (self, BLOCK_HEADING, _("Promised next"), NULL);
  for (guint i = 0; i < profile->follow_ups->len; i++)
    {
      DaftarFollowUp *follow_up = g_ptr_array_index (profile->follow_ups, i);
      g_autofree char *when = exact (ui, follow_up->next_at);

      add (self, BLOCK_PAIR, when, follow_up->title);
    }
  if (profile->tickets->len + profile->deals->len > 0)
    add (self, BLOCK_HEADING, _("Open now"), NULL);
  for (guint i = 0; i < profile->tickets->len; i++)
    {
      DaftarTicket *ticket = g_ptr_array_index (profile->tickets, i);
      g_autofree char *plain = g_strdup_printf ("#%" G_GINT64_FORMAT, ticket->number);
      g_autofree char *number = daftar_bidi_ltr (plain);
      g_autofree char *text = g_strdup_printf ("%s · %s", ticket->subject,
                                               daftar_enum_label (&daftar_enum_ticket_status, ticket->status));

      add (self, BLOCK_PAIR, number, text);
    }
  for (guint i = 0; i < profile->deals->len; i++)
    {
      DaftarDeal *deal = g_ptr_array_index (profile->deals, i);
      g_autofree char *value = daftar_money_format (deal->value, deal->currency, self->format);
      g_autofree char *text = g_strdup_printf ("%s · %s", deal->title, deal->stage_name);

      add (self, BLOCK_PAIR, value, text);
    }
}

static void
add_purchases (DaftarProfilePaper *self,
               DaftarUiContext    *ui,
               GPtrArray          *purchases)
{
  if (purchases->len > 0)
    add (self, BLOCK_HEADING, _("Purchases"), NULL);
  for (guint i = 0; i < purchases->len; i++)
    {
      DaftarPurchase *purchase = g_ptr_array_index (purchases, i);
      g_autofree char *iso = daftar_date_from_moment (purchase->at, daftar_format_get_zone (self->format), NULL);
      g_autofree char *day = daftar_format_day (self->format, iso, DAFTAR_DAY_LONG);
      g_autofree char *amount = daftar_money_format (purchase->amount, purchase->currency, self->format);
      g_autofree char *items = daftar_bidi_isolate (purchase->items);
      g_autofree char *until = purchase->warranty_until != NULL
                                 ? daftar_format_day (self->format, purchase->warranty_until, DAFTAR_DAY_LONG)
                                 : NULL;
      g_autofree char *warranty = until != NULL ? g_strdup_printf (_("Warranty until %s"), until) : NULL;
      g_autofree char *text = g_strjoin (" · ", amount, *items != '\0' ? items : _("Purchase"), warranty, NULL);

      add (self, BLOCK_PAIR, day, text);
    }
}

static void
add_timeline (DaftarProfilePaper *self,
              DaftarUiContext    *ui,
              GPtrArray          *timeline)
{
  if (timeline->len > 0)
    add (self, BLOCK_HEADING, _("Timeline"), NULL);
  for (guint i = 0; i < timeline->len; i++)
    {
      DaftarInteraction *entry = g_ptr_array_index (timeline, i);
      g_autofree char *heading = daftar_timeline_entry_heading (ui, entry);
      g_autofree char *when = exact (ui, entry->at);
      g_autofree char *label = g_strdup_printf ("%s · %s", when, heading);

      add (self, BLOCK_ENTRY, label, entry->kind != DAFTAR_INTERACTION_KIND_STAGE ? entry->body : NULL);
    }
}

static void
add_pinned (DaftarProfilePaper *self,
            DaftarProfile      *profile)
{
  if (profile->customer->note != NULL)
    add (self, BLOCK_ENTRY, _("Pinned note"), profile->customer->note);
  for (guint i = 0; i < profile->pinned->len; i++)
    add (self, BLOCK_ENTRY, _("Pinned note"), ((DaftarInteraction *) g_ptr_array_index (profile->pinned, i))->body);
}

static void
add_words (DaftarProfilePaper *self,
           DaftarUiContext    *ui,
           DaftarProfile      *profile)
{
  g_autofree char *greeting = daftar_greeting_name (profile->customer);

  add (self, BLOCK_TITLE, NULL, profile->customer->name);
  if (!g_str_equal (greeting, profile->customer->name))
    add (self, BLOCK_QUIET, NULL, greeting);
  if (profile->customer->do_not_contact)
    add (self, BLOCK_QUIET, NULL, _("Do not contact"));
  add_pinned (self, profile);
  add_points (self, ui, profile->points);
  add (self, BLOCK_HEADING, _("Details"), NULL);
  add_fields (self, ui, profile);
  {
    g_autofree char *since = exact (ui, profile->customer->created_at);

    add (self, BLOCK_PAIR, _("In the notebook since"), since);
  }
  add_occasions (self, ui, profile->occasions);
  add_open (self, ui, profile);
  add_purchases (self, ui, profile->purchases);
  add_timeline (self, ui, profile->timeline);
}

/* --- Type. ----------------------------------------------------------------------------------------- */

/* What fonts there are, and the face that comes with the program, for paper alone. Reading it costs a moment, and Pango
 * does not let go of it: so it is read once, and never changed after that. */
static FcConfig *
get_fonts (void)
{
  static const char *const files[] = { "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf" };
  static gsize once;
  static FcConfig *config;

  if (g_once_init_enter (&once))
    {
      const char *folder = g_getenv ("DAFTAR_FONTDIR");

      config = FcInitLoadConfigAndFonts ();
      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        {
          g_autofree char *path = g_build_filename (folder != NULL ? folder : DAFTAR_FONTDIR, files[i], NULL);

          FcConfigAppFontAddFile (config, (const FcChar8 *) path);
        }
      g_once_init_leave (&once, 1);
    }
  return config;
}

static PangoFontMap *
make_font_map (void)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);

  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), get_fonts ());
  return map;
}

static PangoContext *
make_context (gboolean rtl)
{
  g_autoptr (PangoFontMap) map = make_font_map ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Paper has no pixels: letters stand where their widths put them, and readers of the PDF see no gaps in words. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* A point is a point, on every surface. */
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (rtl ? "ar" : "en"));
  return context;
}

/* @own_direction: whether each paragraph goes the way of its first letter, or all go as the page does. */
static PangoLayout *
make_layout (DaftarProfilePaper *self,
             const char         *text,
             double              size,
             gboolean            bold,
             double              width,
             gboolean            own_direction)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans Arabic, Noto Sans, Sans");
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, own_direction);
  pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, valid, -1);
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static double
baseline_of (PangoLayout *layout)
{
  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}

/* --- Each kind of block: its parts, and where they stand. ------------------------------------------ */

typedef struct
{
  PangoLayout *label; /* nullable */
  PangoLayout *text;  /* nullable */
  double label_x;
  double text_x;
  double label_y;
  double text_y;
  double above; /* room above */
} Parts;

static void
parts_clear (Parts *parts)
{
  g_clear_object (&parts->label);
  g_clear_object (&parts->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
make_pair (DaftarProfilePaper *self,
           const Block        *block,
           Parts              *parts)
{
  double text_width = self->width - LABEL_WIDTH - GAP;
  double label_line, text_line;

  parts->label = make_layout (self, block->label, 9, FALSE, LABEL_WIDTH, FALSE);
  parts->text = make_layout (self, block->text, 10, FALSE, text_width, FALSE);
  parts->label_x = self->rtl ? text_width + GAP : 0;
  parts->text_x = self->rtl ? 0 : LABEL_WIDTH + GAP;
  /* Both stand on one line, though they are of two sizes and perhaps two scripts. */
  label_line = baseline_of (parts->label);
  text_line = baseline_of (parts->text);
  parts->label_y = MAX (0, text_line - label_line);
  parts->text_y = MAX (0, label_line - text_line);
  parts->above = 3;
}

static void
make_parts (DaftarProfilePaper *self,
            const Block        *block,
            Parts              *parts)
{
  memset (parts, 0, sizeof *parts);
  switch (block->kind)
    {
    case BLOCK_TITLE:
      parts->text = make_layout (self, block->text, 20, TRUE, self->width, FALSE);
      break;
    case BLOCK_QUIET:
      parts->text = make_layout (self, block->text, 10, FALSE, self->width, FALSE);
      parts->above = 3;
      break;
    case BLOCK_HEADING:
      parts->label = make_layout (self, block->label, 11, TRUE, self->width, FALSE);
      parts->above = 15;
      break;
    case BLOCK_PAIR:
      make_pair (self, block, parts);
      break;
    case BLOCK_ENTRY:
    default:
      parts->label = make_layout (self, block->label, 9, TRUE, self->width, FALSE);
      parts->text = block->text != NULL ? make_layout (self, block->text, 10, FALSE, self->width, TRUE) : NULL;
      parts->text_y = height_of (parts->label) + 1;
      parts->above = 6;
      break;
    }
}

static double
parts_height (const Parts *parts)
{
  double label = parts->label != NULL ? parts->label_y + height_of (parts->label) : 0;
  double text = parts->text != NULL ? parts->text_y + height_of (parts->text) : 0;

  return parts->above + MAX (label, text);
}

/* --- Pages. ---------------------------------------------------------------------------------------- */

/**
 * daftar_profile_paper_new:
 * @ui: the context
 * @profile: a customer
 *
 * Puts all words together; on the main thread, where the shop's ways of writing are known.
 *
 * Returns: (transfer full): the paper, whose other functions work on any one thread
 */
DaftarProfilePaper *
daftar_profile_paper_new (DaftarUiContext *ui,
                          DaftarProfile   *profile)
{
  DaftarProfilePaper *self = g_new0 (DaftarProfilePaper, 1);
  g_autofree char *now = exact (ui, daftar_ui_context_now (ui));
  g_autofree char *shop = NULL;

  self->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (self->blocks, block_clear);
  self->format = daftar_format_ref (daftar_ui_context_get_format (ui));
  self->rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  self->title = g_strdup (profile->customer->name);
  shop = daftar_bidi_isolate (profile->shop->name);
  self->printed = g_strdup_printf ("%s · %s", shop, now);
  add_words (self, ui, profile);
  return self;
}

void
daftar_profile_paper_free (DaftarProfilePaper *self)
{
  g_array_unref (self->blocks);
  g_clear_object (&self->context);
  g_free (self->title);
  g_free (self->printed);
  daftar_format_unref (self->format);
  g_free (self);
}

static gboolean
begins_page (DaftarProfilePaper *self,
             guint               index,
             double              y,
             double              bottom)
{
  const Block *block = &g_array_index (self->blocks, Block, index);
  double need = block->height;

  /* A heading takes its first line along. */
  if (block->kind == BLOCK_HEADING && index + 1 < self->blocks->len)
    need += g_array_index (self->blocks, Block, index + 1).height;
  return y > 0 && y + need > bottom;
}

/**
 * daftar_profile_paper_layout:
 * @self: the paper
 * @width: of what can be printed on, in points
 * @height: likewise
 *
 * Divides it into pages.
 *
 * Returns: how many there are
 */
guint
daftar_profile_paper_layout (DaftarProfilePaper *self,
                             double              width,
                             double              height)
{
  double y = 0;

  if (self->context == NULL)
    self->context = make_context (self->rtl);
  self->width = width;
  self->height = height;
  self->n_pages = 0;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = &g_array_index (self->blocks, Block, i);
      g_auto (Parts) parts = { NULL };

      make_parts (self, block, &parts);
      block->height = parts_height (&parts);
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = &g_array_index (self->blocks, Block, i);

      if (begins_page (self, i, y, height - FOOT))
        {
          self->n_pages++;
          y = 0;
        }
      block->page = self->n_pages;
      block->y = y;
      y += block->height;
    }
  return ++self->n_pages;
}

static void
show (cairo_t     *cr,
      PangoLayout *layout,
      double       x,
      double       y,
      double       gray)
{
  if (layout == NULL)
    return;
  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_move_to (cr, x, y);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_block (DaftarProfilePaper *self,
            cairo_t            *cr,
            const Block        *block)
{
  g_auto (Parts) parts = { NULL };
  double y = block->y;

  make_parts (self, block, &parts);
  y += parts.above;
  if (block->kind == BLOCK_HEADING)
    {
      cairo_set_source_rgb (cr, 0.75, 0.75, 0.75);
      cairo_set_line_width (cr, 0.5);
      cairo_move_to (cr, 0, block->y + 9);
      cairo_line_to (cr, self->width, block->y + 9);
      cairo_stroke (cr);
    }
  show (cr, parts.label, parts.label_x, y + parts.label_y, block->kind == BLOCK_HEADING ? 0 : 0.35);
  show (cr, parts.text, parts.text_x, y + parts.text_y, block->kind == BLOCK_QUIET ? 0.35 : 0);
}

static void
draw_foot (DaftarProfilePaper *self,
           cairo_t            *cr,
           guint               page)
{
  g_autofree char *one = daftar_format_number (self->format, page + 1);
  g_autofree char *all = daftar_format_number (self->format, self->n_pages);
  /* Translators: the foot of a printed page: %1$s is its number, %2$s how many there are. */
  g_autofree char *number = g_strdup_printf (_("Page %1$s of %2$s"), one, all);
  g_autoptr (PangoLayout) start = make_layout (self, self->printed, 8, FALSE, self->width * 0.7, FALSE);
  g_autoptr (PangoLayout) end = make_layout (self, number, 8, FALSE, self->width * 0.3, FALSE);
  double y = self->height - height_of (end);

  pango_layout_set_alignment (end, self->rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_set_ellipsize (start, PANGO_ELLIPSIZE_END);
  show (cr, start, self->rtl ? self->width * 0.3 : 0, y, 0.35);
  show (cr, end, self->rtl ? 0 : self->width * 0.7, y, 0.35);
}

/**
 * daftar_profile_paper_draw:
 * @self: the paper, divided into pages
 * @cr: where to draw, in points, its origin where printing begins
 * @page: which page, from 0
 */
void
daftar_profile_paper_draw (DaftarProfilePaper *self,
                           cairo_t            *cr,
                           guint               page)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (block->page == page)
        draw_block (self, cr, block);
    }
  draw_foot (self, cr, page);
}

static cairo_status_t
write_cb (void                *bytes,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * daftar_profile_paper_to_pdf:
 * @self: the paper
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): a PDF file of A4 pages
 */
GBytes *
daftar_profile_paper_to_pdf (DaftarProfilePaper *self,
                             GError            **error)
{
  guint n = daftar_profile_paper_layout (self, A4_WIDTH - 2 * MARGIN, A4_HEIGHT - 2 * MARGIN);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, A4_WIDTH, A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Daftar");
  for (guint i = 0; i < n; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      daftar_profile_paper_draw (self, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, DAFTAR_ERROR, DAFTAR_ERROR_FAILED, _("The PDF could not be made: %s"),
               cairo_status_to_string (status));
  return NULL;
}
