-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a customer's page and the list of all customers need beyond the start: fields of the shop's own, filters
-- that are kept, pictures, merges, and what an erased person leaves behind.

-- Files and pictures, cut into pieces; the hash (SHA-256 of the contents) keeps each once.
CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  codec INTEGER NOT NULL, -- 0: as it is, 1: zlib
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE blob_chunk (
  blob_id INTEGER NOT NULL REFERENCES blob (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (blob_id, position)
) STRICT;

ALTER TABLE customer ADD COLUMN photo_id INTEGER REFERENCES blob (id);
ALTER TABLE customer ADD COLUMN contact_time TEXT; -- when they like to be reached, in words
ALTER TABLE customer ADD COLUMN merged_into INTEGER REFERENCES customer (id); -- deleted by a merge: who it is now
ALTER TABLE customer ADD COLUMN erased_at INTEGER; -- nothing of the person is left; purchases still point here
CREATE INDEX customer_photo ON customer (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE interaction ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
CREATE INDEX interaction_pinned ON interaction (customer_id, at) WHERE pinned = 1 AND deleted_at IS NULL;

-- Fields of the shop's own. A value stands in one of text and number, by the field's type; both are indexed, so
-- that lists are filtered and sorted by them like by any other column.
CREATE TABLE custom_field (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  type INTEGER NOT NULL,
  choices TEXT, -- one a line
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE TABLE custom_value (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES custom_field (id) ON DELETE CASCADE,
  text TEXT,
  text_fold TEXT,
  number INTEGER NOT NULL,
  UNIQUE (customer_id, field_id)
) STRICT;
CREATE INDEX custom_value_text ON custom_value (field_id, text_fold, customer_id) WHERE text_fold IS NOT NULL;
CREATE INDEX custom_value_number ON custom_value (field_id, number, customer_id);

-- What a list was narrowed to, under a name.
CREATE TABLE saved_filter (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  ulid BLOB NOT NULL UNIQUE,
  page TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  rule TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_filter_page ON saved_filter (page, position);

-- Two customers who look alike and are not the same: customer_id is the smaller id.
CREATE TABLE distinct_pair (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id INTEGER REFERENCES staff_member (id),
  UNIQUE (customer_id, other_id),
  CHECK (customer_id < other_id)
) STRICT;
CREATE INDEX distinct_pair_other ON distinct_pair (other_id);

-- Keyed hashes (the key stands in meta) of what an erased person was known by, so that neither an old backup nor
-- a letter fetched again brings the person back.
CREATE TABLE erased (
  hash BLOB PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
