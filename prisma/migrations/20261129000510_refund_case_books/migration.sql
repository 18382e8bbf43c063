-- The books check of payouts, and of refunds by transfer. What is paid for a refund has no hold: the refund has set it
-- aside itself.
CREATE OR REPLACE FUNCTION check_payouts() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'undecided_payout_without_hold', p.id FROM payouts p LEFT JOIN ledger_holds h ON h.id = p.hold_id
   WHERE p.payee_id IS NULL AND p.state IN ('held', 'sent', 'accepted', 'unknown')
     AND (h.state IS DISTINCT FROM 'held' OR h.amount_minor - h.captured_minor <> p.amount_minor)
  UNION ALL
  SELECT 'ended_payout_with_open_hold', p.id FROM payouts p JOIN ledger_holds h ON h.id = p.hold_id
   WHERE p.state IN ('succeeded', 'failed', 'returned') AND h.state = 'held'
  UNION ALL
  SELECT 'payout_booked_otherwise', p.id FROM payouts p
   WHERE (p.state IN ('succeeded', 'returned')) <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'payout-paid:' || p.id)
      OR (p.state = 'returned') <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'payout-returned:' || p.id)
      OR p.state IN ('accepted', 'succeeded', 'returned') AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'payout-sent:' || p.id)
  UNION ALL
  SELECT 'in_transit_differs_from_payouts', 'CNY' WHERE
    (SELECT coalesce(sum(balance_minor), 0) FROM ledger_balances WHERE subject_code = 'payouts_in_transit')
    <> (SELECT coalesce(sum(amount_minor), 0) FROM payouts WHERE state = 'accepted')
  UNION ALL
  SELECT 'refund_payout_of_no_case', p.id FROM payouts p
    LEFT JOIN refund_cases c ON c.id = split_part(p.request_key, ':', 2)
   WHERE p.payee_id IS NOT NULL AND (c.id IS NULL OR c.amount_minor <> p.amount_minor OR c.channel::text <> p.owner_id
      OR c.payout_tries < split_part(p.request_key, ':', 3)::int)
$$;

-- A case and its refund say the same; what it ended as is in the books; what was sent was approved by others than its
-- maker; and a payout that is decided is carried on before long.
CREATE FUNCTION check_refund_cases() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'case_differs_from_refund', c.id FROM refund_cases c JOIN refunds r ON r.id = c.refund_id
   WHERE r.route <> 'transfer' OR r.amount_minor <> c.amount_minor OR r.state::text <>
         CASE WHEN c.state = 'paid' THEN 'succeeded'
              WHEN c.state <> 'closed' THEN 'diverted'
              ELSE CASE c.ended_as WHEN 'merchant' THEN 'failed' WHEN 'suspense' THEN 'unclaimed' WHEN 'balance' THEN 'succeeded'
                -- The refund that the channel gave back stands for it; unless a payout had been, and came back.
                ELSE CASE WHEN EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-squared:' || r.id)
                          THEN 'succeeded' ELSE 'failed' END END END
  UNION ALL
  SELECT 'diverted_refund_without_case', r.id FROM refunds r
   WHERE r.state = 'diverted' AND r.updated_at < clock_timestamp() - interval '10 minutes'
     AND NOT EXISTS (SELECT FROM refund_cases c WHERE c.refund_id = r.id)
  UNION ALL
  SELECT 'case_ended_otherwise', c.id FROM refund_cases c LEFT JOIN payouts p ON p.id = c.payout_id
   WHERE (c.ended_as = 'card' AND c.state = 'paid') IS TRUE AND p.state IS DISTINCT FROM 'succeeded' AND p.state IS DISTINCT FROM 'returned'
      OR (c.ended_as = 'balance') IS TRUE <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-to-balance:' || c.refund_id)
      OR (c.ended_as = 'suspense') IS TRUE <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-unclaimed:' || c.refund_id)
      OR (c.ended_as = 'original') IS TRUE AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-squared:' || c.refund_id)
         AND NOT EXISTS (SELECT FROM refunds o WHERE o.attempt_id = c.attempt_id AND o.returned_at IS NOT NULL
                            AND o.state = 'succeeded' AND refund_end(o.id) = c.refund_id)
  UNION ALL
  SELECT 'case_paid_more_than_once', split_part(p.request_key, ':', 2) FROM payouts p
   WHERE p.payee_id IS NOT NULL AND p.state NOT IN ('failed', 'returned')
   GROUP BY split_part(p.request_key, ':', 2) HAVING count(*) > 1
  UNION ALL
  SELECT 'case_paid_as_well', c.id FROM refund_cases c JOIN payouts p ON split_part(p.request_key, ':', 2) = c.id
   WHERE p.payee_id IS NOT NULL AND p.state NOT IN ('failed', 'returned') AND c.state NOT IN ('sent', 'paid')
  UNION ALL
  SELECT 'sent_without_approvals', p.id FROM payouts p
   WHERE p.payee_id IS NOT NULL AND NOT EXISTS (
         SELECT FROM refund_proposals r
          WHERE r.case_id = split_part(p.request_key, ':', 2) AND r.payee_id = p.payee_id AND r.amount_minor = p.amount_minor
            AND (SELECT count(*) FROM refund_approvals a WHERE a.proposal_id = r.id AND a.checker_id <> r.maker_id) >= r.needed)
  UNION ALL
  SELECT 'approval_day_differs', d.user_id FROM approval_days d
   WHERE d.used_minor <> (SELECT coalesce(sum(r.amount_minor), 0) FROM refund_approvals a JOIN refund_proposals r ON r.id = a.proposal_id
            WHERE a.checker_id = d.user_id AND (a.approved_at AT TIME ZONE 'Asia/Shanghai')::date = d.day)
  UNION ALL
  SELECT 'given_twice_not_in_suspense', c.id FROM refund_cases c
   WHERE c.original_returned_at IS NOT NULL AND c.state = 'paid'
     AND NOT EXISTS (SELECT FROM refunds o JOIN ledger_entries e ON e.entry_key = 'returned-twice:' || o.id
                      WHERE o.attempt_id = c.attempt_id AND o.returned_at IS NOT NULL AND refund_end(o.id) = c.refund_id)
$$;

CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM check_ledger() UNION ALL SELECT * FROM check_payouts() UNION ALL SELECT * FROM check_refunds()
  UNION ALL SELECT * FROM check_settlements() UNION ALL SELECT * FROM check_carrier_statements()
  UNION ALL SELECT * FROM check_balance_parts() UNION ALL SELECT * FROM check_refund_cases()
$$;
