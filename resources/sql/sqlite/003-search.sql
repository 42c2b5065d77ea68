-- SPDX-License-Identifier: GPL-3.0-or-later
-- What customers are found by: city, tags and the pinned note too, any part of a name or an address, and indexes
-- that say only who, not where (detail=none): a third of the size, and much faster to make. They are filled by
-- the program, which folds (daftar-refold.c).

ALTER TABLE customer ADD COLUMN rest_fold TEXT NOT NULL DEFAULT '';

DROP TABLE customer_fts;
DROP TABLE customer_tri;
DROP TABLE phone_tri;
DROP VIEW customer_search;
DROP VIEW phone_search;

CREATE VIEW customer_search AS
  SELECT id, name_fold, name_alt, more_fold, rest_fold FROM customer WHERE deleted_at IS NULL;
-- Names alone: they come first, however many live in a town of that name.
CREATE VIRTUAL TABLE customer_fts USING fts5 (name_fold, name_alt, more_fold,
  content='customer_search', content_rowid='id', tokenize='unicode61 remove_diacritics 0',
  prefix='1 2 3 4 5 6 7 8', detail=none, columnsize=0);
-- Everything, so that a name and a town can be typed together.
CREATE VIRTUAL TABLE customer_all USING fts5 (name_fold, name_alt, more_fold, rest_fold,
  content='customer_search', content_rowid='id', tokenize='unicode61 remove_diacritics 0',
  prefix='1 2 3 4', detail=none, columnsize=0);
CREATE VIRTUAL TABLE customer_tri USING fts5 (name_fold, more_fold,
  content='customer_search', content_rowid='id', tokenize='trigram', detail=none, columnsize=0);

CREATE VIEW point_search AS
  SELECT id, norm FROM contact_point WHERE norm IS NOT NULL;
CREATE VIRTUAL TABLE point_tri USING fts5 (norm,
  content='point_search', content_rowid='id', tokenize='trigram', detail=none, columnsize=0);

-- A row of the list shows the main number and address: with all that takes, two pages of the file less for each.
DROP INDEX contact_point_customer;
CREATE INDEX contact_point_customer ON contact_point (customer_id, position, kind, preferred, value, norm);

-- When it was all written; NULL as long as it isn't. What an import brought whose program ended before is taken out.
ALTER TABLE import ADD COLUMN done_at INTEGER;
UPDATE import SET done_at = at;
