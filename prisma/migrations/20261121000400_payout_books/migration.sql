-- What payouts must be able to show in the books; check_books says both.

CREATE FUNCTION check_payouts() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'undecided_payout_without_hold', p.id FROM payouts p LEFT JOIN ledger_holds h ON h.id = p.hold_id
   WHERE p.state IN ('held', 'sent', 'accepted', 'unknown')
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
$$;

ALTER FUNCTION check_books() RENAME TO check_ledger;
CREATE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM check_ledger() UNION ALL SELECT * FROM check_payouts()
$$;
