-- The carriers' statements in the books check. What a merchant's payments by phone bill still are to it is
-- pending until a statement lists them; from then on, what statements have not credited yet.
CREATE OR REPLACE FUNCTION check_settlements() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
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
   WHERE r.cause <> 'requested' OR r.replaces_id IS NOT NULL OR r.amount_minor <> n.amount_minor OR r.merchant_id <> s.merchant_id
      OR (n.kind = 'restored' AND (n.refund_id NOT IN (SELECT refund_id FROM failed)
          OR NOT EXISTS (SELECT FROM settlement_refunds d WHERE d.refund_id = n.refund_id AND d.kind = 'deducted')))
  UNION ALL
  SELECT 'pending_differs_from_unsettled', m.merchant_id FROM (SELECT merchant_id FROM settlements UNION SELECT merchant_id FROM carrier_merchant_statements) m
    LEFT JOIN (SELECT merchant_id, sum(amount_minor) AS left_over FROM unsettled GROUP BY merchant_id) u USING (merchant_id)
    LEFT JOIN ledger_balances b ON b.subject_code = 'merchant_pending' AND b.owner_id = m.merchant_id
   WHERE coalesce(u.left_over, 0) <> coalesce(b.balance_minor, 0)
$$;

-- What carriers' statements must be able to show: each merchant's part is its lines, and its entries.
CREATE FUNCTION check_carrier_statements() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  WITH listed AS (
    SELECT statement_id, merchant_id,
           count(*) FILTER (WHERE kind = 'paid') AS payments,
           coalesce(sum(amount_minor) FILTER (WHERE kind = 'paid'), 0) AS gross,
           count(*) FILTER (WHERE kind = 'reduction') AS reductions,
           coalesce(sum(amount_minor) FILTER (WHERE kind = 'reduction'), 0) AS reduction,
           count(*) FILTER (WHERE kind = 'bad_debt') AS bad_debts,
           coalesce(sum(amount_minor) FILTER (WHERE kind = 'bad_debt'), 0) AS bad_debt,
           count(*) FILTER (WHERE kind = 'complaint_refund') AS complaints,
           coalesce(sum(amount_minor) FILTER (WHERE kind = 'complaint_refund'), 0) AS complaint,
           coalesce(sum(CASE kind WHEN 'paid' THEN share_minor ELSE -share_minor END), 0) AS share
      FROM carrier_statement_lines WHERE finding = 'matched' GROUP BY statement_id, merchant_id),
  heard AS (
    SELECT statement_id, merchant_id, count(*) AS complained FROM carrier_statement_lines
     WHERE kind = 'complaint_refund' AND finding NOT IN ('not_ours', 'repeated') GROUP BY statement_id, merchant_id),
  expected AS (
    SELECT m.statement_id || ':' || m.merchant_id AS part, v.event, v.account, v.amount
      FROM carrier_merchant_statements m
     CROSS JOIN LATERAL (VALUES
       ('carrier_reduction', 'channel_clearing:carrier:CNY', m.reduction_minor),
       ('carrier_bad_debt', 'channel_clearing:carrier:CNY', m.bad_debt_minor),
       ('carrier_complaint_refund', 'channel_clearing:carrier:CNY', m.complaint_minor),
       ('carrier_share', 'channel_clearing:carrier:CNY', greatest(m.share_minor, 0)),
       ('carrier_share_returned', concat('merchant_pending:', m.merchant_id, ':CNY'), greatest(-m.share_minor, 0)),
       ('carrier_settlement', concat('merchant_balance:', m.merchant_id, ':CNY'), m.credited_minor),
       ('carrier_settlement', 'fee_income:platform:CNY', m.fee_minor)) AS v (event, account, amount)
     WHERE v.amount > 0
    UNION ALL
    SELECT reference, 'carrier_remittance', 'channel_clearing:carrier:CNY', amount_minor FROM carrier_remittances),
  booked AS (
    SELECT substr(e.entry_key, length(e.event) + 2) AS part, e.event, l.account_id AS account, l.amount_minor AS amount
      FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id AND l.side = 'credit'
     WHERE e.event LIKE 'carrier\_%')
  SELECT 'carrier_statement_differs_from_lines', coalesce(m.statement_id, l.statement_id) || ':' || coalesce(m.merchant_id, l.merchant_id)
    FROM carrier_merchant_statements m FULL JOIN listed l ON l.statement_id = m.statement_id AND l.merchant_id = m.merchant_id
    LEFT JOIN heard h ON h.statement_id = m.statement_id AND h.merchant_id = m.merchant_id
   WHERE (coalesce(l.payments, 0), coalesce(l.gross, 0), coalesce(l.reductions, 0), coalesce(l.reduction, 0), coalesce(l.bad_debts, 0),
          coalesce(l.bad_debt, 0), coalesce(l.complaints, 0), coalesce(l.complaint, 0), coalesce(l.share, 0), coalesce(h.complained, 0))
         IS DISTINCT FROM (m.payments, m.gross_minor, m.reductions, m.reduction_minor, m.bad_debts,
          m.bad_debt_minor, m.complaints, m.complaint_minor, m.share_minor, m.complained)
  UNION ALL
  SELECT 'carrier_statement_booked_otherwise', coalesce(x.part, b.part)
    FROM expected x FULL JOIN booked b ON b.part = x.part AND b.event = x.event AND b.account = x.account
   WHERE x.amount IS DISTINCT FROM b.amount
  UNION ALL
  SELECT 'carrier_statement_lost_lines', s.id FROM carrier_statements s
   WHERE s.lines <> (SELECT count(*) FROM carrier_statement_lines l WHERE l.statement_id = s.id)
$$;
CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM check_ledger() UNION ALL SELECT * FROM check_payouts() UNION ALL SELECT * FROM check_refunds()
  UNION ALL SELECT * FROM check_settlements() UNION ALL SELECT * FROM check_carrier_statements()
$$;
