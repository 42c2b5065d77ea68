/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "daftar-contact-rule.h"
#include "daftar-error.h"
#include "daftar-greeting.h"

/* --- How one addresses them. ----------------------------------------------------------------------- */

static void
test_greeting (void)
{
  static const struct
  {
    const char *name;
    const char *honorific;
    const char *nickname;
    const char *given;
    const char *family;
    const char *language;
    gboolean business;
    const char *greeting;
    const char *text;
  } cases[] = {
    { "أمل خالد الحداد", NULL, NULL, "أمل", "الحداد", NULL, FALSE, "أمل", "مرحبًا أمل، " },
    { "أمل خالد الحداد", "د.", NULL, "أمل", "الحداد", NULL, FALSE, "د. أمل", "مرحبًا د. أمل، " },
    { "خالد منصور", NULL, "أبو فهد", "خالد", NULL, "ar", FALSE, "أبو فهد", "مرحبًا أبو فهد، " },
    { "خالد منصور", "م.", "أبو فهد", "خالد", NULL, "ar", FALSE, "أبو فهد", "مرحبًا أبو فهد، " },
    { "عائشة سعيد", "أ.", "عيوش", "عائشة", NULL, NULL, FALSE, "أ. عيوش", "مرحبًا أ. عيوش، " },
    { "عبد الله منصور", NULL, NULL, NULL, NULL, NULL, FALSE, "عبد الله", "مرحبًا عبد الله، " },
    { "عبدالله منصور", NULL, NULL, NULL, NULL, NULL, FALSE, "عبدالله", "مرحبًا عبدالله، " },
    { "  أبو بكر الصالح", NULL, NULL, NULL, NULL, NULL, FALSE, "أبو بكر", "مرحبًا أبو بكر، " },
    { "مؤسسة النور", NULL, "النور", NULL, NULL, NULL, TRUE, "مؤسسة النور", "مرحبًا مؤسسة النور، " },
    { "Amal Haddad", NULL, NULL, "Amal", "Haddad", NULL, FALSE, "Amal", "Hello Amal, " },
    { "Amal Haddad", "Dr.", NULL, "Amal", "Haddad", NULL, FALSE, "Dr. Haddad", "Hello Dr. Haddad, " },
    { "Amal Haddad", "Dr.", NULL, NULL, NULL, NULL, FALSE, "Dr. Amal", "Hello Dr. Amal, " },
    { "Khalid Mansour", "Eng.", "Abu Fahd", NULL, NULL, "ar", FALSE, "Abu Fahd", "مرحبًا Abu Fahd، " },
    { "Samuel Kent", "Dr.", "Sam", NULL, NULL, "en", FALSE, "Dr. Sam", "Hello Dr. Sam, " },
    { "Abd Allah Omar", NULL, NULL, NULL, NULL, NULL, FALSE, "Abd Allah", "Hello Abd Allah, " },
    { "Marie Durand", NULL, NULL, "Marie", NULL, "fr", FALSE, "Marie", "Bonjour Marie, " },
    { "Noor Trading", NULL, NULL, NULL, NULL, NULL, TRUE, "Noor Trading", "Hello Noor Trading, " },
    { "Cher", NULL, NULL, NULL, NULL, NULL, FALSE, "Cher", "Hello Cher, " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
      g_autofree char *greeting = NULL;
      g_autofree char *text = NULL;

      daftar_set_text (&customer->name, cases[i].name);
      daftar_set_text (&customer->honorific, cases[i].honorific);
      daftar_set_text (&customer->nickname, cases[i].nickname);
      daftar_set_text (&customer->given, cases[i].given);
      daftar_set_text (&customer->family, cases[i].family);
      daftar_set_text (&customer->language, cases[i].language);
      customer->kind = cases[i].business ? DAFTAR_CUSTOMER_KIND_BUSINESS : DAFTAR_CUSTOMER_KIND_PERSON;
      greeting = daftar_greeting_name (customer);
      text = daftar_greeting_text (customer);
      g_assert_cmpstr (greeting, ==, cases[i].greeting);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* --- Who may be reached. --------------------------------------------------------------------------- */

static DaftarContactPoint *
make_point (DaftarContactKind kind,
            const char       *value,
            const char       *norm,
            DaftarConsent     consent,
            gboolean          preferred)
{
  DaftarContactPoint *point = daftar_contact_point_new ();

  point->kind = kind;
  daftar_set_text (&point->value, value);
  daftar_set_text (&point->norm, norm);
  point->consent = consent;
  point->preferred = preferred;
  return point;
}

static void
test_rule (void)
{
  enum
  {
    NOTHING = 0,
    SILENT = 1,  /* the customer must not be contacted */
    REFUSED = 2, /* the contact point's owner said no */
    BIN = 4,
    ANSWER = 8,
  };
  static const struct
  {
    int flags;
    DaftarContactKind kind;
    DaftarContactAction action;
    gboolean allowed;
  } cases[] = {
    { NOTHING, DAFTAR_CONTACT_KIND_MOBILE, DAFTAR_CONTACT_ACTION_CALL, TRUE },
    { SILENT, DAFTAR_CONTACT_KIND_MOBILE, DAFTAR_CONTACT_ACTION_CALL, FALSE },
    { SILENT, DAFTAR_CONTACT_KIND_MOBILE, DAFTAR_CONTACT_ACTION_WHATSAPP, FALSE },
    { SILENT, DAFTAR_CONTACT_KIND_EMAIL, DAFTAR_CONTACT_ACTION_MAIL, FALSE },
    { SILENT, DAFTAR_CONTACT_KIND_ADDRESS, DAFTAR_CONTACT_ACTION_MAP, TRUE },
    { SILENT, DAFTAR_CONTACT_KIND_WEBSITE, DAFTAR_CONTACT_ACTION_OPEN, TRUE },
    { SILENT, DAFTAR_CONTACT_KIND_TELEGRAM, DAFTAR_CONTACT_ACTION_OPEN, FALSE },
    { REFUSED, DAFTAR_CONTACT_KIND_MOBILE, DAFTAR_CONTACT_ACTION_SMS, FALSE },
    { REFUSED, DAFTAR_CONTACT_KIND_EMAIL, DAFTAR_CONTACT_ACTION_MAIL, FALSE },
    { REFUSED, DAFTAR_CONTACT_KIND_ADDRESS, DAFTAR_CONTACT_ACTION_MAP, TRUE },
    { SILENT | ANSWER, DAFTAR_CONTACT_KIND_MOBILE, DAFTAR_CONTACT_ACTION_CALL, TRUE },
    { REFUSED | ANSWER, DAFTAR_CONTACT_KIND_EMAIL, DAFTAR_CONTACT_ACTION_MAIL, TRUE },
    { BIN, DAFTAR_CONTACT_KIND_MOBILE, DAFTAR_CONTACT_ACTION_CALL, FALSE },
    { BIN | ANSWER, DAFTAR_CONTACT_KIND_MOBILE, DAFTAR_CONTACT_ACTION_CALL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
      g_autoptr (DaftarContactPoint) point =
        make_point (cases[i].kind, "x", "966501234567",
                    cases[i].flags & REFUSED ? DAFTAR_CONSENT_REFUSED : DAFTAR_CONSENT_UNKNOWN, FALSE);
      g_autoptr (GError) error = NULL;

      customer->do_not_contact = (cases[i].flags & SILENT) != 0;
      customer->deleted_at = cases[i].flags & BIN ? 1 : 0;
      g_test_message ("row %u", i);
      g_assert_cmpint (daftar_contact_rule_check (customer, point, cases[i].action,
                                                  cases[i].flags & ANSWER ? DAFTAR_CONTACT_PURPOSE_ANSWER
                                                                          : DAFTAR_CONTACT_PURPOSE_OUTREACH,
                                                  &error),
                       ==, cases[i].allowed);
      if (cases[i].allowed)
        g_assert_no_error (error);
      else
        g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
    }
}

/* Of several numbers the preferred one that did not say no. */
static void
test_choice (void)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DaftarCustomer) customer = daftar_customer_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *call = NULL;
  g_autofree char *mail = NULL;
  g_autofree char *whatsapp = NULL;

  g_ptr_array_add (points, make_point (DAFTAR_CONTACT_KIND_PHONE, "a", "966112345678", DAFTAR_CONSENT_UNKNOWN, FALSE));
  g_ptr_array_add (points, make_point (DAFTAR_CONTACT_KIND_MOBILE, "b", "966501234567", DAFTAR_CONSENT_REFUSED, TRUE));
  g_ptr_array_add (points, make_point (DAFTAR_CONTACT_KIND_MOBILE, "c", "966501234568", DAFTAR_CONSENT_GIVEN, TRUE));
  call = daftar_contact_rule_link (customer, points, DAFTAR_CONTACT_ACTION_CALL, DAFTAR_CONTACT_PURPOSE_OUTREACH, NULL,
                                   &error);
  g_assert_no_error (error);
  g_assert_cmpstr (call, ==, "tel:+966501234568");
  whatsapp = daftar_contact_rule_link (customer, points, DAFTAR_CONTACT_ACTION_WHATSAPP,
                                       DAFTAR_CONTACT_PURPOSE_OUTREACH, "مرحبًا أمل، ", &error);
  g_assert_cmpstr (whatsapp, ==,
                   "https://wa.me/966501234568?text=%D9%85%D8%B1%D8%AD%D8%A8%D9%8B%D8%A7%20%D8%A3%D9%85%D9%84%D8%8C%20");
  /* No mail address is no refusal. */
  mail = daftar_contact_rule_link (customer, points, DAFTAR_CONTACT_ACTION_MAIL, DAFTAR_CONTACT_PURPOSE_OUTREACH, NULL,
                                   &error);
  g_assert_null (mail);
  g_assert_no_error (error);
  customer->do_not_contact = TRUE;
  g_assert_null (daftar_contact_rule_link (customer, points, DAFTAR_CONTACT_ACTION_CALL,
                                           DAFTAR_CONTACT_PURPOSE_OUTREACH, NULL, &error));
  g_assert_error (error, DAFTAR_ERROR, DAFTAR_ERROR_REFUSED);
}

static void
test_ticket (void)
{
  static const struct
  {
    gboolean open;
    gboolean customer_spoke;
    DaftarContactPurpose purpose;
  } cases[] = {
    { TRUE, TRUE, DAFTAR_CONTACT_PURPOSE_ANSWER },
    { TRUE, FALSE, DAFTAR_CONTACT_PURPOSE_OUTREACH },
    { FALSE, TRUE, DAFTAR_CONTACT_PURPOSE_OUTREACH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DaftarTicketView) view = g_new0 (DaftarTicketView, 1);
      DaftarTicketMessage *message = daftar_ticket_message_new ();

      view->ticket = daftar_ticket_new ();
      view->ticket->next_at = cases[i].open ? 1 : 0;
      view->conversation = g_ptr_array_new_with_free_func (g_object_unref);
      message->direction = cases[i].customer_spoke ? DAFTAR_CONTACT_DIRECTION_IN : DAFTAR_CONTACT_DIRECTION_OUT;
      g_ptr_array_add (view->conversation, message);
      g_assert_cmpint (daftar_contact_rule_of_ticket (view), ==, cases[i].purpose);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contact/greeting", test_greeting);
  g_test_add_func ("/contact/rule", test_rule);
  g_test_add_func ("/contact/choice", test_choice);
  g_test_add_func ("/contact/ticket", test_ticket);
  return g_test_run ();
}
