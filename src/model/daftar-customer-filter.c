/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include "daftar-customer-filter.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "daftar-error.h"

/* One member of the filter: the same table reads, writes, copies and compares it. The search text is no part
 * of a filter that is kept. */
typedef struct
{
  const char *name;
  enum { TEXT, INT, BOOL } type;
  gsize offset;
  gint64 none;
  gboolean kept;
} Member;

#define MEMBER(type, member, none) { #member, type, G_STRUCT_OFFSET (DaftarCustomerFilter, member), none, TRUE }

static const Member members[] = {
  { "text", TEXT, G_STRUCT_OFFSET (DaftarCustomerFilter, text), 0, FALSE },
  MEMBER (TEXT, tag, 0),
  MEMBER (TEXT, city, 0),
  MEMBER (INT, stage_id, 0),
  MEMBER (INT, channel, 0),
  MEMBER (INT, quiet_days, 0),
  MEMBER (BOOL, at_risk, 0),
  MEMBER (BOOL, occasion_soon, 0),
  MEMBER (INT, field_id, 0),
  MEMBER (TEXT, field_text, 0),
  MEMBER (INT, field_from, G_MININT64),
  MEMBER (INT, field_to, G_MAXINT64),
  MEMBER (TEXT, day_from, 0),
  MEMBER (TEXT, day_to, 0),
};

#define TEXT_AT(self, member) (*(char **) G_STRUCT_MEMBER_P (self, (member)->offset))
#define INT_AT(self, member)  (*(gint64 *) G_STRUCT_MEMBER_P (self, (member)->offset))
#define BOOL_AT(self, member) (*(gboolean *) G_STRUCT_MEMBER_P (self, (member)->offset))

static gint64
get_number (const DaftarCustomerFilter *self,
            const Member               *member)
{
  return member->type == BOOL ? BOOL_AT (self, member) : INT_AT (self, member);
}

static void
set_number (DaftarCustomerFilter *self,
            const Member         *member,
            gint64                value)
{
  if (member->type == BOOL)
    BOOL_AT (self, member) = value != 0;
  else
    INT_AT (self, member) = value;
}

/**
 * daftar_customer_filter_new:
 *
 * Returns: (transfer full): a filter that lets all through
 */
DaftarCustomerFilter *
daftar_customer_filter_new (void)
{
  DaftarCustomerFilter *self = g_new0 (DaftarCustomerFilter, 1);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].type != TEXT)
      set_number (self, &members[i], members[i].none);
  return self;
}

/**
 * daftar_customer_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): the same
 */
DaftarCustomerFilter *
daftar_customer_filter_copy (const DaftarCustomerFilter *self)
{
  DaftarCustomerFilter *copy = g_new0 (DaftarCustomerFilter, 1);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].type == TEXT)
      TEXT_AT (copy, &members[i]) = g_strdup (TEXT_AT (self, &members[i]));
    else
      set_number (copy, &members[i], get_number (self, &members[i]));
  return copy;
}

void
daftar_customer_filter_free (DaftarCustomerFilter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].type == TEXT)
      g_free (TEXT_AT (self, &members[i]));
  g_free (self);
}

static gboolean
is_set (const DaftarCustomerFilter *self,
        const Member               *member)
{
  if (member->type == TEXT)
    return TEXT_AT (self, member) != NULL && *TEXT_AT (self, member) != '\0';
  return get_number (self, member) != member->none;
}

/**
 * daftar_customer_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets all through, apart from the text that is searched for
 */
gboolean
daftar_customer_filter_is_empty (const DaftarCustomerFilter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].kept && is_set (self, &members[i]))
      return FALSE;
  return TRUE;
}

/**
 * daftar_customer_filter_equal:
 * @a: a filter
 * @b: another
 *
 * Returns: whether both narrow to the same, apart from the text that is searched for
 */
gboolean
daftar_customer_filter_equal (const DaftarCustomerFilter *a,
                              const DaftarCustomerFilter *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const Member *member = &members[i];

      if (!member->kept)
        continue;
      if (is_set (a, member) != is_set (b, member))
        return FALSE;
      if (is_set (a, member)
          && (member->type == TEXT ? g_strcmp0 (TEXT_AT (a, member), TEXT_AT (b, member)) != 0
                                   : get_number (a, member) != get_number (b, member)))
        return FALSE;
    }
  return TRUE;
}

/**
 * daftar_customer_filter_to_json:
 * @self: a filter
 *
 * Returns: (transfer full): what is set of it, without the text that is searched for
 */
char *
daftar_customer_filter_to_json (const DaftarCustomerFilter *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const Member *member = &members[i];

      if (!member->kept || !is_set (self, member))
        continue;
      if (member->type == TEXT)
        json_object_set_string_member (object, member->name, TEXT_AT (self, member));
      else
        json_object_set_int_member (object, member->name, get_number (self, member));
    }
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

static gboolean
read_member (DaftarCustomerFilter *self,
             JsonObject           *object,
             const char           *name)
{
  JsonNode *node = json_object_get_member (object, name);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const Member *member = &members[i];

      if (!member->kept || g_strcmp0 (member->name, name) != 0)
        continue;
      if (json_node_get_value_type (node) != (member->type == TEXT ? G_TYPE_STRING : G_TYPE_INT64))
        return FALSE;
      if (member->type == TEXT)
        TEXT_AT (self, member) = g_strdup (json_node_get_string (node));
      else
        set_number (self, member, json_node_get_int (node));
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_members (DaftarCustomerFilter *self,
              JsonNode             *root)
{
  g_autoptr (GList) names = NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  names = json_object_get_members (json_node_get_object (root));
  for (GList *name = names; name != NULL; name = name->next)
    if (!read_member (self, json_node_get_object (root), name->data))
      return FALSE;
  return TRUE;
}

/**
 * daftar_customer_filter_from_json:
 * @json: what daftar_customer_filter_to_json() made
 * @error: return location for a sentence for the user
 *
 * Returns: (transfer full) (nullable): the filter. One that says more than this version understands is
 *   refused: narrowing by a part of it would show customers who don't belong.
 */
DaftarCustomerFilter *
daftar_customer_filter_from_json (const char  *json,
                                  GError     **error)
{
  g_autoptr (DaftarCustomerFilter) self = daftar_customer_filter_new ();
  g_autoptr (JsonNode) root = json_from_string (json, NULL);

  if (read_members (self, root))
    return g_steal_pointer (&self);
  g_set_error_literal (error, DAFTAR_ERROR, DAFTAR_ERROR_NEWER,
                       _("This filter was made by a newer version of Daftar. Update Daftar to use it."));
  return NULL;
}

static const char *const order_nicks[DAFTAR_N_CUSTOMER_ORDERS] = {
  "name", "contact", "created", "phone", "email", "company", "city", "tags", "stage", "tickets", "value",
};

/**
 * daftar_customer_order_nick:
 * @order: an order
 *
 * Returns: (transfer none): the word for it in settings, also that of its column
 */
const char *
daftar_customer_order_nick (DaftarCustomerOrder order)
{
  return order_nicks[order];
}

/**
 * daftar_customer_order_from_nick:
 * @nick: a word from settings
 *
 * Returns: its order; that by name for a word that isn't known
 */
DaftarCustomerOrder
daftar_customer_order_from_nick (const char *nick)
{
  for (guint i = 0; i < DAFTAR_N_CUSTOMER_ORDERS; i++)
    if (g_strcmp0 (order_nicks[i], nick) == 0)
      return i;
  return DAFTAR_CUSTOMER_ORDER_NAME;
}

/**
 * daftar_customer_order_descends:
 * @order: an order
 *
 * Returns: whether one first wants its largest: the newest days, the most tickets, the highest value
 */
gboolean
daftar_customer_order_descends (DaftarCustomerOrder order)
{
  return order == DAFTAR_CUSTOMER_ORDER_CONTACT || order == DAFTAR_CUSTOMER_ORDER_CREATED
         || order == DAFTAR_CUSTOMER_ORDER_TICKETS || order == DAFTAR_CUSTOMER_ORDER_VALUE;
}
