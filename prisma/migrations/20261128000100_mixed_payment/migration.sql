-- A payment by two hands: what the held part has taken of the payer's limits, given back with it.
CREATE TABLE quota_holds (
  reference TEXT NOT NULL,
  payer_id TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  year INTEGER NOT NULL,
  day DATE NOT NULL,
  released_at TIMESTAMPTZ(3),
  CONSTRAINT quota_holds_pkey PRIMARY KEY (reference)
);

-- Counts like count_quota, for something that may still come to nothing. Under the same reference it is
-- counted once.
CREATE FUNCTION hold_quota(wanted text, quota jsonb, at timestamptz DEFAULT clock_timestamp()) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM quota_holds WHERE reference = wanted) THEN RETURN; END IF;
  PERFORM count_quota(quota, at);
  -- The counter is locked by now, and its day is the one that was counted in.
  INSERT INTO quota_holds (reference, payer_id, amount_minor, year, day)
    WITH RECURSIVE q AS (
      SELECT c.* FROM quota_counters c WHERE c.payer_id = quota->>'payerId'
      UNION ALL SELECT c.* FROM q JOIN quota_counters c ON c.payer_id = q.merged_into)
    SELECT wanted, q.payer_id, (quota->>'amountMinor')::bigint, q.year, q.day FROM q WHERE q.merged_into IS NULL;
END $$;

-- hold_quota for a caller that wants its refusal as data, as try_count_quota answers.
CREATE FUNCTION try_hold_quota(wanted text, quota jsonb)
RETURNS TABLE (refused text, left_minor bigint) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_quota(wanted, quota);
  RETURN QUERY SELECT NULL::text, NULL::bigint;
EXCEPTION WHEN SQLSTATE 'CA001' THEN
  RETURN QUERY SELECT SQLERRM, greatest(0, CASE
      WHEN SQLERRM = 'day_limit_exceeded' THEN (quota->>'dayLimitMinor')::bigint - u.day_minor
      WHEN quota->>'periodKind' = 'year'  THEN (quota->>'periodLimitMinor')::bigint - u.year_minor
      ELSE (quota->>'periodLimitMinor')::bigint - u.total_minor END)
    FROM quota_used(quota->>'payerId') u;
END $$;

-- Gives back what was counted, once; of a day or a year that is over there is nothing left to give back.
CREATE FUNCTION release_quota(wanted text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  given quota_holds;
  payer text;
  onward text;
BEGIN
  UPDATE quota_holds SET released_at = clock_timestamp() WHERE reference = wanted AND released_at IS NULL
    RETURNING * INTO given;
  IF NOT FOUND THEN RETURN; END IF;
  payer := given.payer_id;
  LOOP
    SELECT merged_into INTO onward FROM quota_counters WHERE payer_id = payer FOR UPDATE;
    EXIT WHEN onward IS NULL;
    payer := onward;
  END LOOP;
  UPDATE quota_counters q SET
    total_minor = greatest(0, q.total_minor - given.amount_minor),
    year_minor  = CASE WHEN q.year = given.year THEN greatest(0, q.year_minor - given.amount_minor) ELSE q.year_minor END,
    day_minor   = CASE WHEN q.day = given.day THEN greatest(0, q.day_minor - given.amount_minor) ELSE q.day_minor END
   WHERE q.payer_id = payer;
END $$;

-- The books check: refunds are as much as was paid by either hand; a part is held while its attempt can
-- still succeed, taken with it, and free again otherwise.
CREATE OR REPLACE FUNCTION check_refunds() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'returned_more_than_paid', a.id FROM attempts a
    JOIN (SELECT attempt_id, coalesce(sum(amount_minor) FILTER (WHERE route = 'balance'), 0) AS to_balance,
                 coalesce(sum(amount_minor) FILTER (WHERE route <> 'balance'), 0) AS to_channel
            FROM refunds WHERE state <> 'failed' GROUP BY attempt_id) r ON r.attempt_id = a.id
   WHERE r.to_balance > CASE a.channel WHEN 'balance' THEN a.amount_minor ELSE a.balance_minor END
      OR r.to_channel > CASE a.channel WHEN 'balance' THEN 0 ELSE a.amount_minor END
  UNION ALL
  SELECT 'refund_booked_otherwise', r.id FROM refunds r
    LEFT JOIN refunds i ON i.replaces_id = r.id
   WHERE r.cause = 'requested' AND (
         (r.route <> 'balance' AND r.replaces_id IS NULL) <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-reserved:' || r.id)
      OR (r.route <> 'balance' AND r.state = 'succeeded') <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-settled:' || r.id)
      OR (r.state = 'failed' AND i.id IS NULL) <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-failed:' || r.id)
      OR (r.route = 'balance') <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'balance-refund:' || r.id))
  UNION ALL
  SELECT 'payable_differs_from_refunds', 'CNY' WHERE
    (SELECT coalesce(sum(balance_minor), 0) FROM ledger_balances WHERE subject_code = 'refunds_payable')
    <> (SELECT coalesce(sum(amount_minor), 0) FROM refunds WHERE state IN ('created', 'sent', 'waiting', 'unknown'))
$$;

CREATE FUNCTION check_balance_parts() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'parts_differ_from_order', a.id FROM attempts a JOIN orders o ON o.id = a.order_id
   WHERE a.balance_minor > 0 AND a.amount_minor + a.balance_minor <> o.amount_minor
  UNION ALL
  SELECT 'balance_part_not_taken', a.id FROM attempts a JOIN ledger_holds h ON h.id = a.balance_hold_id
   WHERE a.state = 'succeeded' AND (h.state <> 'captured' OR h.captured_minor <> a.balance_minor
      OR NOT EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'payment-balance:' || a.id))
  UNION ALL
  -- A QR code and the one that replaced it share a hold: it is owed while either can still succeed with it.
  SELECT 'balance_part_left_held', h.id FROM ledger_holds h
   WHERE h.state = 'held' AND EXISTS (SELECT FROM attempts a WHERE a.balance_hold_id = h.id)
     AND NOT EXISTS (SELECT FROM attempts a WHERE a.balance_hold_id = h.id
                        AND a.state IN ('created', 'sent', 'waiting', 'unknown'))
  UNION ALL
  SELECT 'balance_part_not_held', a.id FROM attempts a JOIN ledger_holds h ON h.id = a.balance_hold_id
   WHERE a.state IN ('created', 'sent', 'waiting', 'unknown') AND h.state <> 'held'
  UNION ALL
  SELECT 'balance_part_counted_otherwise', h.id FROM ledger_holds h JOIN quota_holds q ON q.reference = h.hold_key
   WHERE (q.released_at IS NULL) <> (h.state IN ('held', 'captured')) OR q.amount_minor <> h.amount_minor
$$;
CREATE INDEX "attempts_balance_hold_id_idx" ON attempts (balance_hold_id) WHERE balance_hold_id IS NOT NULL;

CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM check_ledger() UNION ALL SELECT * FROM check_payouts() UNION ALL SELECT * FROM check_refunds()
  UNION ALL SELECT * FROM check_settlements() UNION ALL SELECT * FROM check_carrier_statements()
  UNION ALL SELECT * FROM check_balance_parts()
$$;
