/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers stand in shop files: new values are added at the end and none is ever changed. */

typedef enum
{
  DAFTAR_CUSTOMER_KIND_PERSON,
  DAFTAR_CUSTOMER_KIND_BUSINESS,
} DaftarCustomerKind;
#define DAFTAR_N_CUSTOMER_KIND 2

typedef enum
{
  DAFTAR_CONTACT_KIND_MOBILE,
  DAFTAR_CONTACT_KIND_PHONE,
  DAFTAR_CONTACT_KIND_WHATSAPP,
  DAFTAR_CONTACT_KIND_EMAIL,
  DAFTAR_CONTACT_KIND_WEBSITE,
  DAFTAR_CONTACT_KIND_INSTAGRAM,
  DAFTAR_CONTACT_KIND_FACEBOOK,
  DAFTAR_CONTACT_KIND_X,
  DAFTAR_CONTACT_KIND_TELEGRAM,
  DAFTAR_CONTACT_KIND_TIKTOK,
  DAFTAR_CONTACT_KIND_ADDRESS,
} DaftarContactKind;
#define DAFTAR_N_CONTACT_KIND 11

typedef enum
{
  DAFTAR_CONSENT_UNKNOWN,
  DAFTAR_CONSENT_GIVEN,
  DAFTAR_CONSENT_REFUSED,
} DaftarConsent;
#define DAFTAR_N_CONSENT 3

typedef enum
{
  DAFTAR_CHANNEL_NONE,
  DAFTAR_CHANNEL_PHONE,
  DAFTAR_CHANNEL_EMAIL,
  DAFTAR_CHANNEL_SOCIAL,
  DAFTAR_CHANNEL_WEBSITE,
  DAFTAR_CHANNEL_SMS,
  DAFTAR_CHANNEL_WHATSAPP,
  DAFTAR_CHANNEL_IN_PERSON,
  DAFTAR_CHANNEL_POST,
} DaftarChannel;
#define DAFTAR_N_CHANNEL 9

typedef enum
{
  DAFTAR_CONTACT_DIRECTION_NONE,
  DAFTAR_CONTACT_DIRECTION_IN,
  DAFTAR_CONTACT_DIRECTION_OUT,
} DaftarContactDirection;
#define DAFTAR_N_CONTACT_DIRECTION 3

typedef enum
{
  DAFTAR_INTERACTION_KIND_NOTE,
  DAFTAR_INTERACTION_KIND_CONTACT,
  DAFTAR_INTERACTION_KIND_MESSAGE,
  DAFTAR_INTERACTION_KIND_TICKET,
  DAFTAR_INTERACTION_KIND_STAGE,
  DAFTAR_INTERACTION_KIND_PURCHASE,
  DAFTAR_INTERACTION_KIND_FOLLOW_UP,
  DAFTAR_INTERACTION_KIND_IMPORT,
} DaftarInteractionKind;
#define DAFTAR_N_INTERACTION_KIND 8

typedef enum
{
  DAFTAR_OCCASION_KIND_BIRTHDAY,
  DAFTAR_OCCASION_KIND_ANNIVERSARY,
  DAFTAR_OCCASION_KIND_OTHER,
} DaftarOccasionKind;
#define DAFTAR_N_OCCASION_KIND 3

typedef enum
{
  DAFTAR_CUSTOM_TYPE_TEXT,
  DAFTAR_CUSTOM_TYPE_NUMBER,
  DAFTAR_CUSTOM_TYPE_MONEY,
  DAFTAR_CUSTOM_TYPE_DATE,
  DAFTAR_CUSTOM_TYPE_CHOICE,
  DAFTAR_CUSTOM_TYPE_BOOL,
} DaftarCustomType;
#define DAFTAR_N_CUSTOM_TYPE 6

typedef enum
{
  DAFTAR_STAGE_ROLE_OTHER,
  DAFTAR_STAGE_ROLE_AWARENESS,
  DAFTAR_STAGE_ROLE_CONSIDERATION,
  DAFTAR_STAGE_ROLE_PREFERENCE,
  DAFTAR_STAGE_ROLE_PURCHASE,
  DAFTAR_STAGE_ROLE_REPURCHASE,
} DaftarStageRole;
#define DAFTAR_N_STAGE_ROLE 6

typedef enum
{
  DAFTAR_DEAL_STATUS_OPEN,
  DAFTAR_DEAL_STATUS_WON,
  DAFTAR_DEAL_STATUS_LOST,
} DaftarDealStatus;
#define DAFTAR_N_DEAL_STATUS 3

typedef enum
{
  DAFTAR_TICKET_KIND_INQUIRY,
  DAFTAR_TICKET_KIND_COMPLAINT,
  DAFTAR_TICKET_KIND_REQUEST,
  DAFTAR_TICKET_KIND_RETURN,
  DAFTAR_TICKET_KIND_FEEDBACK,
} DaftarTicketKind;
#define DAFTAR_N_TICKET_KIND 5

typedef enum
{
  DAFTAR_TICKET_STATUS_NEW,
  DAFTAR_TICKET_STATUS_OPEN,
  DAFTAR_TICKET_STATUS_WAITING_CUSTOMER,
  DAFTAR_TICKET_STATUS_WAITING_US,
  DAFTAR_TICKET_STATUS_SOLVED,
  DAFTAR_TICKET_STATUS_CLOSED,
  DAFTAR_TICKET_STATUS_MERGED,
} DaftarTicketStatus;
#define DAFTAR_N_TICKET_STATUS 7

typedef enum
{
  DAFTAR_PRIORITY_LOW,
  DAFTAR_PRIORITY_NORMAL,
  DAFTAR_PRIORITY_HIGH,
  DAFTAR_PRIORITY_URGENT,
} DaftarPriority;
#define DAFTAR_N_PRIORITY 4

typedef enum
{
  DAFTAR_MOOD_CALM,
  DAFTAR_MOOD_LOST,
  DAFTAR_MOOD_FRUSTRATED,
  DAFTAR_MOOD_ANGRY,
} DaftarMood;
#define DAFTAR_N_MOOD 4

typedef enum
{
  DAFTAR_MESSAGE_KIND_MESSAGE,
  DAFTAR_MESSAGE_KIND_NOTE,
  DAFTAR_MESSAGE_KIND_CALL,
} DaftarMessageKind;
#define DAFTAR_N_MESSAGE_KIND 3

typedef enum
{
  DAFTAR_FOLLOW_UP_STATUS_OPEN,
  DAFTAR_FOLLOW_UP_STATUS_DONE,
  DAFTAR_FOLLOW_UP_STATUS_SKIPPED,
} DaftarFollowUpStatus;
#define DAFTAR_N_FOLLOW_UP_STATUS 3

typedef enum
{
  DAFTAR_FOLLOW_UP_RESULT_NONE,
  DAFTAR_FOLLOW_UP_RESULT_REACHED,
  DAFTAR_FOLLOW_UP_RESULT_NO_ANSWER,
  DAFTAR_FOLLOW_UP_RESULT_LEFT_MESSAGE,
  DAFTAR_FOLLOW_UP_RESULT_SKIPPED,
} DaftarFollowUpResult;
#define DAFTAR_N_FOLLOW_UP_RESULT 5

typedef enum
{
  DAFTAR_STAFF_ROLE_STAFF,
  DAFTAR_STAFF_ROLE_OWNER,
} DaftarStaffRole;
#define DAFTAR_N_STAFF_ROLE 2

/* What a search found a customer by. */
typedef enum
{
  DAFTAR_MATCH_NONE,
  DAFTAR_MATCH_NAME,
  DAFTAR_MATCH_NICKNAME,
  DAFTAR_MATCH_NUMBER,
  DAFTAR_MATCH_EMAIL,
  DAFTAR_MATCH_COMPANY,
  DAFTAR_MATCH_CITY,
  DAFTAR_MATCH_TAG,
  DAFTAR_MATCH_NOTE,
} DaftarMatch;
#define DAFTAR_N_MATCH 9

/* One value of an enumeration: @nick in scripts and JSON, @label for people (translate it). */
typedef struct
{
  const char *nick;
  const char *label;
} DaftarEnumValue;

/* A whole enumeration, its values counted from 0. */
typedef struct
{
  const char *context; /* of the labels, for g_dpgettext2() */
  const DaftarEnumValue *values;
  guint n_values;
} DaftarEnum;

extern const DaftarEnum daftar_enum_customer_kind;
extern const DaftarEnum daftar_enum_contact_kind;
extern const DaftarEnum daftar_enum_consent;
extern const DaftarEnum daftar_enum_channel;
extern const DaftarEnum daftar_enum_contact_direction;
extern const DaftarEnum daftar_enum_interaction_kind;
extern const DaftarEnum daftar_enum_occasion_kind;
extern const DaftarEnum daftar_enum_custom_type;
extern const DaftarEnum daftar_enum_stage_role;
extern const DaftarEnum daftar_enum_deal_status;
extern const DaftarEnum daftar_enum_ticket_kind;
extern const DaftarEnum daftar_enum_ticket_status;
extern const DaftarEnum daftar_enum_priority;
extern const DaftarEnum daftar_enum_mood;
extern const DaftarEnum daftar_enum_message_kind;
extern const DaftarEnum daftar_enum_follow_up_status;
extern const DaftarEnum daftar_enum_follow_up_result;
extern const DaftarEnum daftar_enum_staff_role;
extern const DaftarEnum daftar_enum_match;

const char *daftar_enum_label      (const DaftarEnum *self,
                                    gint64            value);
const char *daftar_enum_nick       (const DaftarEnum *self,
                                    gint64            value);
gboolean    daftar_enum_from_nick  (const DaftarEnum *self,
                                    const char       *nick,
                                    int              *value,
                                    GError          **error);

G_END_DECLS
