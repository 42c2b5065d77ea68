/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "daftar"

#include <string.h>

#include "daftar-column-guess.h"
#include "daftar-date.h"
#include "daftar-text.h"

/* What a column is called, exactly. Compared folded, without digits and without ال, so that «جوال 2», «الجوال» and
 * «رقم الجوّال» need few lines. */
static const struct
{
  DaftarImportField field;
  const char *phrases;
} exact[] = {
  { DAFTAR_IMPORT_FIELD_NAME,
    "الاسم|اسم العميل|اسم الزبون|اسم المشتري|العميل|الزبون|الاسم الكامل|اسم العميل الكامل|الاسم الثلاثي|الاسم الرباعي|"
    "name|full name|customer|customer name|client|client name|contact|contact name|buyer|display name|complete name|saved name|fn|nom|nom complet" },
  { DAFTAR_IMPORT_FIELD_GIVEN, "الاسم الأول|first name|given name|given|forename|prénom" },
  { DAFTAR_IMPORT_FIELD_MIDDLE, "اسم الأب|الاسم الأوسط|الاسم الثاني|middle name|additional name|middle" },
  { DAFTAR_IMPORT_FIELD_FAMILY,
    "اسم العائلة|العائلة|اللقب العائلي|الاسم الأخير|الكنية العائلية|last name|family name|surname|family|nom de famille" },
  { DAFTAR_IMPORT_FIELD_HONORIFIC, "اللقب|صفة المخاطبة|name prefix|prefix|honorific|salutation|civilité" },
  { DAFTAR_IMPORT_FIELD_NICKNAME, "الكنية|اسم الشهرة|الشهرة|nickname|nick name|short name|kunya" },
  { DAFTAR_IMPORT_FIELD_COMPANY,
    "الشركة|اسم الشركة|المؤسسة|اسم المؤسسة|المنشأة|اسم المنشأة|جهة العمل|المتجر|company|company name|organization|"
    "organisation|organization name|business|business name|employer|shop|account name|related company|"
    "associated company|primary associated company|société|entreprise" },
  { DAFTAR_IMPORT_FIELD_CITY, "المدينة|البلدة|city|town|ville" },
  { DAFTAR_IMPORT_FIELD_WEBSITE, "الموقع|الموقع الإلكتروني|موقع الويب|website|web site|web page|url|homepage|website value|website link|website url" },
  { DAFTAR_IMPORT_FIELD_BIRTHDAY, "تاريخ الميلاد|الميلاد|يوم الميلاد|عيد الميلاد|birthday|date of birth|birth date|dob|bday|date de naissance|anniversaire" },
  { DAFTAR_IMPORT_FIELD_LANGUAGE, "اللغة|لغة التواصل|language|lang|langue" },
  { DAFTAR_IMPORT_FIELD_TAGS,
    "الوسوم|وسوم|التصنيف|التصنيفات|الفئة|الفئات|المجموعة|المجموعات|tags|tag|labels|categories|category|group|groups|"
    "group membership|segment" },
  { DAFTAR_IMPORT_FIELD_SOURCE,
    "المصدر|مصدر العميل|كيف عرفنا|كيف عرفتنا|كيف تعرف علينا|source|lead source|original source|customer source|referral source" },
  { DAFTAR_IMPORT_FIELD_EXTERNAL_ID,
    "رقم العميل|كود العميل|رمز العميل|معرف العميل|رقم الحساب|الكود|المعرف|id|customer id|client id|customer no|"
    "customer number|customer code|code|account number|external id|uid|contact id|record id|reference" },
  { DAFTAR_IMPORT_FIELD_TEXT,
    "ملاحظات|ملاحظة|الملاحظات|تعليق|تعليقات|بيان|remarque|remarques|notes|note|remarks|remark|comments|comment|description|memo" },
  { DAFTAR_IMPORT_FIELD_X, "x|twitter|twitter (x)|تويتر|إكس|تويتر (إكس)" },
  { DAFTAR_IMPORT_FIELD_LANDLINE, "landline|land line|هاتف ثابت|ثابت" },
  { DAFTAR_IMPORT_FIELD_PLACE, "full address|العنوان الكامل|العنوان كاملا" },
  { DAFTAR_IMPORT_FIELD_KIND, "person or business|فرد أو منشأة|فرد ام منشأة" },
  { DAFTAR_IMPORT_FIELD_CHANNEL, "prefers|preferred channel|التواصل المفضل|وسيلة التواصل المفضلة" },
  { DAFTAR_IMPORT_FIELD_TIME, "best time|best time to call|أفضل وقت|أفضل وقت للتواصل|الوقت المفضل" },
  { DAFTAR_IMPORT_FIELD_DO_NOT_CONTACT, "do not contact|عدم التواصل|لا يتواصل معه" },
  { DAFTAR_IMPORT_FIELD_POINT_DETAILS, "about the numbers and addresses|عن الأرقام والعناوين" },
  { DAFTAR_IMPORT_FIELD_OCCASIONS, "occasions|مناسبات|المناسبات" },
  { DAFTAR_IMPORT_FIELD_IGNORE, "م|مسلسل|التسلسل|الرقم التسلسلي|serial|serial no|row|no|s no|#" },
  { DAFTAR_IMPORT_FIELD_MOBILE, "mobilephone" },
  { DAFTAR_IMPORT_FIELD_EMAIL, "emailid|secondary email" },
  /* The country once more beside a number that has it. */
  { DAFTAR_IMPORT_FIELD_IGNORE, "country code|phone country code|dial code" },
  /* What else programs export, which a word of it would mislead about. */
  { DAFTAR_IMPORT_FIELD_NOTE,
    "e-mail display name|mailing list|phonetic first name|phonetic last name|phonetic middle name|yomi name|"
    "given name yomi|family name yomi|additional name yomi|name suffix|suffix|file as|user name|username|"
    "contact owner|phone contact|marketing contact status|is my contact|number of associated contacts|"
    "associated company ids|primary associated company id|account name id|contact owner id|city id|skype id|"
    "اسم المستخدم|اسم المندوب|اسم البائع|اسم الموظف|اسم المنتج|assistant's phone|manager's name|assistant's name|"
    "directory server|email opt in|accepts email marketing|accepts sms marketing|صندوق البريد|birthplace|مكان الميلاد" },
};

/* Words within a longer name, in this order. Latin ones stand as whole words, Arabic ones within words too
 * («والجوال»، «بالواتساب»). */
static const struct
{
  DaftarImportField field;
  const char *words;
} keywords[] = {
  { DAFTAR_IMPORT_FIELD_NOTE, "fax|فاكس|assistant|asst|المساعد|pager|telex|opt|marketing|تسويق" },
  { DAFTAR_IMPORT_FIELD_WHATSAPP, "whatsapp|whats|wa|واتس|واتساب" },
  { DAFTAR_IMPORT_FIELD_TELEGRAM, "telegram|تلجرام|تيليجرام|تلغرام|تيليغرام" },
  { DAFTAR_IMPORT_FIELD_INSTAGRAM, "instagram|insta|انستجرام|إنستغرام|انستقرام|انستا" },
  { DAFTAR_IMPORT_FIELD_FACEBOOK, "facebook|فيسبوك|فيس بوك" },
  { DAFTAR_IMPORT_FIELD_X, "twitter|تويتر" },
  { DAFTAR_IMPORT_FIELD_TIKTOK, "tiktok|tik tok|تيك توك|تيكتوك" },
  { DAFTAR_IMPORT_FIELD_EMAIL, "e mail|email|emails|mail|courriel|بريد|ايميل|إيميل" },
  { DAFTAR_IMPORT_FIELD_MOBILE, "mobile|cell|cellphone|cellular|gsm|portable|جوال|موبايل|محمول|خلوي|خليوي|نقال" },
  { DAFTAR_IMPORT_FIELD_PHONE, "phone|phones|telephone|tel|téléphone|landline|هاتف|تليفون|تلفون|للتواصل" },
  { DAFTAR_IMPORT_FIELD_CITY, "city|town|المدينة" },
  { DAFTAR_IMPORT_FIELD_ADDRESS,
    "address|addresses|street|district|neighborhood|neighbourhood|state|province|region|postal|postcode|zip|country|"
    "po box|adresse|عنوان|شارع|حي|منطقة|محافظة|الرمز البريدي|دولة|بلد" },
  { DAFTAR_IMPORT_FIELD_BIRTHDAY, "birthday|birth|dob|ميلاد" },
  { DAFTAR_IMPORT_FIELD_WEBSITE, "website|url|موقع إلكتروني" },
  { DAFTAR_IMPORT_FIELD_TEXT, "notes|ملاحظات|ملاحظة" },
};

static const char *const nicks[DAFTAR_IMPORT_N_FIELDS] = {
  "ignore", "note", "text", "name", "given", "middle", "family", "honorific", "nickname", "company", "phone", "mobile",
  "whatsapp", "email", "city", "address", "website", "instagram", "facebook", "x", "telegram", "tiktok", "birthday",
  "language", "tags", "source", "external-id", "landline", "place", "kind", "channel", "time", "do-not-contact",
  "point-details", "occasions", "own",
};

/**
 * daftar_import_field_to_nick:
 * @field: a field
 *
 * Returns: (transfer none): its name for the command line and for saved mappings, as `external-id`
 */
const char *
daftar_import_field_to_nick (DaftarImportField field)
{
  g_return_val_if_fail (field < DAFTAR_IMPORT_N_FIELDS, NULL);
  return nicks[field];
}

/**
 * daftar_import_field_from_nick:
 * @nick: a name
 * @field: (out): the field
 *
 * Returns: whether there is a field of that name
 */
gboolean
daftar_import_field_from_nick (const char        *nick,
                               DaftarImportField *field)
{
  for (guint i = 0; i < DAFTAR_IMPORT_N_FIELDS; i++)
    if (g_ascii_strcasecmp (nick, nicks[i]) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * daftar_import_field_is_multiple:
 * @field: a field
 *
 * Returns: whether several columns may become @field
 */
gboolean
daftar_import_field_is_multiple (DaftarImportField field)
{
  switch (field)
    {
    case DAFTAR_IMPORT_FIELD_NAME:
    case DAFTAR_IMPORT_FIELD_GIVEN:
    case DAFTAR_IMPORT_FIELD_MIDDLE:
    case DAFTAR_IMPORT_FIELD_FAMILY:
    case DAFTAR_IMPORT_FIELD_HONORIFIC:
    case DAFTAR_IMPORT_FIELD_NICKNAME:
    case DAFTAR_IMPORT_FIELD_COMPANY:
    case DAFTAR_IMPORT_FIELD_CITY:
    case DAFTAR_IMPORT_FIELD_BIRTHDAY:
    case DAFTAR_IMPORT_FIELD_LANGUAGE:
    case DAFTAR_IMPORT_FIELD_SOURCE:
    case DAFTAR_IMPORT_FIELD_EXTERNAL_ID:
    case DAFTAR_IMPORT_FIELD_KIND:
    case DAFTAR_IMPORT_FIELD_CHANNEL:
    case DAFTAR_IMPORT_FIELD_TIME:
    case DAFTAR_IMPORT_FIELD_DO_NOT_CONTACT:
    case DAFTAR_IMPORT_FIELD_POINT_DETAILS:
    case DAFTAR_IMPORT_FIELD_OCCASIONS:
      return FALSE;
    case DAFTAR_IMPORT_FIELD_LANDLINE:
    case DAFTAR_IMPORT_FIELD_PLACE:
    case DAFTAR_IMPORT_FIELD_OWN:
    case DAFTAR_IMPORT_FIELD_IGNORE:
    case DAFTAR_IMPORT_FIELD_NOTE:
    case DAFTAR_IMPORT_FIELD_TEXT:
    case DAFTAR_IMPORT_FIELD_PHONE:
    case DAFTAR_IMPORT_FIELD_MOBILE:
    case DAFTAR_IMPORT_FIELD_WHATSAPP:
    case DAFTAR_IMPORT_FIELD_EMAIL:
    case DAFTAR_IMPORT_FIELD_ADDRESS:
    case DAFTAR_IMPORT_FIELD_WEBSITE:
    case DAFTAR_IMPORT_FIELD_INSTAGRAM:
    case DAFTAR_IMPORT_FIELD_FACEBOOK:
    case DAFTAR_IMPORT_FIELD_X:
    case DAFTAR_IMPORT_FIELD_TELEGRAM:
    case DAFTAR_IMPORT_FIELD_TIKTOK:
    case DAFTAR_IMPORT_FIELD_TAGS:
    default:
      return TRUE;
    }
}

/* A name of a column as its words: folded, no digits, no ال. */
static char *
phrase (const char *text)
{
  g_autofree char *fold = daftar_text_fold (text);
  g_auto (GStrv) words = g_strsplit (fold, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = words[i];
      gsize length = strlen (word);

      /* "Street2" and "phone2" are another of the same. */
      while (length > 0 && !g_ascii_isdigit (*word) && g_ascii_isdigit (word[length - 1]))
        word[--length] = '\0';
      if (*word == '\0' || word[strspn (word, "0123456789")] == '\0')
        continue;
      if (g_str_has_prefix (word, "ال") && g_utf8_strlen (word, -1) > 3)
        word += strlen ("ال");
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", word);
    }
  return g_string_free (out, FALSE);
}

static GHashTable *
exact_new (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (exact); i++)
    {
      g_auto (GStrv) phrases = g_strsplit (exact[i].phrases, "|", -1);

      for (guint p = 0; phrases[p] != NULL; p++)
        {
          char *key = phrase (phrases[p]);

          if (*key != '\0' && !g_hash_table_contains (table, key))
            g_hash_table_insert (table, key, GUINT_TO_POINTER (exact[i].field));
          else
            g_free (key);
        }
    }
  return table;
}

static gboolean
contains_word (const char *text,
               const char *word)
{
  g_autofree char *key = phrase (word);
  const char *found = strstr (text, key);
  gsize length = strlen (key);

  while (found != NULL)
    {
      gboolean whole = (found == text || found[-1] == ' ') && (found[length] == '\0' || found[length] == ' ');

      /* Short words, Arabic ones too, only stand for themselves: حي is in تحية. */
      if (whole || ((guchar) *key >= 0x80 && g_utf8_strlen (key, -1) > 2 && g_unichar_get_script (g_utf8_get_char (key)) == G_UNICODE_SCRIPT_ARABIC))
        return TRUE;
      found = strstr (found + 1, key);
    }
  return FALSE;
}

/* Google's and Outlook's «Phone 1 - Type»: what kind of number the next column has. */
static gboolean
is_label_column (const char *text)
{
  static const char *const things[] = { "phone", "mail", "address", "website", "im", "event", "relation" };

  if (!g_str_has_suffix (text, " type") && !g_str_has_suffix (text, " label"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (contains_word (text, things[i]))
      return TRUE;
  return FALSE;
}

/* Returns whether the name says anything; DAFTAR_IMPORT_FIELD_NOTE is an answer too. */
static gboolean
guess_from_header (GHashTable        *table,
                   const char        *header,
                   DaftarImportField *field)
{
  g_autofree char *text = phrase (header);
  gpointer found;

  *field = DAFTAR_IMPORT_FIELD_NOTE;
  if (g_strcmp0 (header, "#") == 0)
    {
      *field = DAFTAR_IMPORT_FIELD_IGNORE;
      return TRUE;
    }
  if (*text == '\0')
    return FALSE;
  if (g_hash_table_lookup_extended (table, text, NULL, &found))
    {
      *field = GPOINTER_TO_UINT (found);
      return TRUE;
    }
  if (is_label_column (text))
    {
      *field = DAFTAR_IMPORT_FIELD_IGNORE;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    {
      g_auto (GStrv) words = g_strsplit (keywords[i].words, "|", -1);

      for (guint w = 0; words[w] != NULL; w++)
        if (contains_word (text, words[w]))
          {
            *field = keywords[i].field;
            return TRUE;
          }
    }
  return FALSE;
}

/* What the values of a column look like, in percent of those that are not empty. */
typedef struct
{
  guint n;
  guint emails;
  guint links;
  guint phones;        /* that look like nothing but a phone number */
  guint digits;        /* that have as many digits as a phone number */
  guint days;
  guint old_days;      /* long enough ago to be born on */
  guint words;         /* a few words without digits */
  guint distinct;
} Values;

static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at > text && strchr (at + 1, '.') != NULL && strchr (text, ' ') == NULL;
}

static gboolean
looks_like_link (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0 ||
         g_ascii_strncasecmp (text, "www.", 4) == 0;
}

static guint
count_digits (const char *text,
              gboolean   *only,
              gboolean   *leading)
{
  guint n = 0;

  *only = TRUE;
  *leading = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        {
          *leading |= n == 0 && digit == 0;
          n++;
        }
      else if (c == '+' && n == 0)
        *leading = TRUE;
      else if (c >= 0x80 ? !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT : strchr (" ()-/.", c) == NULL)
        *only = FALSE;
    }
  return n;
}

static gboolean
looks_like_words (const char *text)
{
  guint letters = 0, n = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '@' || c == ';')
        return FALSE;
      letters += g_unichar_isalpha (c);
      n += g_unichar_isspace (c);
    }
  return letters >= 2 && n <= 6;
}

static void
look_at (Values     *values,
         const char *text)
{
  gboolean only, leading;
  guint digits = count_digits (text, &only, &leading);
  g_autofree char *day = digits >= 6 && digits <= 8 ? daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, NULL) : NULL;

  values->n++;
  values->emails += looks_like_email (text);
  values->links += looks_like_link (text);
  values->days += day != NULL;
  values->old_days += day != NULL && g_strcmp0 (day, "2012") < 0;
  values->digits += digits >= 5;
  values->phones += day == NULL && only && leading && digits >= 7 && digits <= 15;
  values->words += looks_like_words (text);
}

static void
look_at_column (Values                    *values,
                const char *const *const  *rows,
                guint                      n_rows,
                guint                      first,
                guint                      column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  memset (values, 0, sizeof *values);
  for (guint r = first; r < n_rows; r++)
    {
      if (column >= g_strv_length ((char **) rows[r]) || *rows[r][column] == '\0')
        continue;
      look_at (values, rows[r][column]);
      g_hash_table_add (seen, (gpointer) rows[r][column]);
    }
  values->distinct = g_hash_table_size (seen);
}

static gboolean
most (guint count,
      guint n)
{
  return n > 0 && count * 10 >= n * 6;
}

static DaftarImportField
guess_from_values (const Values *values,
                   gboolean      has_header)
{
  if (most (values->emails, values->n))
    return DAFTAR_IMPORT_FIELD_EMAIL;
  if (most (values->links, values->n))
    return DAFTAR_IMPORT_FIELD_WEBSITE;
  if (most (values->phones, values->n))
    return DAFTAR_IMPORT_FIELD_PHONE;
  /* Where a header exists and doesn't say so, a day may be any day: of the order, of the visit. */
  if (!has_header && most (values->old_days, values->n))
    return DAFTAR_IMPORT_FIELD_BIRTHDAY;
  return DAFTAR_IMPORT_FIELD_NOTE;
}

/* «البريد» above street names is no e-mail, «الموقع» without a dot is a place, and so on. A few values prove nothing. */
static DaftarImportField
check_against_values (DaftarImportField  field,
                      const Values      *values)
{
  if (values->n < 3)
    return field;
  if (field == DAFTAR_IMPORT_FIELD_EMAIL && values->emails == 0)
    return values->words > 0 ? DAFTAR_IMPORT_FIELD_ADDRESS : DAFTAR_IMPORT_FIELD_NOTE;
  if (field == DAFTAR_IMPORT_FIELD_WEBSITE && values->words * 2 > values->n && values->links == 0)
    return DAFTAR_IMPORT_FIELD_ADDRESS;
  if ((field == DAFTAR_IMPORT_FIELD_PHONE || field == DAFTAR_IMPORT_FIELD_MOBILE) && values->digits == 0)
    return DAFTAR_IMPORT_FIELD_NOTE;
  if (field == DAFTAR_IMPORT_FIELD_BIRTHDAY && values->days == 0 && values->words * 2 > values->n)
    return DAFTAR_IMPORT_FIELD_NOTE;
  return field;
}

static gboolean
looks_like_data (const char *text)
{
  gboolean only, leading;
  guint digits = count_digits (text, &only, &leading);
  g_autofree char *day = digits >= 6 ? daftar_date_parse (text, DAFTAR_DATE_ORDER_DMY, NULL) : NULL;

  return looks_like_email (text) || looks_like_link (text) || day != NULL || (only && digits >= 3);
}

/* A first row without data in it names the columns if one of the names is known, or if data stands below it. */
static gboolean
find_header (GHashTable               *table,
             const char *const *const *rows,
             guint                     n_rows,
             guint                     n_columns)
{
  guint known = 0;

  if (n_rows == 0)
    return FALSE;
  for (guint c = 0; rows[0][c] != NULL; c++)
    {
      DaftarImportField field;

      if (looks_like_data (rows[0][c]))
        return FALSE;
      known += guess_from_header (table, rows[0][c], &field);
    }
  if (known > 0)
    return TRUE;
  for (guint c = 0; c < n_columns; c++)
    {
      Values values;

      look_at_column (&values, rows, n_rows, 1, c);
      if (most (values.emails + values.links + values.phones + values.days, values.n))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_field (const DaftarColumnGuess *self,
           DaftarImportField        field)
{
  for (guint c = 0; c < self->n_columns; c++)
    if (self->fields[c] == field)
      return TRUE;
  return FALSE;
}

/* Nothing may be two things, and Outlook's and Google's ways are known. */
static void
settle (DaftarColumnGuess *self)
{
  gboolean formatted = FALSE, parts = has_field (self, DAFTAR_IMPORT_FIELD_GIVEN);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint c = 0; c < self->n_columns; c++)
    {
      char *text = phrase (self->headers[c]);

      g_ptr_array_add (texts, text);
      formatted |= g_str_equal (text, "address formatted");
    }
  for (guint c = 0; c < self->n_columns; c++)
    {
      /* Outlook's «Title» is Mr or Dr, and stands beside «Job Title» in a table with first names. */
      if (parts && g_str_equal (texts->pdata[c], "title"))
        self->fields[c] = DAFTAR_IMPORT_FIELD_HONORIFIC;
      /* The French name beside a first name is the family's. */
      if (parts && g_str_equal (texts->pdata[c], "nom") && !has_field (self, DAFTAR_IMPORT_FIELD_FAMILY))
        self->fields[c] = DAFTAR_IMPORT_FIELD_FAMILY;
      /* Google has the address whole and then again in parts. */
      if (formatted && self->fields[c] == DAFTAR_IMPORT_FIELD_ADDRESS && !g_str_equal (texts->pdata[c], "address formatted"))
        self->fields[c] = DAFTAR_IMPORT_FIELD_IGNORE;
      if (daftar_import_field_is_multiple (self->fields[c]))
        continue;
      for (guint earlier = 0; earlier < c; earlier++)
        if (self->fields[earlier] == self->fields[c])
          {
            self->fields[c] = self->fields[c] == DAFTAR_IMPORT_FIELD_CITY ? DAFTAR_IMPORT_FIELD_ADDRESS
                                                                          : DAFTAR_IMPORT_FIELD_NOTE;
            break;
          }
    }
}

/* Somebody's name must be somewhere: of the columns nobody named, the one with words that differ most. */
static void
find_name (DaftarColumnGuess *self,
           const Values      *values,
           const gboolean    *named)
{
  static const DaftarImportField names[] = {
    DAFTAR_IMPORT_FIELD_NAME, DAFTAR_IMPORT_FIELD_GIVEN, DAFTAR_IMPORT_FIELD_FAMILY, DAFTAR_IMPORT_FIELD_COMPANY,
  };
  guint best = self->n_columns;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (has_field (self, names[i]))
      return;
  for (guint c = 0; c < self->n_columns; c++)
    if (!named[c] && self->fields[c] == DAFTAR_IMPORT_FIELD_NOTE && most (values[c].words, values[c].n) &&
        (best == self->n_columns || values[c].distinct > values[best].distinct))
      best = c;
  if (best < self->n_columns)
    self->fields[best] = DAFTAR_IMPORT_FIELD_NAME;
}

/**
 * daftar_column_guess_new:
 * @rows: (array length=n_rows): the first rows of a table, each a %NULL-terminated array of fields; 20 to 200 are good
 * @n_rows: how many
 *
 * Guesses what the columns of somebody's table are, by their names (Arabic, English, some French; the exports of
 * Google Contacts, Outlook, HubSpot, Odoo, Zoho and of helpers for WhatsApp), and where the names say nothing, by the values. What stays unknown is kept in the note, so that
 * nothing is lost. The person sees the guess and changes it.
 *
 * Returns: (transfer full): the guess
 */
DaftarColumnGuess *
daftar_column_guess_new (const char *const *const *rows,
                         guint                     n_rows)
{
  DaftarColumnGuess *self = g_new0 (DaftarColumnGuess, 1);
  g_autoptr (GHashTable) table = exact_new ();
  g_autofree Values *values = NULL;
  g_autofree gboolean *named = NULL;

  for (guint r = 0; r < n_rows; r++)
    self->n_columns = MAX (self->n_columns, g_strv_length ((char **) rows[r]));
  self->has_header = find_header (table, rows, n_rows, self->n_columns);
  self->fields = g_new0 (DaftarImportField, self->n_columns + 1);
  self->headers = g_new0 (char *, self->n_columns + 1);
  values = g_new0 (Values, self->n_columns + 1);
  named = g_new0 (gboolean, self->n_columns + 1);
  for (guint c = 0; c < self->n_columns; c++)
    {
      gboolean has_name = self->has_header && c < g_strv_length ((char **) rows[0]);

      self->headers[c] = has_name ? g_strstrip (g_strdup (rows[0][c])) : g_strdup ("");
      look_at_column (&values[c], rows, n_rows, self->has_header, c);
      named[c] = has_name && guess_from_header (table, rows[0][c], &self->fields[c]);
      self->fields[c] = named[c] ? check_against_values (self->fields[c], &values[c])
                                 : guess_from_values (&values[c], has_name);
    }
  settle (self);
  find_name (self, values, named);
  return self;
}

/**
 * daftar_column_guess_free:
 * @self: (transfer full): a guess
 */
void
daftar_column_guess_free (DaftarColumnGuess *self)
{
  g_strfreev (self->headers);
  g_free (self->fields);
  g_free (self);
}
