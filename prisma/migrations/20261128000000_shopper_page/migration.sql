-- One order may be paid by two hands: a part held on the payer's balance, the rest by a channel.
-- attempts.amount_minor stays what the channel is asked for.
ALTER TABLE attempts
  ADD COLUMN balance_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN balance_hold_id TEXT REFERENCES ledger_holds (id),
  ADD COLUMN begun_by TEXT,
  ADD COLUMN form_key TEXT,
  ADD CONSTRAINT attempts_balance_part CHECK (
    balance_minor >= 0
    AND (balance_minor > 0) = (balance_hold_id IS NOT NULL)
    AND (balance_minor = 0 OR method <> 'balance')
  );

-- The same form sent twice is one attempt.
CREATE UNIQUE INDEX "attempts_order_id_form_key_key" ON attempts (order_id, form_key);

-- A refund of such a payment goes back in parts, one row each, under the merchant's one number.
ALTER TABLE refunds ADD COLUMN part_of_id TEXT REFERENCES refunds (id);
CREATE INDEX "refunds_part_of_id_idx" ON refunds (part_of_id);

-- A phone that has scanned the code on another screen's page of the same order.
CREATE TABLE order_scans (
  order_id TEXT NOT NULL REFERENCES orders (id),
  device_hash TEXT NOT NULL,
  scanned_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT order_scans_pkey PRIMARY KEY (order_id, device_hash)
);

CREATE TABLE merchant_logos (
  merchant_id TEXT NOT NULL REFERENCES merchants (id),
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
  bytes BYTEA NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 65536),
  content_hash TEXT NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT merchant_logos_pkey PRIMARY KEY (merchant_id)
);
CREATE INDEX "merchant_logos_content_hash_idx" ON merchant_logos (content_hash);

-- When a channel has said beforehand that it takes nothing.
CREATE TABLE maintenance_windows (
  id TEXT NOT NULL,
  channel "channel" NOT NULL,
  starts_at TIMESTAMPTZ(3) NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  reason TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  cancelled_at TIMESTAMPTZ(3),
  CONSTRAINT maintenance_windows_pkey PRIMARY KEY (id),
  CONSTRAINT maintenance_windows_in_order CHECK (starts_at < ends_at)
);
CREATE INDEX "maintenance_windows_channel_ends_at_idx" ON maintenance_windows (channel, ends_at);
