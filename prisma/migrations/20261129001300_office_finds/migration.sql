-- The tail of the phone that came with an order, as long as the phone itself is kept: support finds a guest by it.
ALTER TABLE orders
  ADD COLUMN payer_phone_tail TEXT,
  ADD CONSTRAINT orders_payer_phone_tail CHECK (
    payer_phone_tail IS NULL OR (payer_phone_item_id IS NOT NULL AND payer_phone_tail ~ '^[0-9]{4}$')
  );
CREATE INDEX "orders_payer_phone_tail_idx" ON orders (payer_phone_tail) WHERE payer_phone_tail IS NOT NULL;

-- The first time that a browser opened an order's page.
CREATE TABLE order_openings (
  order_id TEXT NOT NULL REFERENCES orders (id),
  device_hash TEXT NOT NULL,
  opened_at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT order_openings_pkey PRIMARY KEY (order_id, device_hash)
);

-- Each answer of a channel that was another than the one before, masked as its adapter masks what is kept. The
-- row that it is about has the last one only.
CREATE SEQUENCE channel_answers_seq;
CREATE TABLE channel_answers (
  id TEXT NOT NULL DEFAULT 'ans_' || lpad(nextval('channel_answers_seq')::text, 26, '0'),
  subject_type TEXT NOT NULL CHECK (subject_type IN ('attempt', 'refund', 'payout')),
  subject_id TEXT NOT NULL,
  answer JSONB NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT channel_answers_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE channel_answers_seq OWNED BY channel_answers.id;
CREATE INDEX "channel_answers_subject_type_subject_id_id_idx" ON channel_answers (subject_type, subject_id, id);
CREATE TRIGGER "channel_answers_immutable" BEFORE UPDATE OR DELETE ON channel_answers
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO channel_answers (subject_type, subject_id, answer) VALUES (TG_ARGV[0], NEW.id, NEW.evidence);
  RETURN NULL;
END $$;
DO $$
DECLARE
  kept record;
BEGIN
  FOR kept IN SELECT * FROM (VALUES ('attempts', 'attempt'), ('refunds', 'refund'), ('payouts', 'payout')) AS v (t, type) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I FOR EACH ROW WHEN (jsonb_typeof(NEW.evidence) = ''object'') EXECUTE FUNCTION keep_answer(%L)',
      kept.t || '_first_answer', kept.t, kept.type);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE OF evidence ON %I FOR EACH ROW WHEN (jsonb_typeof(NEW.evidence) = ''object'' AND NEW.evidence IS DISTINCT FROM OLD.evidence) EXECUTE FUNCTION keep_answer(%L)',
      kept.t || '_next_answer', kept.t, kept.type);
  END LOOP;
END $$;
