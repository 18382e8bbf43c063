-- Settles many payments in one statement, each in its own sub-block: a refused one never spoils its
-- neighbours, and all share one commit. An item:
--   {actor, cause,
--    attempt: {id, from: [states], event, to, channelRef?, cardType?, evidence?,
--              create?: {orderId, merchantId, method, channel, channelOrderNo, amountMinor, currency, customerId, host}},
--    order?: {id, from: [states], event, unexpired: bool},
--    entry, event?: {id, topic, merchantId}}
-- The answer, in the order of the items: {ok: true} or {refused: code}. Codes: state_conflict,
-- order_not_payable, payment_in_progress and those of post_entry.
CREATE FUNCTION settle_payment(item jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  attempt jsonb := item->'attempt';
  fresh   jsonb := item->'attempt'->'create';
  ord     jsonb := item->'order';
  was     text;
BEGIN
  -- Order first, then attempt: the same lock order everywhere.
  IF ord IS NOT NULL THEN
    SELECT state::text INTO was FROM orders WHERE id = ord->>'id' FOR UPDATE;
    UPDATE orders SET state = 'paid', paid_at = now(), paid_attempt_id = attempt->>'id', updated_at = now()
     WHERE id = ord->>'id' AND ord->'from' ? state::text
       AND (NOT (ord->>'unexpired')::boolean OR expires_at > clock_timestamp())
       AND (fresh IS NULL OR amount_minor = (fresh->>'amountMinor')::bigint);
    IF NOT FOUND THEN PERFORM refuse('order_not_payable'); END IF;
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

  PERFORM post_entry(item->'entry');

  IF item->'event' IS NOT NULL THEN
    INSERT INTO outbox_events (id, topic, merchant_id, subject_id)
      VALUES (item->'event'->>'id', item->'event'->>'topic', item->'event'->>'merchantId', ord->>'id');
  END IF;
END $$;

CREATE FUNCTION settle_payments(items jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  item    jsonb;
  answers jsonb := '[]';
  broken  text;
BEGIN
  FOR item IN SELECT value FROM jsonb_array_elements(items) LOOP
    BEGIN
      PERFORM settle_payment(item);
      answers := answers || '{"ok": true}';
    EXCEPTION
      WHEN SQLSTATE 'CA001' THEN
        answers := answers || jsonb_build_object('refused', SQLERRM);
      WHEN unique_violation THEN
        GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
        IF broken <> 'attempts_one_live_per_order' THEN RAISE; END IF;
        answers := answers || '{"refused": "payment_in_progress"}';
    END;
  END LOOP;
  RETURN answers;
END $$;
