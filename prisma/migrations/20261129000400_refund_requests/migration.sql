-- What a merchant decides about refunds, and what is agreed with it about them, is on record like its looks.
ALTER TABLE merchant_changes DROP CONSTRAINT "merchant_changes_subject";
ALTER TABLE merchant_changes ADD CONSTRAINT "merchant_changes_subject" CHECK ("subject" IN
  ('accent_color', 'logo', 'refund_when_short', 'shopper_refunds', 'refund_fee', 'unclaimed_refund'));

-- What a shopper said who asked for a refund, and how it was known that this was the payer.
CREATE TYPE "shopper_refund_reason" AS ENUM
  ('not_received', 'not_as_described', 'changed_mind', 'paid_twice', 'other');
CREATE TYPE "shopper_proof" AS ENUM ('receipt', 'account', 'browser');
CREATE TABLE refund_requests (
  refund_id TEXT NOT NULL REFERENCES refunds (id),
  reason "shopper_refund_reason" NOT NULL,
  words TEXT CHECK (length(words) BETWEEN 1 AND 200),
  proof "shopper_proof" NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT refund_requests_pkey PRIMARY KEY (refund_id)
);
CREATE TRIGGER "refund_requests_immutable" BEFORE UPDATE OR DELETE ON refund_requests
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What waits for one merchant's decision; few rows at any time.
CREATE INDEX "refunds_requested_idx" ON refunds (merchant_id, requested_at) WHERE state = 'requested';
