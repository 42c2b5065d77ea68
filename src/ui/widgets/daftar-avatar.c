/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-avatar.h"

#include "daftar-text.h"

#define COLORS 8

/* The initials of a name on a round, in one of eight quiet colours which a name always keeps. AdwAvatar takes the
 * article ال for an initial and joins Arabic letters into a word that nobody wrote. */
struct _DaftarAvatar
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *picture; /* nullable: with it the height asks for the width, which rows of lists are better without */
  int size;
  int color;
};

G_DEFINE_FINAL_TYPE (DaftarAvatar, daftar_avatar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIZE,
  PROP_NAME_OF,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
apply_size (DaftarAvatar *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  gtk_widget_set_size_request (GTK_WIDGET (self), self->size, self->size);
  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (self->size * 2 / 5 * PANGO_SCALE));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
}

static void
daftar_avatar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DaftarAvatar *self = DAFTAR_AVATAR (object);

  switch (prop_id)
    {
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_avatar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  DaftarAvatar *self = DAFTAR_AVATAR (object);

  switch (prop_id)
    {
    case PROP_SIZE:
      self->size = g_value_get_int (value);
      apply_size (self);
      break;
    case PROP_NAME_OF:
      daftar_avatar_set_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
daftar_avatar_dispose (GObject *object)
{
  DaftarAvatar *self = DAFTAR_AVATAR (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  G_OBJECT_CLASS (daftar_avatar_parent_class)->dispose (object);
}

static void
daftar_avatar_class_init (DaftarAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = daftar_avatar_get_property;
  object_class->set_property = daftar_avatar_set_property;
  object_class->dispose = daftar_avatar_dispose;

  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 16, 256, 40, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_NAME_OF] = g_param_spec_string ("name-of", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  /* It repeats what stands beside it in words. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
daftar_avatar_init (DaftarAvatar *self)
{
  self->size = 40;
  self->color = -1;
  self->label = gtk_label_new (NULL);
  gtk_widget_set_halign (self->label, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "daftar-avatar");
  apply_size (self);
}

/**
 * daftar_avatar_new:
 * @size: its diameter in pixels
 *
 * Returns: an avatar without a name yet
 */
GtkWidget *
daftar_avatar_new (int size)
{
  return g_object_new (DAFTAR_TYPE_AVATAR, "size", size, NULL);
}

/**
 * daftar_avatar_set_initials:
 * @self: the avatar
 * @initials: (nullable): the letters to show
 * @name: (nullable): the name, which decides the colour
 */
void
daftar_avatar_set_initials (DaftarAvatar *self,
                            const char   *initials,
                            const char   *name)
{
  int color = name ? (int) (g_str_hash (name) % COLORS) : 0;

  g_return_if_fail (DAFTAR_IS_AVATAR (self));

  gtk_label_set_text (GTK_LABEL (self->label), initials ? initials : "");
  if (color == self->color)
    return;
  for (int i = 0; i < COLORS; i++)
    {
      char css[] = { 'c', '0' + i, '\0' };

      if (i == color)
        gtk_widget_add_css_class (GTK_WIDGET (self), css);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), css);
    }
  self->color = color;
}

/**
 * daftar_avatar_set_name:
 * @self: the avatar
 * @name: (nullable): whose it is
 */
void
daftar_avatar_set_name (DaftarAvatar *self,
                        const char   *name)
{
  g_autofree char *initials = daftar_text_initials (name);

  daftar_avatar_set_initials (self, initials, name);
}

/**
 * daftar_avatar_set_picture:
 * @self: the avatar
 * @picture: (nullable): a picture of them, shown instead of the initials
 */
void
daftar_avatar_set_picture (DaftarAvatar *self,
                           GdkPaintable *picture)
{
  g_return_if_fail (DAFTAR_IS_AVATAR (self));

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  if (picture != NULL)
    {
      self->picture = gtk_picture_new_for_paintable (picture);
      gtk_picture_set_content_fit (GTK_PICTURE (self->picture), GTK_CONTENT_FIT_COVER);
      gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
    }
  gtk_widget_set_visible (self->label, picture == NULL);
}
