-- A settlement nets the refunds on request: what it moves is payments less refunds, the fee included.
CREATE TYPE "settled_refund_kind" AS ENUM ('deducted', 'restored');
ALTER TABLE "settlements" ADD COLUMN "refunded_minor" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "settlements" DROP CONSTRAINT "settlements_sane";
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_sane" CHECK (
  "payments" >= 0 AND ("payments" > 0) = ("gross_minor" > 0) AND "fee_minor" BETWEEN 0 AND "gross_minor"
  AND "gross_minor" - "refunded_minor" > 0 AND "gross_minor" - "refunded_minor" - "fee_minor" >= 0);

-- A refund is deducted once, and once restored if it fails after that.
CREATE TABLE "settlement_refunds" (
  "refund_id" TEXT NOT NULL,
  "kind" "settled_refund_kind" NOT NULL,
  "settlement_id" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  CONSTRAINT "settlement_refunds_pkey" PRIMARY KEY ("refund_id", "kind"),
  CONSTRAINT "settlement_refunds_amount_positive" CHECK ("amount_minor" > 0),
  CONSTRAINT "settlement_refunds_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refunds"("id"),
  CONSTRAINT "settlement_refunds_settlement_id_fkey" FOREIGN KEY ("settlement_id") REFERENCES "settlements"("id")
);
CREATE INDEX "settlement_refunds_settlement_id_idx" ON "settlement_refunds"("settlement_id");
CREATE TRIGGER "settlement_refunds_immutable" BEFORE UPDATE OR DELETE ON "settlement_refunds"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- a merchant's refunds that are not settled yet, and those that failed
CREATE INDEX "refunds_requested_idx" ON "refunds"("merchant_id", "requested_at") WHERE "cause" = 'requested' AND "replaces_id" IS NULL;
CREATE INDEX "refunds_failed_idx" ON "refunds"("merchant_id") WHERE "cause" = 'requested' AND "state" = 'failed';

-- Settlements so far left refunds aside, so the next one of each merchant looks back at all of them.
ALTER TABLE "settlements" DISABLE TRIGGER "settlements_immutable";
UPDATE "settlements" SET "exhaustive" = false WHERE "exhaustive";
ALTER TABLE "settlements" ENABLE TRIGGER "settlements_immutable";

-- What settlements must be able to show in the books. What is pending is what is
-- not settled yet, and what reversals moved.
CREATE FUNCTION check_settlements() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  WITH failed AS (
    SELECT coalesce(f.replaces_id, f.id) AS refund_id FROM refunds f
     WHERE f.cause = 'requested' AND f.state = 'failed'
       AND NOT EXISTS (SELECT FROM refunds i WHERE i.replaces_id = f.id)),
  items AS (
    SELECT settlement_id, count(*) AS payments, sum(gross_minor) AS gross, sum(fee_minor) AS fee FROM settlement_items GROUP BY settlement_id),
  netted AS (
    SELECT settlement_id, sum(CASE kind WHEN 'deducted' THEN amount_minor ELSE -amount_minor END) AS refunded
      FROM settlement_refunds GROUP BY settlement_id),
  booked AS (
    SELECT e.business_ref AS settlement_id, l.account_id, l.amount_minor FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
     WHERE e.event = 'settlement' AND e.entry_key = 'settlement:' || e.business_ref AND l.side = 'debit'),
  unsettled AS (
    SELECT o.merchant_id, o.amount_minor FROM orders o
     WHERE o.state = 'paid' AND NOT EXISTS (SELECT FROM settlement_items i WHERE i.attempt_id = o.paid_attempt_id)
    UNION ALL
    SELECT r.merchant_id, -r.amount_minor FROM refunds r
     WHERE r.cause = 'requested' AND r.replaces_id IS NULL AND r.id NOT IN (SELECT refund_id FROM failed)
       AND NOT EXISTS (SELECT FROM settlement_refunds d WHERE d.refund_id = r.id AND d.kind = 'deducted')
    UNION ALL
    SELECT r.merchant_id, r.amount_minor FROM refunds r
      JOIN settlement_refunds d ON d.refund_id = r.id AND d.kind = 'deducted'
     WHERE r.id IN (SELECT refund_id FROM failed)
       AND NOT EXISTS (SELECT FROM settlement_refunds b WHERE b.refund_id = r.id AND b.kind = 'restored')
    UNION ALL
    SELECT a.owner_id, CASE l.side WHEN 'credit' THEN l.amount_minor ELSE -l.amount_minor END FROM ledger_entries e
      JOIN ledger_lines l ON l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id
     WHERE e.reverses IS NOT NULL AND a.subject_code = 'merchant_pending')
  SELECT 'settlement_differs_from_items', s.id FROM settlements s
    LEFT JOIN items i ON i.settlement_id = s.id LEFT JOIN netted n ON n.settlement_id = s.id
   WHERE (s.payments, s.gross_minor, s.fee_minor, s.refunded_minor) IS DISTINCT FROM
         (coalesce(i.payments, 0), coalesce(i.gross, 0), coalesce(i.fee, 0), coalesce(n.refunded, 0))
  UNION ALL
  SELECT 'settlement_booked_otherwise', s.id FROM settlements s LEFT JOIN booked b ON b.settlement_id = s.id
   WHERE (b.account_id, b.amount_minor) IS DISTINCT FROM
         (concat_ws(':', 'merchant_pending', s.merchant_id, s.currency), s.gross_minor - s.refunded_minor)
  UNION ALL
  SELECT 'refund_settled_otherwise', n.refund_id FROM settlement_refunds n
    JOIN settlements s ON s.id = n.settlement_id JOIN refunds r ON r.id = n.refund_id
   WHERE r.cause <> 'requested' OR r.replaces_id IS NOT NULL OR r.amount_minor <> n.amount_minor OR r.merchant_id <> s.merchant_id
      OR (n.kind = 'restored' AND (n.refund_id NOT IN (SELECT refund_id FROM failed)
          OR NOT EXISTS (SELECT FROM settlement_refunds d WHERE d.refund_id = n.refund_id AND d.kind = 'deducted')))
  UNION ALL
  SELECT 'pending_differs_from_unsettled', m.merchant_id FROM (SELECT DISTINCT merchant_id FROM settlements) m
    LEFT JOIN (SELECT merchant_id, sum(amount_minor) AS left_over FROM unsettled GROUP BY merchant_id) u USING (merchant_id)
    LEFT JOIN ledger_balances b ON b.subject_code = 'merchant_pending' AND b.owner_id = m.merchant_id
   WHERE coalesce(u.left_over, 0) <> coalesce(b.balance_minor, 0)
$$;
CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM check_ledger() UNION ALL SELECT * FROM check_payouts() UNION ALL SELECT * FROM check_refunds()
  UNION ALL SELECT * FROM check_settlements()
$$;
