/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "daftar-exchange-error.h"
#include "daftar-vcard-reader.h"
#include "daftar-vcard-writer.h"
#include "support.h"

static void
append_field (GString    *out,
              const char *name,
              const char *text)
{
  if (text != NULL)
    g_string_append_printf (out, "%s=%s\n", name, text);
}

/* A card as lines, so that a table can say what is expected. */
static void
describe (GString                  *out,
          const DaftarExchangeCard *card)
{
  append_field (out, "uid", card->uid);
  append_field (out, "kind", card->kind);
  append_field (out, "name", card->name);
  append_field (out, "given", card->given);
  append_field (out, "additional", card->additional);
  append_field (out, "family", card->family);
  append_field (out, "honorific", card->honorific);
  append_field (out, "suffix", card->suffix);
  append_field (out, "nickname", card->nickname);
  append_field (out, "company", card->company);
  append_field (out, "title", card->title);
  append_field (out, "birthday", card->birthday);
  append_field (out, "anniversary", card->anniversary);
  append_field (out, "language", card->language);
  for (guint i = 0; i < card->values->len; i++)
    {
      const DaftarCardValue *value = card->values->pdata[i];

      g_string_append_printf (out, "%s%s=%s", daftar_card_value_kind_to_nick (value->kind), value->preferred ? "*" : "", value->value);
      if (value->label != NULL)
        g_string_append_printf (out, " (%s)", value->label);
      if (value->city != NULL)
        g_string_append_printf (out, " @%s", value->city);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < card->categories->len; i++)
    append_field (out, "tag", card->categories->pdata[i]);
  append_field (out, "note", card->note);
  for (guint i = 0; i < card->extras->len; i++)
    append_field (out, "extra", card->extras->pdata[i]);
  if (card->photo != NULL)
    g_string_append_printf (out, "photo=%u %s\n", (guint) g_bytes_get_size (card->photo), card->photo_type != NULL ? card->photo_type : "");
  append_field (out, "revised", card->revised);
  append_field (out, "problem", card->problem);
}

static gboolean
describe_cb (DaftarExchangeCard  *card,
             gpointer             user_data,
             GError             **error)
{
  GString *out = user_data;

  if (out->len > 0)
    g_string_append (out, "--\n");
  describe (out, card);
  return TRUE;
}

static char *
read_text (const char  *text,
           gsize        length,
           gsize        step,
           const char  *charset,
           GError     **error)
{
  GString *out = g_string_new (NULL);
  g_autoptr (DaftarVcardReader) reader = daftar_vcard_reader_new (describe_cb, out);
  gboolean ok = TRUE;

  daftar_vcard_reader_set_charset (reader, charset);
  for (gsize at = 0; ok && at < length; at += step)
    ok = daftar_vcard_reader_feed (reader, text + at, MIN (step, length - at), error);
  if (ok)
    daftar_vcard_reader_finish (reader, error);
  return g_string_free (out, FALSE);
}

#define CARD(version, body) "BEGIN:VCARD\r\nVERSION:" version "\r\n" body "END:VCARD\r\n"

static void
test_read (void)
{
  static const struct
  {
    const char *text, *card;
  } cases[] = {
    /* Names. */
    { CARD ("4.0", "FN:محمد الأحمد\r\nN:الأحمد;محمد;;د.;\r\n"), "name=محمد الأحمد\ngiven=محمد\nfamily=الأحمد\nhonorific=د.\n" },
    { CARD ("3.0", "N:Doe;John;Q.,Public;;\r\n"), "name=John Q. Public Doe\ngiven=John\nadditional=Q. Public\nfamily=Doe\n" },
    { CARD ("3.0", "ORG:Zain;Sales;Riyadh\r\n"), "name=Zain\ncompany=Zain\nextra=ORG: Sales\nextra=ORG: Riyadh\n" },
    { CARD ("3.0", "FN:A\r\nNICKNAME:Abu Ali\r\nTITLE:Boss\r\nROLE:Owner\r\n"), "name=A\nnickname=Abu Ali\ntitle=Boss\nextra=ROLE: Owner\n" },
    { CARD ("3.0", "fn:lower\r\n"), "name=lower\n" },
    /* Folding, line ends, escapes. */
    { "BEGIN:VCARD\nVERSION:3.0\nFN:Lo\n ng na\n\tme\nEND:VCARD\n", "name=Long name\n" },
    { "BEGIN:VCARD\rVERSION:3.0\rFN:Mac\rEND:VCARD\r", "name=Mac\n" },
    { CARD ("3.0", "FN:a\\, b\\; c\\\\d\\ne\\Nf\r\n"), "name=a, b; c\\d\ne\nf\n" },
    { CARD ("2.1", "N:a\\;b;c\\nd\r\n"), "name=c\\nd a;b\ngiven=c\\nd\nfamily=a;b\n" },
    /* What looks like another card is the rest of a line; the writer folds where it must. */
    { CARD ("4.0", "FN:A\r\nNOTE:say\r\n BEGIN:VCARD\r\n END:VCARD\r\n"), "name=A\nnote=sayBEGIN:VCARDEND:VCARD\n" },
    /* A character cut by the fold. */
    { CARD ("3.0", "FN:\xd9\r\n \x85نى\r\n"), "name=منى\n" },
    /* Encodings. */
    { CARD ("2.1", "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D9=85=D9=86=\r\n=D9=89\r\nTEL;CELL:1\r\n"), "name=منى\nmobile=1\n" },
    { CARD ("2.1", "FN;CHARSET=WINDOWS-1256;QUOTED-PRINTABLE:=E3=E4=EC\r\n"), "name=منى\n" },
    { CARD ("2.1", "FN;CHARSET=WINDOWS-1256:\xe3\xe4\xec\r\n"), "name=منى\n" },
    { CARD ("2.1", "FN:\xe3\xe4\xec\r\n"), "name=منى\n" },
    { CARD ("3.0", "FN;CHARSET=ISO-8859-1:منى\r\n"), "name=منى\n" },
    { CARD ("2.1", "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=\r\n  three\r\nTEL:5\r\n"), "phone=5\nnote=one\ntwo  three\n" },
    { CARD ("2.1", "NOTE;QUOTED-PRINTABLE:end=\r\n"), "note=end\n" },
    { CARD ("3.0", "PHOTO;ENCODING=b;TYPE=PNG:AAEC\r\n AwQF\r\n"), "photo=6 image/png\n" },
    { CARD ("2.1", "PHOTO;JPEG;BASE64:\r\n AAEC\r\n AwQF\r\n\r\nFN:A\r\n"), "name=A\nphoto=6 image/jpeg\n" },
    { CARD ("2.1", "PHOTO;TYPE=GIF;ENCODING=BASE64:AAEC\r\nAwQF\r\n\r\nFN:A\r\n"), "name=A\nphoto=6 image/gif\n" },
    { CARD ("4.0", "PHOTO:data:image/png;base64,AAECAwQF\r\n"), "photo=6 image/png\n" },
    { CARD ("4.0", "PHOTO:https://example.com/a.png\r\n"), "extra=PHOTO: https://example.com/a.png\n" },
    /* Ways to reach somebody. */
    { CARD ("2.1", "TEL;HOME;VOICE:1\r\nTEL;CELL;PREF:2\r\nTEL;WORK;FAX:3\r\n"), "phone=1 (home)\nmobile*=2\nfax=3 (work)\n" },
    { CARD ("4.0", "TEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+44-555;ext=12\r\n"), "phone*=+44-555 (home, ext. 12)\n" },
    { CARD ("3.0", "item1.TEL:5\r\nitem1.X-ABLabel:_$!<Main>!$_\r\nitem2.TEL:6\r\nitem2.X-ABLabel:المستودع\r\n"),
      "phone=5 (main)\nphone=6 (المستودع)\n" },
    { CARD ("3.0", "TEL;TYPE=CELL,WHATSAPP:5\r\nitem1.TEL:6\r\nitem1.X-ABLABEL:WhatsApp\r\n"), "whatsapp=5\nwhatsapp=6 (WhatsApp)\n" },
    { CARD ("3.0", "EMAIL;TYPE=INTERNET,PREF:a@b.example\r\nEMAIL;TYPE=work:mailto:c@d.example\r\n"), "email*=a@b.example\nemail=c@d.example (work)\n" },
    { CARD ("3.0", "ADR;TYPE=HOME:;;شارع الملك;الرياض;;11564;السعودية\r\n"), "address=شارع الملك، الرياض, 11564، السعودية (home) @الرياض\n" },
    { CARD ("3.0", "ADR:;;5 High St\\, Leeds;Leeds;;;\r\n"), "address=5 High St, Leeds @Leeds\n" },
    { CARD ("3.0", "ADR:;;5 High St\r\nLABEL:again\r\n"), "address=5 High St\nextra=LABEL: again\n" },
    { CARD ("3.0", "LABEL:5 High St\\nLeeds\r\n"), "address=5 High St, Leeds\n" },
    { CARD ("3.0", "URL:https://a.example\r\nURL:https://www.instagram.com/shop\r\nURL:https://wa.me/966501234567\r\nURL:https://netx.com/\r\n"),
      "website=https://a.example\ninstagram=https://www.instagram.com/shop\nwhatsapp=https://wa.me/966501234567\nwebsite=https://netx.com/\n" },
    { CARD ("4.0", "IMPP;PREF=1:xmpp:a@b\r\nIMPP:telegram:ali\r\nIMPP;X-SERVICE-TYPE=Skype:x-apple:bob\r\n"),
      "messenger*=a@b (xmpp)\ntelegram=ali\nmessenger=bob (skype)\n" },
    { CARD ("3.0", "X-SOCIALPROFILE;TYPE=twitter:https://twitter.com/a\r\nX-SKYPE:bob\r\nX-TIKTOK:cat\r\n"),
      "x=https://twitter.com/a\nmessenger=bob (skype)\ntiktok=cat\n" },
    { CARD ("3.0", "X-messaging/twitter-All:a\356\200\200b\r\n"), "x=a\nx=b\n" },
    /* Days. */
    { CARD ("4.0", "BDAY:19850412\r\nANNIVERSARY:20100102T101112Z\r\n"), "birthday=1985-04-12\nanniversary=2010-01-02\n" },
    { CARD ("3.0", "BDAY:1985-04-12T00:00:00Z\r\n"), "birthday=1985-04-12\n" },
    { CARD ("4.0", "BDAY:--0412\r\n"), "birthday=--04-12\n" },
    { CARD ("3.0", "BDAY:--02-29\r\n"), "birthday=--02-29\n" },
    { CARD ("3.0", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\r\n"), "birthday=--04-12\n" },
    { CARD ("4.0", "BDAY:1985\r\n"), "extra=BDAY: 1985\n" },
    { CARD ("4.0", "BDAY:19850230\r\n"), "extra=BDAY: 19850230\n" },
    { CARD ("4.0", "BDAY;VALUE=text:circa 1800\r\n"), "extra=BDAY: circa 1800\n" },
    { CARD ("3.0", "BDAY:12/04/1985\r\n"), "birthday=1985-04-12\n" },
    { CARD ("3.0", "item1.X-ABDATE:2010-01-02\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\n"), "anniversary=2010-01-02\n" },
    /* The rest. */
    { CARD ("3.0", "NOTE:one\r\nNOTE:two\r\nCATEGORIES:VIP,جملة\r\nCATEGORIES:VIP\r\n"), "tag=VIP\ntag=جملة\nnote=one\ntwo\n" },
    { CARD ("4.0", "GENDER:M\r\nX-THING:a\\,b\r\nKIND:Org\r\nLANG:ar\r\nPRODID:x\r\n"), "kind=org\nlanguage=ar\nextra=GENDER: M\nextra=X-THING: a,b\n" },
    { CARD ("3.0", "KEY;ENCODING=b:AAEC\r\nFN:A\r\n"), "name=A\n" },
    { CARD ("4.0", "FN;X-P=\"a:b;c\":A\r\n"), "name=A\n" },
    { CARD ("4.0", "FN;X-P=\"broken:A\r\n"), "name=A\n" },
    /* Several, without ends, within each other. */
    { CARD ("3.0", "FN:A\r\n") "\r\n\r\n" CARD ("2.1", "FN:B\r\n"), "name=A\n--\nname=B\n" },
    { "BEGIN:VCARD\r\nFN:A\r\nBEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\n",
      "name=A\nproblem=This card has no end. What stands before the next card was read.\n--\nname=B\n" },
    { "BEGIN:VCARD\r\nFN:A\r\nTEL:1", "name=A\nphone=1\nproblem=The file ends in the middle of this card.\n" },
    { CARD ("2.1", "FN:A\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:B\r\nTEL:2\r\nEND:VCARD\r\nTEL:1\r\n"), "name=A\nphone=1\nextra=AGENT FN: B\nextra=AGENT TEL: 2\n" },
    { CARD ("3.0", "FN:A\r\nAGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD\\n\r\nTEL:1\r\n"), "name=A\nphone=1\nextra=AGENT: BEGIN:VCARD\nFN:B\nEND:VCARD\n" },
    { "some text\r\nEND:VCARD\r\n" CARD ("3.0", "FN:A\r\nno colon here\r\n"), "name=A\n" },
    { "\357\273\277" CARD ("3.0", "FN:A\r\n"), "name=A\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 20; step++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *card = read_text (cases[i].text, strlen (cases[i].text), step, NULL, &error);

        g_test_message ("case %u, pieces of %" G_GSIZE_FORMAT, i, step);
        g_assert_no_error (error);
        g_assert_cmpstr (card, ==, cases[i].card);
      }
}

static void
test_utf16 (void)
{
  static const char text[] = "\357\273\277" CARD ("3.0", "FN:منى\r\n");
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);

      for (gsize step = 1; step < 5; step++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *card = read_text (bytes, length, step, NULL, &error);
          g_autofree char *told = read_text (bytes + 2, length - 2, step, charsets[i], NULL);

          g_assert_no_error (error);
          g_assert_cmpstr (card, ==, "name=منى\n");
          g_assert_cmpstr (told, ==, "name=منى\n");
        }
    }
}

static void
test_none (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) empty = NULL;
  g_autofree char *card = read_text ("name,phone\nAli,1\n", 17, 5, NULL, &error);
  g_autofree char *nothing = read_text ("", 0, 5, NULL, &empty);

  g_assert_error (error, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_SYNTAX);
  g_assert_error (empty, DAFTAR_EXCHANGE_ERROR, DAFTAR_EXCHANGE_ERROR_SYNTAX);
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\nFN:A\nNOTE:");
  g_autoptr (GString) many = g_string_new ("BEGIN:VCARD\nFN:A\n");
  static const char too_long[] = "name=A\nphone=1\nproblem=One entry of this card is too long and was left out.\n";
  g_autofree char *card = NULL, *other = NULL;

  /* A property that is too long is left out, on one line or folded; the next one is read. */
  for (int i = 0; i < DAFTAR_VCARD_MAX_PROPERTY / 8 + 10; i++)
    g_string_append (text, "xxxxxxxx");
  g_string_append (text, "\nTEL:1\nEND:VCARD\n");
  card = read_text (text->str, text->len, 65536, NULL, NULL);
  g_assert_true (g_str_equal (card, too_long));

  g_string_assign (text, "BEGIN:VCARD\nFN:A\nNOTE:");
  for (int i = 0; i < DAFTAR_VCARD_MAX_PROPERTY / 64 + 10; i++)
    g_string_append (text, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n ");
  g_string_append (text, "\nTEL:1\nEND:VCARD\n");
  g_free (card);
  card = read_text (text->str, text->len, 65536, NULL, NULL);
  g_assert_true (g_str_equal (card, too_long));


  for (int i = 0; i < DAFTAR_VCARD_MAX_PROPERTIES + 10; i++)
    g_string_append (many, "X-A:\n");
  g_string_append (many, "END:VCARD\n");
  other = read_text (many->str, many->len, 65536, NULL, NULL);
  g_assert_cmpstr (other, ==, "name=A\nproblem=This card has too many entries. The last ones were left out.\n");
}

static char *
read_fixture (const char *path)
{
  g_autoptr (GBytes) bytes = support_fixture (path);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *cards = read_text (data, length, 1000, NULL, &error);

  g_assert_no_error (error);
  return cards;
}

static void
test_samples (void)
{
  static const struct
  {
    const char *path, *card;
  } cases[] = {
    { "vcards/kcontacts/testfullvcard.vcf",
      "uid=urn:uuid:b8767877-b4a1-4c70-9acc-505d3819e519\nkind=individual\nname=Sherlock Holmes\ngiven=Sherlock\nfamily=Holmes\n"
      "honorific=Mr\nnickname=Shirley\ntitle=Detective\nbirthday=1953-10-15\nanniversary=1996-04-15\nlanguage=en\n"
      "phone*=+44-555-555-5555 (home, ext. 5555)\nmobile=+44-555-555-6666\nphone=+44-555-555-7777 (work)\n"
      "address=221B Baker Street, London, NW1, United Kingdom @London\nemail=sherlock.holmes@gmail.com (home)\n"
      "email*=detective@sherlockholmes.com (work)\nmessenger*=detective@sherlockholmes.com (xmpp)\n"
      "website=https://sherlockholmes.com\ntag=FICTION\ntag=LITERATURE\nextra=GENDER: M\nextra=LANG (work): fr\n"
      "extra=TZ: London/Europe\nextra=GEO: geo:51.5237,0.1585\n"
      "extra=KEY: https://sherlockholmes.com/sherlock-holmes.pub.asc\n"
      "extra=CALURI: https://sherlockholmes.com/calendar/sherlockholmes\n"
      "extra=FBURL: https://sherlockholmes.com/busy/detective\nextra=CALADRURI: mailto:detective@sherlockholmes.com\n"
      "revised=2014722T222710Z\n" },
    { "vcards/kcontacts/vcard2.vcf",
      "uid=1UgvYejJMs\nname=Tim Howes\ncompany=Netscape Communications Corp.\n"
      "address=501 E. Middlefield Rd., Mountain View, CA, 94043, U.S.A. (work) @Mountain View\n"
      "phone=+1-415-937-3419 (work)\nfax=+1-415-528-4164 (work)\nemail=howes@netscape.com\n" },
    { "vcards/kcontacts/vcard3.vcf",
      "uid=ebvq9Wo9rO\nname=ian geiser\ngiven=ian\nfamily=geiser\ncompany=Source eXtreme\ntitle=VP of Engineering\n"
      "email=geiseri@yahoo.com\nextra=X-MOZILLA-CPT: ;0\n" },
    { "vcards/kcontacts/vcard4.vcf",
      "uid=pas-id-3E136F9B00000000\nname=Ximian, Inc.\ncompany=Ximian, Inc.\n"
      "address=401 Park Drive  3 West, Boston, MA 02215, USA (work)\nphone=(617) 236-0442 (work)\nfax=(617) 236-8630 (work)\n"
      "email=hello@ximian.com\nwebsite=www.ximian.com/\nnote=Welcome to the Ximian Addressbook.\n" },
    { "vcards/kcontacts/vcard7.vcf",
      "uid=pas-id-3E136F9B00000000\naddress=401 Park Drive  3 West, Boston, MA 02215, USA, Herecomesyetanotherline (work)\n" },
    { "vcards/kcontacts/vcard12.vcf",
      "uid=pas-id-54B2522600000001\nname=Good Looking\ngiven=Good\nfamily=Looking\nemail=goodlooking@example.com (work)\nphoto=159 image/png\n" },
    { "vcards/kcontacts/vcard_legacy_messaging_fields.vcf",
      "uid=12345\nname=My Name\ngiven=My\nfamily=Name\nx=kdecommunity\nmessenger=konqui (irc)\nmessenger=one@test.org (xmpp)\nmessenger=two@test.org (xmpp)\n" },
    { "vcards/kcontacts/vcardwithitemasapplesupport.vcf",
      "uid=fe395f83-d5a6-49e3-ae22-ae0799a5aa99\nname=Name of Broken Card\ngiven=SOMENAME\ncompany=SOME COMPANY\n"
      "phone*=(111) 111-1111 (work)\naddress*=STREET, CITY, STATE, ZIP, COUNTRY (work) @CITY\nnote=SOME NOTES\n"
      "extra=X-ABSHOWAS-ABSHOWAS: COMPANY\nrevised=2018-01-25T21:50:41Z\n" },
    { "vcards/evolution-data-server/sorted-6.vcf",
      "uid=sorted-6\nname=First Name Bäd\ngiven=First Name\nfamily=Bäd\nphone=ask Jenny for Lisa's number (home)\n" },
    { "vcards/evolution-data-server/name-only.vcf", "name=John Doe\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *card = read_fixture (cases[i].path);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpstr (card, ==, cases[i].card);
    }
}

static gboolean
collect_cb (DaftarExchangeCard  *card,
            gpointer             user_data,
            GError             **error)
{
  GString *out = user_data;

  g_assert_null (card->problem);
  g_assert_true (card->name != NULL || card->values->len > 0);
  daftar_vcard_write (out, card, DAFTAR_VCARD_4_0);
  daftar_vcard_write (out, card, DAFTAR_VCARD_3_0);
  return TRUE;
}

static void
assert_folded (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

/* All samples are read without a complaint, and what we write of them reads the same. */
static void
test_all_samples (void)
{
  static const char *const folders[] = { "vcards/kcontacts", "vcards/evolution-data-server" };
  guint cards = 0;

  for (guint f = 0; f < G_N_ELEMENTS (folders); f++)
    {
      g_autoptr (GPtrArray) names = support_fixtures (folders[f]);

      for (guint i = 0; i < names->len; i++)
        {
          g_autoptr (GBytes) bytes = support_fixture (names->pdata[i]);
          g_autoptr (GString) written = g_string_new (NULL);
          g_autoptr (DaftarVcardReader) reader = daftar_vcard_reader_new (collect_cb, written);
          g_autoptr (GError) error = NULL;
          g_autofree char *before = NULL, *after = NULL;
          g_auto (GStrv) was = NULL, is = NULL;
          gsize length;
          const char *data = g_bytes_get_data (bytes, &length);

          g_test_message ("%s", (char *) names->pdata[i]);
          daftar_vcard_reader_feed (reader, data, length, &error);
          g_assert_no_error (error);
          daftar_vcard_reader_finish (reader, &error);
          g_assert_no_error (error);
          assert_folded (written->str);

          before = read_text (data, length, length, NULL, NULL);
          after = read_text (written->str, written->len, 17, NULL, NULL);
          was = g_strsplit (before, "--\n", -1);
          is = g_strsplit (after, "--\n", -1);
          g_assert_cmpuint (g_strv_length (is), ==, 2 * g_strv_length (was));
          for (guint c = 0; was[c] != NULL; c++, cards++)
            {
              g_assert_cmpstr (is[2 * c], ==, was[c]);
              g_assert_cmpstr (is[2 * c + 1], ==, was[c]);
            }
        }
    }
  g_assert_cmpuint (cards, ==, 63);
}

static void
test_write (void)
{
  g_autoptr (DaftarExchangeCard) card = daftar_exchange_card_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *four = NULL, *three = NULL;

  card->name = g_strdup ("محمد بن عبد الله الأحمد، صاحب «متجر النور» للأدوات المنزلية والكهربائية");
  card->nickname = g_strdup ("أبو علي; \\ ,");
  card->birthday = g_strdup ("--04-12");
  card->anniversary = g_strdup ("2010-01-02");
  card->note = g_strdup ("سطر\nسطر آخر");
  card->photo = g_bytes_new ("\0\1\2", 3);
  card->photo_type = g_strdup ("image/png");
  g_ptr_array_add (card->categories, g_strdup ("a,b"));
  g_ptr_array_add (card->extras, g_strdup ("GENDER (x): M"));
  daftar_exchange_card_add_value (card, DAFTAR_CARD_VALUE_MOBILE, "+966 50 123 4567", "المستودع", TRUE);
  daftar_exchange_card_add_value (card, DAFTAR_CARD_VALUE_PHONE, "+966 11 123 4567", "work", FALSE);
  daftar_exchange_card_add_value (card, DAFTAR_CARD_VALUE_WHATSAPP, "+966 50 123 4567", NULL, FALSE);
  daftar_exchange_card_add_value (card, DAFTAR_CARD_VALUE_INSTAGRAM, "noor.shop", NULL, FALSE);
  daftar_exchange_card_add_value (card, DAFTAR_CARD_VALUE_X, "noor", NULL, FALSE);
  daftar_exchange_card_add_value (card, DAFTAR_CARD_VALUE_MESSENGER, "bob", "skype", FALSE);
  daftar_exchange_card_add_value (card, DAFTAR_CARD_VALUE_ADDRESS, "شارع 5، الرياض", "home", FALSE)->city = g_strdup ("الرياض");
  describe (expected, card);

  daftar_vcard_write (out, card, DAFTAR_VCARD_4_0);
  assert_folded (out->str);
  g_assert_nonnull (strstr (out->str, "\r\nBDAY:--0412\r\nANNIVERSARY:20100102\r\n"));
  g_assert_nonnull (strstr (out->str, "\r\nitem1.TEL;TYPE=cell;PREF=1:+966 50 123 4567\r\nitem1.X-ABLabel:المستودع\r\n"));
  g_assert_nonnull (strstr (out->str, "\r\nTEL;TYPE=\"voice,work\":+966 11 123 4567\r\n"));
  g_assert_nonnull (strstr (out->str, "\r\nPHOTO:data:image/png;base64,AAEC\r\n"));
  four = read_text (out->str, out->len, out->len, NULL, NULL);
  g_assert_cmpstr (four, ==, expected->str);

  g_string_truncate (out, 0);
  daftar_vcard_write (out, card, DAFTAR_VCARD_3_0);
  assert_folded (out->str);
  g_assert_nonnull (strstr (out->str, "\r\nBDAY:--04-12\r\nX-ANNIVERSARY:2010-01-02\r\n"));
  g_assert_nonnull (strstr (out->str, "TEL;TYPE=cell,pref:+966 50 123 4567\r\n"));
  three = read_text (out->str, out->len, out->len, NULL, NULL);
  g_assert_cmpstr (three, ==, expected->str);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vcard/read", test_read);
  g_test_add_func ("/vcard/utf16", test_utf16);
  g_test_add_func ("/vcard/none", test_none);
  g_test_add_func ("/vcard/bounds", test_bounds);
  g_test_add_func ("/vcard/samples", test_samples);
  g_test_add_func ("/vcard/samples/all", test_all_samples);
  g_test_add_func ("/vcard/write", test_write);
  return g_test_run ();
}
