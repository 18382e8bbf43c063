-- Settles many payments in one call, each with its own answer: payments from balance together by
-- set-based statements, by halves when one of them is refused; all share one commit. An item:
--   {actor, cause,
--    attempt: {id, from: [states], event, to, channelRef?, cardType?, evidence?,
--              create?: {orderId, merchantId, method, channel, channelOrderNo, amountMinor, currency, customerId, host}},
--    order?: {id, from: [states], event, unexpired: bool},
--    quota?: {payerId, amountMinor, dayLimitMinor: text | null, periodKind, periodLimitMinor},
--    entry, event?: {id, topic, merchantId}}
-- The answer, in the order of the items: {ok: true}, {refused: code} or {broken: what}. Codes: state_conflict,
-- order_not_payable, payment_in_progress, those of count_quota and of post_entry. An item that was
-- settled before by the same attempt is ok again: whoever lost the answer may ask once more.

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
                          customer_id, host, state, requested_at, payable_until, channel_ref)
      VALUES (attempt->>'id', fresh->>'orderId', fresh->>'merchantId', (fresh->>'method')::method,
              (fresh->>'channel')::channel, fresh->>'channelOrderNo', (fresh->>'amountMinor')::bigint,
              fresh->>'currency', fresh->>'customerId', (fresh->>'host')::host, (attempt->>'to')::attempt_state,
              now(), now(), attempt->>'channelRef');
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

-- Counts many amounts, all or none; one payer's are counted as one sum, against the narrowest of its
-- limits. Whatever count_quota would look at twice (a new day's first look, a merged payer, a limit
-- passed) is refused here, and comes back to it one by one.
CREATE FUNCTION count_quotas(quotas jsonb) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  today     date    := (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date;
  this_year integer := extract(year FROM today);
  payers    text[];
  amounts   bigint[];
  days      bigint[];
  periods   bigint[];
  yearly    boolean[];
  counted   integer;
BEGIN
  SELECT array_agg(p.payer ORDER BY p.payer), array_agg(p.amount ORDER BY p.payer), array_agg(p.day ORDER BY p.payer),
         array_agg(p.period ORDER BY p.payer), array_agg(p.yearly ORDER BY p.payer)
    INTO payers, amounts, days, periods, yearly FROM (
      SELECT q."payerId" AS payer, sum(q."amountMinor")::bigint AS amount, min(coalesce(q."dayLimitMinor", 9223372036854775807)) AS day,
             min(q."periodLimitMinor") AS period, q."periodKind" = 'year' AS yearly
        FROM jsonb_to_recordset(quotas) AS q ("payerId" text, "amountMinor" bigint, "dayLimitMinor" bigint, "periodKind" text, "periodLimitMinor" bigint)
       GROUP BY q."payerId", q."periodKind") p;
  IF payers IS NULL THEN RETURN; END IF;
  INSERT INTO quota_counters (payer_id, year, day) SELECT DISTINCT p.payer, this_year, today FROM unnest(payers) AS p (payer)
   WHERE NOT EXISTS (SELECT FROM quota_counters q WHERE q.payer_id = p.payer OFFSET 0) ORDER BY 1 ON CONFLICT DO NOTHING;
  PERFORM FROM quota_counters q WHERE q.payer_id = ANY (payers) ORDER BY q.payer_id FOR NO KEY UPDATE;
  UPDATE quota_counters q SET total_minor = q.total_minor + d.amount,
         year = this_year, year_minor = CASE WHEN q.year = this_year THEN q.year_minor ELSE 0 END + d.amount,
         day = today, day_minor = CASE WHEN q.day = today THEN q.day_minor ELSE 0 END + d.amount
    FROM unnest(payers, amounts, days, periods, yearly) AS d (payer, amount, day, period, yearly)
   WHERE q.payer_id = ANY (payers) AND q.payer_id = d.payer AND q.merged_into IS NULL AND q.day <= today AND q.year <= this_year
     AND CASE WHEN q.day = today THEN q.day_minor ELSE 0 END <= d.day - d.amount
     AND CASE WHEN NOT d.yearly THEN q.total_minor WHEN q.year = this_year THEN q.year_minor ELSE 0 END <= d.period - d.amount;
  GET DIAGNOSTICS counted = ROW_COUNT;
  IF counted < cardinality(payers) THEN PERFORM refuse('day_limit_exceeded'); END IF;
END $$;

-- Payments that make their attempt and pay an open order, all or none: those from balance.
CREATE FUNCTION settle_together(items jsonb) RETURNS void LANGUAGE plpgsql
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
                        customer_id, host, state, requested_at, payable_until, channel_ref)
    SELECT a.id, c."orderId", c."merchantId", c.method, c.channel, c."channelOrderNo", c."amountMinor", c.currency,
           c."customerId", c.host, a."to", now(), now(), a."channelRef"
      FROM jsonb_to_recordset(items) AS i (attempt jsonb),
           jsonb_to_record(i.attempt) AS a (id text, "to" attempt_state, "channelRef" text, "create" jsonb),
           jsonb_to_record(a."create") AS c ("orderId" text, "merchantId" text, method method, channel channel,
             "channelOrderNo" text, "amountMinor" bigint, currency text, "customerId" text, host host);
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

CREATE OR REPLACE FUNCTION settle_payments(items jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  size   integer := jsonb_array_length(items);
  broken text;
BEGIN
  BEGIN
    IF size = 1 THEN
      PERFORM settle_payment(items->0);
    ELSE
      PERFORM settle_together(items);
    END IF;
    RETURN (SELECT jsonb_agg('{"ok": true}'::jsonb) FROM generate_series(1, size));
  EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
    IF size = 1 THEN RETURN jsonb_build_array(answer_of(SQLSTATE, SQLERRM, broken)); END IF;
  END;
  RETURN settle_payments(jsonb_path_query_array(items, '$[0 to $end]', jsonb_build_object('end', size / 2 - 1)))
      || settle_payments(jsonb_path_query_array(items, '$[$start to last]', jsonb_build_object('start', size / 2)));
END $$;
