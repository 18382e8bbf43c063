-- Each queue of the office is read by an index that holds only what waits (lib/support/queue-sql-store.ts).
CREATE INDEX "attempts_in_doubt_idx" ON attempts (created_at, id) WHERE state = 'unknown';
CREATE INDEX "refunds_in_doubt_idx" ON refunds (created_at, id) WHERE state = 'unknown';
CREATE INDEX "payouts_in_doubt_idx" ON payouts (created_at, id) WHERE state = 'unknown';
CREATE INDEX "refund_cases_queue_idx" ON refund_cases (state, opened_at, id);
CREATE INDEX "refund_cases_returned_idx" ON refund_cases (opened_at, id)
  WHERE payout_tries > 0 AND state IN ('open', 'claimed');
CREATE INDEX "refund_claims_to_approve_idx" ON refund_claims (created_at, id)
  WHERE proof = 'identity_check' AND approved_by IS NULL AND revoked_at IS NULL;
CREATE INDEX "payment_inquiries_open_idx" ON payment_inquiries (created_at, id) WHERE decided IS NULL;
CREATE INDEX "breaker_overrides_open_idx" ON breaker_overrides (proposed_at, id)
  WHERE confirmed_at IS NULL AND ended_at IS NULL;
CREATE INDEX "refunds_late_idx" ON refunds (created_at, id) WHERE cause = 'late_payment';
CREATE INDEX "deliveries_failing_idx" ON deliveries (created_at, id) WHERE state <> 'delivered' AND tries >= 2;
-- … and the pages that nobody looks at any more.
CREATE INDEX "presences_seen_at_idx" ON presences (seen_at);
