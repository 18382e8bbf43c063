-- The mark of an order changes with what its page says about when the result can be expected, too.
CREATE OR REPLACE FUNCTION order_marks(ids text[]) RETURNS TABLE (order_id text, mark text) LANGUAGE sql STABLE AS $$
  SELECT o.id, md5(jsonb_build_array(
    o.state, o.expires_at <= now(),
    (SELECT jsonb_agg(jsonb_build_array(
              a.id, a.state, a.payable_until, a.payable_until <= now(), a.host_result, a.failure_reason,
              CASE WHEN a.state IN ('sent', 'waiting', 'unknown') THEN jsonb_build_array(
                a.next_step ->> 'type',
                -- When its result is expected is told anew at these two moments (expected-result.ts).
                a.requested_at + interval '1 minute' <= now(),
                a.payable_until + interval '2 minutes' <= now()) END,
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

-- A payment from balance keeps, as all others do, which browser began it: "begunBy" in "create" of an item.
CREATE OR REPLACE FUNCTION settle_payment(item jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  attempt jsonb := item->'attempt';
  fresh   jsonb := item->'attempt'->'create';
  ord     jsonb := item->'order';
  was     text;
BEGIN
  -- Order first, then attempt, payer and accounts: the same lock order everywhere.
  IF ord IS NOT NULL THEN
    SELECT state::text INTO was FROM orders WHERE id = ord->>'id' FOR UPDATE;
    UPDATE orders SET state = 'paid', paid_at = now(), paid_attempt_id = attempt->>'id', updated_at = now()
     WHERE id = ord->>'id' AND ord->'from' ? state::text
       AND (NOT (ord->>'unexpired')::boolean OR expires_at > clock_timestamp())
       AND (fresh IS NULL OR amount_minor = (fresh->>'amountMinor')::bigint);
    IF NOT FOUND THEN
      IF fresh IS NOT NULL AND EXISTS (SELECT FROM orders WHERE id = ord->>'id' AND paid_attempt_id = attempt->>'id') THEN RETURN; END IF;
      PERFORM refuse('order_not_payable');
    END IF;
    INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor, cause)
      VALUES ('order', ord->>'id', ord->>'event', was, 'paid', item->>'actor', item->>'cause');
  END IF;

  IF fresh IS NOT NULL THEN
    was := 'created';
    INSERT INTO attempts (id, order_id, merchant_id, method, channel, channel_order_no, amount_minor, currency,
                          customer_id, host, begun_by, state, requested_at, payable_until, channel_ref)
      VALUES (attempt->>'id', fresh->>'orderId', fresh->>'merchantId', (fresh->>'method')::method,
              (fresh->>'channel')::channel, fresh->>'channelOrderNo', (fresh->>'amountMinor')::bigint,
              fresh->>'currency', fresh->>'customerId', (fresh->>'host')::host, fresh->>'begunBy',
              (attempt->>'to')::attempt_state, now(), now(), attempt->>'channelRef');
  ELSE
    SELECT state::text INTO was FROM attempts WHERE id = attempt->>'id' FOR UPDATE;
    UPDATE attempts SET state = (attempt->>'to')::attempt_state, next_ask_at = NULL, next_step = NULL,
           channel_ref = coalesce(attempt->>'channelRef', channel_ref),
           card_type = coalesce((attempt->>'cardType')::card_type, card_type),
           evidence = coalesce(attempt->'evidence', evidence), updated_at = now()
     WHERE id = attempt->>'id' AND attempt->'from' ? state::text;
    IF NOT FOUND THEN PERFORM refuse('state_conflict'); END IF;
  END IF;
  INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor, cause)
    VALUES ('attempt', attempt->>'id', attempt->>'event', was, attempt->>'to', item->>'actor', item->>'cause');

  IF item->'quota' IS NOT NULL THEN PERFORM count_quota(item->'quota'); END IF;
  PERFORM post_entry(item->'entry');

  IF item->'event' IS NOT NULL THEN
    INSERT INTO outbox_events (id, topic, merchant_id, subject_id)
      VALUES (item->'event'->>'id', item->'event'->>'topic', item->'event'->>'merchantId', ord->>'id');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION settle_together(items jsonb) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  order_ids   text[];
  attempt_ids text[];
  amounts     bigint[];
  unexpired   boolean[];
  paid        integer;
BEGIN
  SELECT array_agg(i."order"->>'id' ORDER BY n), array_agg(i.attempt->>'id' ORDER BY n),
         array_agg((i.attempt->'create'->>'amountMinor')::bigint ORDER BY n), array_agg((i."order"->>'unexpired')::boolean ORDER BY n)
    INTO order_ids, attempt_ids, amounts, unexpired
    FROM ROWS FROM (jsonb_to_recordset(items) AS ("order" jsonb, attempt jsonb)) WITH ORDINALITY AS i("order", attempt, n)
   WHERE i."order"->'from' ? 'open';
  PERFORM FROM orders o WHERE o.id = ANY (order_ids) ORDER BY o.id FOR NO KEY UPDATE;
  UPDATE orders o SET state = 'paid', paid_at = now(), paid_attempt_id = d.attempt_id, updated_at = now()
    FROM unnest(order_ids, attempt_ids, amounts, unexpired) AS d (order_id, attempt_id, amount_minor, unexpired)
   WHERE o.id = ANY (order_ids) AND o.id = d.order_id AND o.state = 'open' AND o.amount_minor = d.amount_minor
     AND (NOT d.unexpired OR o.expires_at > clock_timestamp());
  GET DIAGNOSTICS paid = ROW_COUNT;
  IF paid < jsonb_array_length(items) THEN PERFORM refuse('order_not_payable'); END IF;

  INSERT INTO attempts (id, order_id, merchant_id, method, channel, channel_order_no, amount_minor, currency,
                        customer_id, host, begun_by, state, requested_at, payable_until, channel_ref)
    SELECT a.id, c."orderId", c."merchantId", c.method, c.channel, c."channelOrderNo", c."amountMinor", c.currency,
           c."customerId", c.host, c."begunBy", a."to", now(), now(), a."channelRef"
      FROM jsonb_to_recordset(items) AS i (attempt jsonb),
           jsonb_to_record(i.attempt) AS a (id text, "to" attempt_state, "channelRef" text, "create" jsonb),
           jsonb_to_record(a."create") AS c ("orderId" text, "merchantId" text, method method, channel channel,
             "channelOrderNo" text, "amountMinor" bigint, currency text, "customerId" text, host host, "begunBy" text);
  INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor, cause)
    SELECT t.* FROM jsonb_to_recordset(items) AS i (actor text, cause text, attempt jsonb, "order" jsonb),
      LATERAL (VALUES ('order', i."order"->>'id', i."order"->>'event', 'open', 'paid', i.actor, i.cause),
                      ('attempt', i.attempt->>'id', i.attempt->>'event', 'created', i.attempt->>'to', i.actor, i.cause)) AS t;

  PERFORM count_quotas(jsonb_path_query_array(items, '$[*].quota'));
  PERFORM post_together(jsonb_path_query_array(items, '$[*].entry'));

  INSERT INTO outbox_events (id, topic, merchant_id, subject_id)
    SELECT e.id, e.topic, e."merchantId", i."order"->>'id'
      FROM jsonb_to_recordset(items) AS i ("order" jsonb, event jsonb),
           jsonb_to_record(i.event) AS e (id text, topic text, "merchantId" text);
END $$;
