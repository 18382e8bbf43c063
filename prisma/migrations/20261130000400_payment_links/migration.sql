-- Links and codes that a merchant makes once and many shoppers open. What an order is to cost is kept here: a fixed
-- amount has two equal bounds, and of an open one the shopper types what lies between.
CREATE TYPE "payment_link_state" AS ENUM ('active', 'stopped');
CREATE TABLE payment_links (
  id TEXT NOT NULL,
  merchant_id TEXT NOT NULL REFERENCES merchants (id),
  code TEXT NOT NULL,
  state "payment_link_state" NOT NULL DEFAULT 'active',
  subject TEXT NOT NULL,
  goods "goods" NOT NULL,
  least_minor BIGINT NOT NULL,
  most_minor BIGINT NOT NULL,
  currency CHAR(3) NOT NULL,
  return_url TEXT,
  most_uses INTEGER,
  expires_at TIMESTAMPTZ(3),
  created_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT payment_links_pkey PRIMARY KEY (id),
  CONSTRAINT payment_links_amounts CHECK (least_minor > 0 AND least_minor <= most_minor),
  CONSTRAINT payment_links_uses CHECK (most_uses > 0)
);
CREATE UNIQUE INDEX "payment_links_code_key" ON payment_links (code);
CREATE INDEX "payment_links_merchant_id_id_idx" ON payment_links (merchant_id, id);

-- What a printed code says must stay true: only whether it is in use changes.
CREATE TRIGGER "payment_links_terms" BEFORE UPDATE ON payment_links FOR EACH ROW
  WHEN (ROW(OLD.merchant_id, OLD.code, OLD.subject, OLD.goods, OLD.least_minor, OLD.most_minor, OLD.currency,
            OLD.return_url, OLD.most_uses, OLD.expires_at)
        IS DISTINCT FROM
        ROW(NEW.merchant_id, NEW.code, NEW.subject, NEW.goods, NEW.least_minor, NEW.most_minor, NEW.currency,
            NEW.return_url, NEW.most_uses, NEW.expires_at))
  EXECUTE FUNCTION refuse_change();

-- The orders that a link has made: a use is an order of it that is open or paid.
CREATE TABLE payment_link_orders (
  order_id TEXT NOT NULL REFERENCES orders (id),
  link_id TEXT NOT NULL REFERENCES payment_links (id),
  device_hash TEXT NOT NULL,
  CONSTRAINT payment_link_orders_pkey PRIMARY KEY (order_id)
);
CREATE INDEX "payment_link_orders_link_id_order_id_idx" ON payment_link_orders (link_id, order_id);
CREATE TRIGGER "payment_link_orders_immutable" BEFORE UPDATE OR DELETE ON payment_link_orders
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "payment_link_orders_no_truncate" BEFORE TRUNCATE ON payment_link_orders
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
