-- SPDX-License-Identifier: GPL-3.0-or-later
-- Erasing a customer looks for all that pointed to them. Without these each row that goes would have the whole of
-- another table read; most are of columns that are nearly always empty, and small.
CREATE INDEX operation_undone ON operation (undone_by) WHERE undone_by IS NOT NULL;
CREATE INDEX ticket_merged ON ticket (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ticket_deal ON ticket (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX ticket_message_from ON ticket_message (merged_from) WHERE merged_from IS NOT NULL;
CREATE INDEX follow_up_of_deal ON follow_up (deal_id) WHERE deal_id IS NOT NULL;
CREATE INDEX interaction_follow_up ON interaction (follow_up_id) WHERE follow_up_id IS NOT NULL;
CREATE INDEX interaction_purchase ON interaction (purchase_id) WHERE purchase_id IS NOT NULL;

-- The history of rows that know their customer only through another row: a message through its ticket (12), a stage
-- visit through its deal (8), a sold item through its purchase (10).
UPDATE operation_row SET customer_id = (SELECT customer_id FROM ticket WHERE id = coalesce (after, before) ->> 'ticket_id')
  WHERE kind = 12 AND customer_id IS NULL;
UPDATE operation_row SET customer_id = (SELECT customer_id FROM deal WHERE id = coalesce (after, before) ->> 'deal_id')
  WHERE kind = 8 AND customer_id IS NULL;
UPDATE operation_row SET customer_id = (SELECT customer_id FROM purchase WHERE id = coalesce (after, before) ->> 'purchase_id')
  WHERE kind = 10 AND customer_id IS NULL;

-- Who was deleted when, without those who were merged or erased: the bin.
CREATE INDEX customer_bin ON customer (deleted_at) WHERE deleted_at IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL;
DROP INDEX customer_deleted;
