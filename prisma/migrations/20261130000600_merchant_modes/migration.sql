-- A merchant has two rows: one to try everything with, where no money is real, and one that is paid. All that
-- hangs on a merchant's id is separate by that alone. Every key so far was a test key.
CREATE TYPE merchant_mode AS ENUM ('test', 'live');
ALTER TABLE merchants
  ADD COLUMN mode merchant_mode NOT NULL DEFAULT 'test',
  ADD COLUMN twin_id TEXT,
  ADD COLUMN opened_at TIMESTAMPTZ(3);
UPDATE merchants SET mode = 'live', opened_at = CURRENT_TIMESTAMP WHERE id = 'platform';
ALTER TABLE merchants ADD CONSTRAINT merchants_twin_id_fkey FOREIGN KEY (twin_id) REFERENCES merchants(id);
CREATE UNIQUE INDEX merchants_twin_id_key ON merchants (twin_id);
CREATE UNIQUE INDEX merchants_id_mode_key ON merchants (id, mode);
ALTER TABLE merchants ADD CONSTRAINT merchants_live_facts
  CHECK (mode = 'live' OR (twin_id IS NULL AND opened_at IS NULL));

-- What a merchant is, it stays; the live twin names the one for tests.
CREATE FUNCTION keep_merchant_mode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.mode <> OLD.mode OR NEW.twin_id IS DISTINCT FROM OLD.twin_id) THEN
    RAISE EXCEPTION 'the mode of merchant % never changes', OLD.id USING ERRCODE = 'CA900';
  END IF;
  IF NEW.twin_id IS NOT NULL
     AND NOT EXISTS (SELECT FROM merchants WHERE id = NEW.twin_id AND mode = 'test') THEN
    RAISE EXCEPTION 'the twin of merchant % is no test merchant', NEW.id USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER merchants_mode_stays BEFORE INSERT OR UPDATE OF mode, twin_id ON merchants
  FOR EACH ROW EXECUTE FUNCTION keep_merchant_mode();

-- The prefix of a key says its mode, and a key is of its merchant's mode.
ALTER TABLE api_keys ADD COLUMN mode merchant_mode NOT NULL DEFAULT 'test';
ALTER TABLE api_keys ADD CONSTRAINT api_keys_mode_fkey
  FOREIGN KEY (merchant_id, mode) REFERENCES merchants(id, mode);

-- A payment never runs under a contract of somebody else, its merchant's twin included.
CREATE FUNCTION require_own_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM channel_contracts
              WHERE id = NEW.contract_id AND merchant_id <> NEW.merchant_id) THEN
    RAISE EXCEPTION 'contract % is another merchant''s', NEW.contract_id USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attempts_own_contract BEFORE INSERT ON attempts FOR EACH ROW
  WHEN (NEW.contract_id IS NOT NULL) EXECUTE FUNCTION require_own_contract();

-- How the next payment of a test order shall end, chosen on its page.
CREATE TYPE test_outcome AS ENUM
  ('paid', 'declined', 'insufficient_funds', 'limit_exceeded', 'in_doubt', 'late', 'duplicate_notice');
CREATE TABLE test_outcomes (
  order_id TEXT NOT NULL,
  outcome test_outcome NOT NULL,
  chosen_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  used_by TEXT,
  CONSTRAINT test_outcomes_pkey PRIMARY KEY (order_id),
  CONSTRAINT test_outcomes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  CONSTRAINT test_outcomes_used_by_fkey FOREIGN KEY (used_by) REFERENCES attempts(id)
);
CREATE FUNCTION require_test_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM orders o JOIN merchants m ON m.id = o.merchant_id
                  WHERE o.id = NEW.order_id AND m.mode = 'test') THEN
    RAISE EXCEPTION 'order % is no test order', NEW.order_id USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER test_outcomes_of_test_orders BEFORE INSERT OR UPDATE ON test_outcomes
  FOR EACH ROW EXECUTE FUNCTION require_test_order();
