-- A claim opened after an identity check is handed over once, after another person has approved it; whoever proved
-- a claim did so in one browser. Why somebody names an account of another name than the payer's, they choose.
CREATE TYPE "claim_name_reason" AS ENUM ('family', 'name_changed', 'company', 'other');
ALTER TABLE refund_claims
  ADD COLUMN handed_at TIMESTAMPTZ(3),
  ADD COLUMN named_at TIMESTAMPTZ(3),
  ADD COLUMN name_reason "claim_name_reason",
  ADD CONSTRAINT refund_claims_handed CHECK (handed_at IS NULL OR (proof = 'identity_check' AND approved_at IS NOT NULL)),
  ADD CONSTRAINT refund_claims_proved CHECK (
    proved_at IS NULL OR (device_hash IS NOT NULL AND (proof = 'phone_code' OR handed_at IS NOT NULL))),
  ADD CONSTRAINT refund_claims_named CHECK (named_at IS NULL OR proved_at IS NOT NULL);
