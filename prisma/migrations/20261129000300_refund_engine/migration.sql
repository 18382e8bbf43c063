-- A refund that waits (for its merchant's word, or for money) has taken nothing yet; one that does not go back the way
-- it came says why. sent_at: when it went to the channel first. returned_at: of one that had been refused and was
-- carried on by transfer, when the channel gave it back after all.
ALTER TABLE refunds
  ADD COLUMN taken_at TIMESTAMPTZ(3),
  ADD COLUMN sent_at TIMESTAMPTZ(3),
  ADD COLUMN divert_cause "refund_case_cause",
  ADD COLUMN returned_at TIMESTAMPTZ(3),
  ADD COLUMN fee_returned_minor BIGINT NOT NULL DEFAULT 0;
UPDATE refunds SET taken_at = requested_at, sent_at = CASE WHEN route <> 'balance' THEN requested_at END;
ALTER TABLE refunds
  ADD CONSTRAINT refunds_diverted CHECK (
    (route = 'transfer') = (divert_cause IS NOT NULL)
    AND (state NOT IN ('diverted', 'unclaimed') OR route = 'transfer')
    AND (route <> 'transfer' OR state IN ('requested', 'queued', 'diverted', 'succeeded', 'failed', 'declined', 'unclaimed'))),
  ADD CONSTRAINT refunds_taken CHECK (
    CASE state WHEN 'queued' THEN taken_at IS NULL WHEN 'requested' THEN true WHEN 'declined' THEN true
               ELSE taken_at IS NOT NULL END),
  ADD CONSTRAINT refunds_fee_returned CHECK (fee_returned_minor >= 0);

-- What had been given back of a payment when its fee was worked out, where the fee is given back with it.
ALTER TABLE settlement_items ADD COLUMN refunded_minor BIGINT NOT NULL DEFAULT 0;

-- a merchant's refunds by when their money was taken, and those that gave it back
CREATE INDEX "refunds_taken_idx" ON refunds (merchant_id, taken_at) WHERE cause = 'requested' AND replaces_id IS NULL;
DROP INDEX "refunds_requested_idx";
DROP INDEX "refunds_failed_idx";
CREATE INDEX "refunds_failed_idx" ON refunds (merchant_id) WHERE cause = 'requested' AND state IN ('failed', 'declined');
-- which ones wait for their merchant's money
CREATE INDEX "refunds_queued_idx" ON refunds (merchant_id, requested_at) WHERE state = 'queued';

-- The refund that was asked for, and the one that stands for it now: undo → refund → transfer.
CREATE FUNCTION refund_root(refund text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up AS (
    SELECT id, replaces_id FROM refunds WHERE id = refund
    UNION ALL SELECT r.id, r.replaces_id FROM up JOIN refunds r ON r.id = up.replaces_id)
  SELECT id FROM up WHERE replaces_id IS NULL
$$;
CREATE FUNCTION refund_end(refund text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE down AS (
    SELECT refund AS id, 0 AS depth
    UNION ALL SELECT r.id, down.depth + 1 FROM down JOIN refunds r ON r.replaces_id = down.id)
  SELECT id FROM down ORDER BY depth DESC LIMIT 1
$$;

-- The books check. Of a chain the last one decides, unless the channel gave an earlier one back after all; what became
-- of a transfer is its case's to show. What was refused, and given back after all, counts against what was asked for since
-- then. Whose money was taken is in refunds payable while undecided; a payout of it is booked a moment before its refund hears of it.
CREATE OR REPLACE FUNCTION check_refunds() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain AS (
    SELECT id AS root_id, id FROM refunds WHERE replaces_id IS NULL
    UNION ALL SELECT c.root_id, r.id FROM chain c JOIN refunds r ON r.replaces_id = c.id),
  linked AS (
    SELECT r.*, c.root_id, NOT EXISTS (SELECT FROM refunds n WHERE n.replaces_id = r.id) AS is_last,
           bool_or(r.state = 'succeeded') OVER (PARTITION BY c.root_id) AS given_back
      FROM chain c JOIN refunds r ON r.id = c.id)
  SELECT 'returned_more_than_paid', a.id FROM attempts a
    JOIN (SELECT attempt_id, coalesce(sum(amount_minor) FILTER (WHERE route = 'balance'), 0) AS to_balance,
                 coalesce(sum(amount_minor) FILTER (WHERE route <> 'balance'), 0) AS to_channel
            FROM (SELECT attempt_id, amount_minor, route FROM refunds WHERE state NOT IN ('failed', 'declined')
                  UNION ALL
                  SELECT o.attempt_id, o.amount_minor, o.route FROM refunds o JOIN refunds e ON e.id = refund_end(o.id)
                   WHERE o.state = 'failed' AND o.returned_at IS NOT NULL AND e.state IN ('failed', 'declined')
                     AND EXISTS (SELECT FROM refunds n WHERE n.attempt_id = o.attempt_id AND n.requested_at > o.returned_at
                                    AND n.replaces_id IS NULL AND n.state NOT IN ('failed', 'declined'))) counted
           GROUP BY attempt_id) r ON r.attempt_id = a.id
   WHERE r.to_balance > CASE a.channel WHEN 'balance' THEN a.amount_minor ELSE a.balance_minor END
      OR r.to_channel > CASE a.channel WHEN 'balance' THEN 0 ELSE a.amount_minor END
  UNION ALL
  SELECT 'refund_replaced_while_alive', r.replaces_id FROM refunds r JOIN refunds o ON o.id = r.replaces_id
   WHERE o.state <> 'failed' AND NOT (o.state = 'succeeded' AND o.returned_at IS NOT NULL AND r.state = 'failed')
      OR o.amount_minor <> r.amount_minor OR o.available_minor <> r.available_minor OR o.attempt_id <> r.attempt_id
  UNION ALL
  SELECT 'refund_booked_otherwise', r.id FROM linked r
   WHERE r.cause = 'requested' AND (
         (r.replaces_id IS NULL AND r.taken_at IS NOT NULL)
           <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key IN ('refund-reserved:' || r.id, 'balance-refund:' || r.id))
      OR (r.replaces_id IS NULL AND r.taken_at IS NOT NULL AND NOT (r.route = 'balance' AND r.state = 'succeeded')
           AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-reserved:' || r.id))
      OR r.route <> 'transfer' AND (r.route <> 'balance' AND r.state = 'succeeded')
           <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-settled:' || r.id)
      OR (r.state IN ('failed', 'declined') AND r.is_last AND r.taken_at IS NOT NULL AND NOT r.given_back)
           <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-failed:' || r.id)
      OR (r.route = 'balance' AND r.state = 'succeeded')
           <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'balance-refund:' || r.id))
  UNION ALL
  SELECT 'refund_funds_differ', r.id FROM refunds r
   WHERE r.cause = 'requested' AND r.replaces_id IS NULL AND r.taken_at IS NOT NULL AND r.available_minor <>
         (SELECT coalesce(sum(l.amount_minor), 0) FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
            JOIN ledger_accounts a ON a.id = l.account_id
           WHERE e.entry_key IN ('refund-reserved:' || r.id, 'balance-refund:' || r.id)
             AND e.event IN ('refund_reserved', 'balance_refund') AND a.subject_code = 'merchant_balance' AND l.side = 'debit')
  UNION ALL
  SELECT 'refund_fee_differs', r.id FROM refunds r
    LEFT JOIN (SELECT split_part(e.entry_key, ':', 2) AS id, sum(l.amount_minor) AS minor FROM ledger_entries e
                 JOIN ledger_lines l ON l.entry_id = e.id AND l.side = 'credit'
                WHERE e.event = 'refund_fee_returned' AND NOT EXISTS (SELECT FROM ledger_entries v WHERE v.reverses = e.id)
                GROUP BY 1) f ON f.id = r.id
   WHERE r.fee_returned_minor <> coalesce(f.minor, 0)
  UNION ALL
  SELECT 'fee_returned_beyond_fee', i.attempt_id FROM settlement_items i
    JOIN (SELECT attempt_id, sum(fee_returned_minor) AS minor FROM refunds GROUP BY attempt_id) f USING (attempt_id)
   WHERE f.minor > i.fee_minor
  UNION ALL
  SELECT 'payable_differs_from_refunds', 'CNY' WHERE
    (SELECT coalesce(sum(balance_minor), 0) FROM ledger_balances WHERE subject_code = 'refunds_payable')
    <> (SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r
          LEFT JOIN refund_cases c ON c.refund_id = r.id LEFT JOIN payouts p ON p.id = c.payout_id
         WHERE r.taken_at IS NOT NULL AND (r.state IN ('created', 'requested', 'sent', 'waiting', 'unknown')
            OR (r.state = 'diverted' AND p.state IS DISTINCT FROM 'succeeded')
            OR (r.state = 'succeeded' AND c.state = 'paid' AND c.ended_as = 'card' AND p.state = 'returned')))
$$;

-- A settlement takes in what refunds took from the pending money; what came from the available money is not its own.
CREATE OR REPLACE FUNCTION check_settlements() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain AS (
    SELECT id AS root_id, id FROM refunds WHERE replaces_id IS NULL AND cause = 'requested'
    UNION ALL SELECT c.root_id, r.id FROM chain c JOIN refunds r ON r.replaces_id = c.id),
  failed AS (
    SELECT c.root_id AS refund_id FROM chain c JOIN refunds r ON r.id = c.id GROUP BY c.root_id
    HAVING bool_or(r.state IN ('failed', 'declined') AND NOT EXISTS (SELECT FROM refunds n WHERE n.replaces_id = r.id))
       AND NOT bool_or(r.state = 'succeeded')),
  taken AS (
    SELECT id, merchant_id, amount_minor - available_minor AS pending_minor FROM refunds
     WHERE cause = 'requested' AND replaces_id IS NULL AND taken_at IS NOT NULL),
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
    SELECT r.merchant_id, -r.pending_minor FROM taken r
     WHERE r.id NOT IN (SELECT refund_id FROM failed)
       AND NOT EXISTS (SELECT FROM settlement_refunds d WHERE d.refund_id = r.id AND d.kind = 'deducted')
    UNION ALL
    SELECT r.merchant_id, r.pending_minor FROM taken r
      JOIN settlement_refunds d ON d.refund_id = r.id AND d.kind = 'deducted'
     WHERE r.id IN (SELECT refund_id FROM failed)
       AND NOT EXISTS (SELECT FROM settlement_refunds b WHERE b.refund_id = r.id AND b.kind = 'restored')
    UNION ALL
    SELECT a.owner_id, CASE l.side WHEN 'credit' THEN l.amount_minor ELSE -l.amount_minor END FROM ledger_entries e
      JOIN ledger_lines l ON l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id
     WHERE e.reverses IS NOT NULL AND a.subject_code = 'merchant_pending'
    UNION ALL
    SELECT merchant_id, -(share_minor + reduction_minor + bad_debt_minor + complaint_minor + fee_minor + credited_minor)
      FROM carrier_merchant_statements)
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
   WHERE r.cause <> 'requested' OR r.replaces_id IS NOT NULL OR r.taken_at IS NULL
      OR r.amount_minor - r.available_minor <> n.amount_minor OR r.merchant_id <> s.merchant_id
      OR (n.kind = 'restored' AND (n.refund_id NOT IN (SELECT refund_id FROM failed)
          OR NOT EXISTS (SELECT FROM settlement_refunds d WHERE d.refund_id = n.refund_id AND d.kind = 'deducted')))
  UNION ALL
  SELECT 'pending_differs_from_unsettled', m.merchant_id FROM (SELECT merchant_id FROM settlements UNION SELECT merchant_id FROM carrier_merchant_statements) m
    LEFT JOIN (SELECT merchant_id, sum(amount_minor) AS left_over FROM unsettled GROUP BY merchant_id) u USING (merchant_id)
    LEFT JOIN ledger_balances b ON b.subject_code = 'merchant_pending' AND b.owner_id = m.merchant_id
   WHERE coalesce(u.left_over, 0) <> coalesce(b.balance_minor, 0)
$$;
