-- What has happened to orders, payments, refunds and payouts, step by step: each step begins where the last one ended, the
-- last one ended where the row stands, nothing leaves an end but by a late success that was written down, one payment
-- pays an order and none is alive beside it, and merchants are told each step once, of what went back too, numbered without gaps.
CREATE FUNCTION check_histories() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  WITH steps AS (
    SELECT subject_type, subject_id, event, from_state, to_state, id,
           lag(to_state) OVER w AS before, lead(id) OVER w IS NULL AS is_last
      FROM transitions WHERE subject_type IN ('order', 'attempt', 'refund', 'payout')
    WINDOW w AS (PARTITION BY subject_type, subject_id ORDER BY id)
  ), ends (subject_type, state, way_on) AS (
    VALUES ('order', 'paid', NULL), ('order', 'expired', 'acceptLate'), ('order', 'closed', 'acceptLate'),
           ('attempt', 'succeeded', NULL), ('attempt', 'returned', NULL), ('attempt', 'failed', 'succeedLate'),
           ('refund', 'declined', NULL), ('refund', 'unclaimed', NULL), ('refund', 'failed', 'succeedLate'),
           ('refund', 'succeeded', 'reopen'),
           ('payout', 'failed', NULL), ('payout', 'returned', NULL), ('payout', 'succeeded', 'return')
  ), stand (subject_type, subject_id, state) AS (
    SELECT 'order', id, state::text FROM orders UNION ALL SELECT 'attempt', id, state::text FROM attempts
    UNION ALL SELECT 'refund', id, state::text FROM refunds UNION ALL SELECT 'payout', id, state::text FROM payouts
  )
  SELECT 'step_begins_elsewhere', s.subject_id FROM steps s WHERE s.before <> s.from_state
  UNION ALL
  SELECT 'end_was_left', s.subject_id FROM steps s JOIN ends e ON e.subject_type = s.subject_type AND e.state = s.from_state
   WHERE e.way_on IS DISTINCT FROM s.event
  UNION ALL
  SELECT 'state_differs_from_steps', s.subject_id FROM steps s JOIN stand USING (subject_type, subject_id)
   WHERE s.is_last AND s.to_state <> stand.state
  UNION ALL
  SELECT 'order_paid_more_than_once', order_id FROM attempts WHERE state = 'succeeded' GROUP BY order_id HAVING count(*) > 1
  UNION ALL
  SELECT 'order_has_several_live_payments', order_id FROM attempts
   WHERE state IN ('created', 'sent', 'waiting', 'unknown', 'succeeded') GROUP BY order_id HAVING count(*) > 1
  UNION ALL
  SELECT 'paid_by_another_payment', o.id FROM orders o LEFT JOIN attempts a ON a.id = o.paid_attempt_id AND a.order_id = o.id
   WHERE o.state = 'paid' AND a.state IS DISTINCT FROM 'succeeded'
  UNION ALL
  SELECT 'paid_without_order', a.id FROM attempts a JOIN orders o ON o.id = a.order_id
   WHERE a.state = 'succeeded' AND (o.state <> 'paid' OR o.paid_attempt_id IS DISTINCT FROM a.id)
  UNION ALL
  SELECT 'refund_not_told', r.id FROM refunds r
   WHERE r.state = 'succeeded' AND r.cause = 'requested' AND r.replaces_id IS NULL AND r.part_of_id IS NULL
     AND NOT EXISTS (SELECT FROM refunds p WHERE p.part_of_id = r.id OR p.replaces_id = r.id)
     AND NOT EXISTS (SELECT FROM outbox_events e WHERE e.topic = 'refund.succeeded' AND e.subject_id = r.id)
  UNION ALL
  SELECT 'step_told_more_than_once', subject_id FROM outbox_events GROUP BY topic, subject_id HAVING count(*) > 1
  UNION ALL
  SELECT 'events_not_numbered_through', object_id FROM outbox_events WHERE object_id IS NOT NULL
   GROUP BY object_id HAVING count(*) <> max(sequence) OR min(sequence) <> 1
$$;

-- What has been left lying for longer than `patience`: open past its time, asked about by nobody, told to nobody. Empty
-- whenever the workers run and the channels answer.
CREATE FUNCTION check_left_lying(patience interval) RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  WITH late AS (SELECT clock_timestamp() - patience AS at)
  SELECT 'order_open_past_its_time', o.id FROM orders o, late
   WHERE o.state = 'open' AND o.expires_at < late.at AND NOT order_awaits_channel(o.id)
  UNION ALL
  SELECT 'payment_that_nobody_asks_about', a.id FROM attempts a, late
   WHERE a.channel <> 'balance' AND a.state IN ('sent', 'waiting', 'unknown', 'superseded')
     AND a.updated_at < late.at AND (a.next_ask_at IS NULL OR a.next_ask_at < late.at)
  UNION ALL
  SELECT 'refund_that_nobody_asks_about', r.id FROM refunds r, late
   WHERE r.state IN ('sent', 'waiting', 'unknown') AND r.updated_at < late.at AND r.next_ask_at < late.at
  UNION ALL
  SELECT 'event_not_handed_on', e.id FROM outbox_events e, late WHERE e.relayed_at IS NULL AND e.created_at < late.at
  UNION ALL
  SELECT 'late_payment_not_given_back', a.id FROM attempts a JOIN merchants m ON m.id = a.merchant_id, late
   WHERE a.state = 'late_succeeded' AND m.late_payment_policy = 'refund' AND a.updated_at < late.at
     AND NOT EXISTS (SELECT FROM refunds r WHERE r.attempt_id = a.id)
$$;
