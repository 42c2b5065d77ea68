-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first tables. Never edited after a release: a change is a new file with the next number.
-- Moments are microseconds UTC, days are YYYY-MM-DD, money is in minor units, booleans are 0 or 1.
-- Columns named …_fold, norm, rnorm, due_at and next_at are computed by the program from the others
-- (docs/decisions.md, 6); `daftarctl check` compares them.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What other connections must hear of. id is NULL when a whole kind changed.
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  id INTEGER,
  op INTEGER NOT NULL
) STRICT;

CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Undo, audit and history in one. -------------------------------------------------------------------

CREATE TABLE operation (
  id INTEGER PRIMARY KEY,
  ulid BLOB NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  staff_id INTEGER,
  kind TEXT NOT NULL,
  undone_by INTEGER REFERENCES operation (id)
) STRICT;

CREATE TABLE operation_row (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  customer_id INTEGER
) STRICT;
CREATE INDEX operation_row_operation ON operation_row (operation_id);
CREATE INDEX operation_row_customer ON operation_row (customer_id, operation_id) WHERE customer_id IS NOT NULL;
CREATE INDEX operation_row_row ON operation_row (kind, row_id);

-- The shop. -----------------------------------------------------------------------------------------

CREATE TABLE shop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  currency TEXT NOT NULL,
  zone TEXT NOT NULL,
  first_target INTEGER NOT NULL,
  next_target INTEGER NOT NULL,
  solve_target INTEGER NOT NULL,
  backup_folder TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE working_hours (
  id INTEGER PRIMARY KEY,
  valid_from TEXT NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- ISO 8601: Monday is 1
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1440),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 0 AND 1440)
) STRICT;
CREATE INDEX working_hours_from ON working_hours (valid_from, weekday);

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  name TEXT
) STRICT;

CREATE TABLE staff_member (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role INTEGER NOT NULL,
  active INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Customers. ----------------------------------------------------------------------------------------

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  ulid BLOB NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  staff_id INTEGER,
  name TEXT NOT NULL,
  n_rows INTEGER NOT NULL,
  n_new INTEGER NOT NULL,
  n_same INTEGER NOT NULL,
  n_changed INTEGER NOT NULL,
  n_refused INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

-- What an import changed, rather than added: the history has it.
CREATE TABLE import_operation (
  import_id INTEGER NOT NULL REFERENCES import (id),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
  PRIMARY KEY (import_id, operation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_operation_operation ON import_operation (operation_id);

CREATE TABLE customer (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  given TEXT,
  family TEXT,
  nickname TEXT,
  honorific TEXT,
  company TEXT,
  company_id INTEGER REFERENCES customer (id),
  city TEXT,
  language TEXT,
  source TEXT,
  note TEXT,
  tags TEXT, -- one a line; customer_tag holds the same for filtering
  do_not_contact INTEGER NOT NULL,
  preferred_channel INTEGER,
  referred_by INTEGER REFERENCES customer (id),
  import_id INTEGER REFERENCES import (id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER,
  last_contact_at INTEGER,
  name_fold TEXT NOT NULL,
  name_alt TEXT NOT NULL,
  more_fold TEXT NOT NULL
) STRICT;
CREATE INDEX customer_fold ON customer (name_fold) WHERE deleted_at IS NULL;
CREATE INDEX customer_contact ON customer (last_contact_at) WHERE deleted_at IS NULL;
CREATE INDEX customer_created ON customer (created_at) WHERE deleted_at IS NULL;
CREATE INDEX customer_deleted ON customer (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX customer_import ON customer (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customer_company ON customer (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX customer_referred ON customer (referred_by) WHERE referred_by IS NOT NULL;

-- Sort keys by the collator's version: the ICU of one computer is not that of another.
CREATE TABLE customer_key (
  collator TEXT NOT NULL,
  key BLOB NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  PRIMARY KEY (collator, key, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_key_customer ON customer_key (customer_id);

CREATE TABLE customer_tag (
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (customer_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_tag_tag ON customer_tag (tag, customer_id);

CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  value TEXT NOT NULL,
  label TEXT,
  preferred INTEGER NOT NULL,
  consent INTEGER,
  position INTEGER NOT NULL,
  norm TEXT,
  rnorm TEXT
) STRICT;
CREATE INDEX contact_point_customer ON contact_point (customer_id, position);
CREATE INDEX contact_point_norm ON contact_point (norm, customer_id) WHERE norm IS NOT NULL;
CREATE INDEX contact_point_rnorm ON contact_point (rnorm, customer_id) WHERE rnorm IS NOT NULL;

CREATE TABLE occasion (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  day TEXT NOT NULL,
  hijri INTEGER NOT NULL,
  label TEXT
) STRICT;
CREATE INDEX occasion_customer ON occasion (customer_id);
CREATE INDEX occasion_day ON occasion (substr(day, 6)) WHERE hijri = 0;
CREATE INDEX occasion_hijri ON occasion (id) WHERE hijri = 1;

CREATE VIEW customer_search AS
  SELECT id, name_fold, name_alt, more_fold FROM customer WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE customer_fts USING fts5 (name_fold, name_alt, more_fold,
  content='customer_search', content_rowid='id', tokenize='unicode61 remove_diacritics 0',
  prefix='1 2 3 4 5 6 7 8', detail=none);
CREATE VIRTUAL TABLE customer_tri USING fts5 (name_fold, content='customer_search', content_rowid='id', tokenize='trigram');
CREATE VIEW phone_search AS
  SELECT id, norm FROM contact_point WHERE rnorm IS NOT NULL;
CREATE VIRTUAL TABLE phone_tri USING fts5 (norm, content='phone_search', content_rowid='id', tokenize='trigram');

-- Boards. -------------------------------------------------------------------------------------------

CREATE TABLE board (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  board_id INTEGER NOT NULL REFERENCES board (id),
  name TEXT NOT NULL,
  role INTEGER NOT NULL,
  position INTEGER NOT NULL,
  quiet_days INTEGER NOT NULL,
  probability INTEGER NOT NULL,
  playbook TEXT
) STRICT;
CREATE INDEX stage_board ON stage (board_id, position);

CREATE TABLE deal (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  board_id INTEGER NOT NULL REFERENCES board (id),
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  rank TEXT NOT NULL,
  title TEXT NOT NULL,
  value INTEGER NOT NULL,
  currency TEXT NOT NULL,
  probability INTEGER NOT NULL,
  expected_day TEXT,
  status INTEGER NOT NULL,
  lost_reason TEXT,
  note TEXT,
  staff_id INTEGER REFERENCES staff_member (id),
  entered_at INTEGER NOT NULL,
  activity_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  closed_at INTEGER,
  deleted_at INTEGER,
  title_fold TEXT NOT NULL
) STRICT;
CREATE INDEX deal_board ON deal (board_id, stage_id, rank, value, currency) WHERE status = 0 AND deleted_at IS NULL;
CREATE INDEX deal_customer ON deal (customer_id, status);
CREATE INDEX deal_closed ON deal (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX deal_activity ON deal (activity_at) WHERE status = 0 AND deleted_at IS NULL;
CREATE VIEW deal_search AS SELECT id, title_fold FROM deal WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE deal_fts USING fts5 (title_fold, content='deal_search', content_rowid='id',
  tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4', detail=none);

CREATE TABLE stage_visit (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  from_stage_id INTEGER REFERENCES stage (id),
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  entered_at INTEGER NOT NULL,
  left_at INTEGER,
  staff_id INTEGER REFERENCES staff_member (id)
) STRICT;
CREATE INDEX stage_visit_deal ON stage_visit (deal_id, entered_at);
CREATE INDEX stage_visit_stage ON stage_visit (stage_id, entered_at);

CREATE TABLE purchase (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  deal_id INTEGER REFERENCES deal (id) ON DELETE SET NULL,
  at INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  currency TEXT NOT NULL,
  receipt TEXT,
  warranty_until TEXT,
  note TEXT,
  import_id INTEGER REFERENCES import (id),
  deleted_at INTEGER
) STRICT;
CREATE INDEX purchase_customer ON purchase (customer_id, at, amount, currency) WHERE deleted_at IS NULL;
CREATE INDEX purchase_at ON purchase (at) WHERE deleted_at IS NULL;
CREATE INDEX purchase_deal ON purchase (deal_id) WHERE deal_id IS NOT NULL;

CREATE TABLE purchase_item (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  purchase_id INTEGER NOT NULL REFERENCES purchase (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  price INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX purchase_item_purchase ON purchase_item (purchase_id, position);

-- Tickets. ------------------------------------------------------------------------------------------

CREATE TABLE ticket (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  kind INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  status INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  mood INTEGER NOT NULL,
  assignee_id INTEGER REFERENCES staff_member (id),
  deal_id INTEGER REFERENCES deal (id) ON DELETE SET NULL,
  merged_into INTEGER REFERENCES ticket (id),
  resolution TEXT,
  cause TEXT,
  wait_until INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  solved_at INTEGER,
  deleted_at INTEGER,
  first_due_at INTEGER,
  first_response_at INTEGER,
  next_due_at INTEGER,
  solve_due_at INTEGER,
  next_at INTEGER,
  subject_fold TEXT NOT NULL,
  -- Nothing is forgotten: 4 solved, 5 closed, 6 merged are the only ones that never come back.
  CHECK (next_at IS NOT NULL OR status IN (4, 5, 6))
) STRICT;
CREATE INDEX ticket_next ON ticket (next_at, id) WHERE next_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX ticket_assignee ON ticket (assignee_id, next_at) WHERE next_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX ticket_status ON ticket (status, next_at) WHERE deleted_at IS NULL;
CREATE INDEX ticket_updated ON ticket (updated_at) WHERE deleted_at IS NULL;
CREATE INDEX ticket_solved ON ticket (solved_at) WHERE solved_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX ticket_customer ON ticket (customer_id, created_at);
CREATE INDEX ticket_customer_open ON ticket (customer_id, mood) WHERE next_at IS NOT NULL AND deleted_at IS NULL;
CREATE VIEW ticket_search AS SELECT id, subject_fold FROM ticket WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE ticket_fts USING fts5 (subject_fold, content='ticket_search', content_rowid='id',
  tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4', detail=none);

CREATE TABLE ticket_message (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  body TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff_member (id),
  author TEXT,
  duration INTEGER,
  merged_from INTEGER REFERENCES ticket (id) ON DELETE SET NULL, -- where it was before a merge
  deleted_at INTEGER
) STRICT;
CREATE INDEX ticket_message_ticket ON ticket_message (ticket_id, at);

CREATE TABLE ticket_event (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  operation_id INTEGER REFERENCES operation (id) ON DELETE SET NULL, -- undoing it makes the event void
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff_member (id),
  what TEXT NOT NULL,
  old TEXT,
  new TEXT,
  voided INTEGER NOT NULL
) STRICT;
CREATE INDEX ticket_event_ticket ON ticket_event (ticket_id, at);
CREATE INDEX ticket_event_operation ON ticket_event (operation_id) WHERE operation_id IS NOT NULL;

-- Follow-ups. ---------------------------------------------------------------------------------------

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  customer_id INTEGER REFERENCES customer (id) ON DELETE CASCADE,
  ticket_id INTEGER REFERENCES ticket (id) ON DELETE SET NULL,
  deal_id INTEGER REFERENCES deal (id) ON DELETE SET NULL,
  title TEXT NOT NULL,
  channel INTEGER,
  status INTEGER NOT NULL,
  due_day TEXT NOT NULL,
  due_minute INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  snoozed_until INTEGER,
  next_at INTEGER NOT NULL,
  repeat_interval INTEGER,
  repeat_unit INTEGER NOT NULL,
  repeat_from_done INTEGER NOT NULL,
  anchor_day TEXT,
  urgent INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff_member (id),
  result INTEGER NOT NULL,
  outcome TEXT,
  done_at INTEGER,
  reminded_at INTEGER,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE INDEX follow_up_due ON follow_up (next_at) WHERE status = 0 AND deleted_at IS NULL;
CREATE INDEX follow_up_customer ON follow_up (customer_id, status, next_at);
CREATE INDEX follow_up_deal ON follow_up (deal_id, next_at) WHERE deal_id IS NOT NULL AND status = 0 AND deleted_at IS NULL;
CREATE INDEX follow_up_ticket ON follow_up (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX follow_up_done ON follow_up (done_at) WHERE done_at IS NOT NULL;

-- The timeline. -------------------------------------------------------------------------------------

CREATE TABLE interaction (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  body TEXT,
  staff_id INTEGER REFERENCES staff_member (id),
  ticket_id INTEGER REFERENCES ticket (id) ON DELETE CASCADE,
  deal_id INTEGER REFERENCES deal (id) ON DELETE CASCADE,
  follow_up_id INTEGER REFERENCES follow_up (id) ON DELETE SET NULL,
  purchase_id INTEGER REFERENCES purchase (id) ON DELETE CASCADE,
  import_id INTEGER REFERENCES import (id),
  deleted_at INTEGER
) STRICT;
CREATE INDEX interaction_customer ON interaction (customer_id, at) WHERE deleted_at IS NULL;
CREATE INDEX interaction_ticket ON interaction (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX interaction_deal ON interaction (deal_id) WHERE deal_id IS NOT NULL;
