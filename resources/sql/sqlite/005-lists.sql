-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the list of all customers is sorted and narrowed by without looking at every row.

CREATE INDEX customer_city ON customer (city) WHERE city IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_channel ON customer (preferred_channel)
  WHERE preferred_channel IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_company_name ON customer (company) WHERE company IS NOT NULL AND deleted_at IS NULL;
