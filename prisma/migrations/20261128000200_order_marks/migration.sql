-- All that can change on the page of an order by somebody else's doing, as one short text: another text,
-- another page. What many open pages wait for is asked in one question, each order by its indexes.
CREATE FUNCTION order_marks(ids text[]) RETURNS TABLE (order_id text, mark text) LANGUAGE sql STABLE AS $$
  SELECT o.id, md5(jsonb_build_array(
    o.state, o.expires_at <= now(),
    (SELECT jsonb_agg(jsonb_build_array(
              a.id, a.state, a.payable_until, a.payable_until <= now(), a.host_result, a.failure_reason,
              CASE WHEN a.state IN ('sent', 'waiting', 'unknown') THEN a.next_step ->> 'type' END,
              p.code_tries, p.code_expires_at) ORDER BY a.id)
       FROM attempts a LEFT JOIN phone_payments p ON p.attempt_id = a.id
      WHERE a.order_id = o.id),
    (SELECT jsonb_agg(jsonb_build_array(r.id, r.state) ORDER BY r.id) FROM refunds r WHERE r.order_id = o.id),
    (SELECT max(s.scanned_at) FROM order_scans s WHERE s.order_id = o.id),
    (SELECT jsonb_agg(d.state ORDER BY d.id)
       FROM outbox_events e JOIN deliveries d ON d.event_id = e.id
      WHERE e.topic = 'order.paid' AND e.subject_id = o.id))::text)
    FROM orders o WHERE o.id = ANY (ids)
$$;
