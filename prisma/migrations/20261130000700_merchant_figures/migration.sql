-- What a merchant decides about its own page: which methods in which order, how much an order and a day may come to.
ALTER TABLE merchants
  ADD COLUMN method_order TEXT[] DEFAULT '{}' CHECK (method_order IS NOT NULL),
  ADD COLUMN order_least_minor BIGINT,
  ADD COLUMN order_most_minor BIGINT,
  ADD COLUMN day_most_minor BIGINT;
ALTER TABLE merchants
  ADD CONSTRAINT merchants_order_least CHECK (order_least_minor > 0),
  ADD CONSTRAINT merchants_order_most CHECK (order_most_minor >= coalesce(order_least_minor, 1)),
  ADD CONSTRAINT merchants_day_most CHECK (day_most_minor >= coalesce(order_least_minor, 1));

-- A merchant's days, counted: the recent ones again every day, until nothing of them changes any more.
CREATE TABLE merchant_days (
  merchant_id TEXT NOT NULL,
  day DATE NOT NULL,
  orders INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  chosen INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  payments INTEGER NOT NULL,
  paid_minor BIGINT NOT NULL,
  refunds INTEGER NOT NULL,
  refunded_minor BIGINT NOT NULL,
  pay_times INTEGER[] CHECK (pay_times IS NOT NULL),
  counted_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT merchant_days_pkey PRIMARY KEY (merchant_id, day),
  CONSTRAINT merchant_days_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchants(id)
);
CREATE TABLE merchant_day_ways (
  merchant_id TEXT NOT NULL,
  day DATE NOT NULL,
  method method NOT NULL,
  channel channel NOT NULL,
  tries INTEGER NOT NULL,
  succeeded INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  paid_minor BIGINT NOT NULL,
  CONSTRAINT merchant_day_ways_pkey PRIMARY KEY (merchant_id, day, method, channel),
  CONSTRAINT merchant_day_ways_merchant_id_day_fkey FOREIGN KEY (merchant_id, day)
    REFERENCES merchant_days(merchant_id, day) ON DELETE CASCADE
);

-- what a merchant was paid on some days; its tries to pay; its refunds, newest first, and of some days
CREATE INDEX "orders_merchant_id_paid_at_idx" ON orders (merchant_id, paid_at);
CREATE INDEX "attempts_merchant_id_created_at_idx" ON attempts (merchant_id, created_at);
CREATE INDEX "refunds_merchant_id_id_idx" ON refunds (merchant_id, id);
CREATE INDEX "refunds_merchant_id_requested_at_idx" ON refunds (merchant_id, requested_at);
