-- The ledger's own law. Refusals carry SQLSTATE CA001 and their code as the message.

INSERT INTO "ledger_subjects" ("code", "name_zh", "name_en", "normal_side", "kind") VALUES
  ('platform_bank',    '平台银行存款',   'Platform bank deposits',       'debit',  'internal'),
  ('channel_clearing', '渠道清算款',     'Channel clearing',             'debit',  'internal'),
  ('customer_balance', '用户余额',       'Customer balance',             'credit', 'external'),
  ('merchant_pending', '待结算商户款',   'Merchant pending settlement',  'credit', 'internal'),
  ('late_payments',    '迟到款（待处理）', 'Late payments (suspense)',    'credit', 'internal'),
  ('refunds_payable',  '应付退款',       'Refunds payable',              'credit', 'internal');

CREATE FUNCTION refuse(code text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', code USING ERRCODE = 'CA001';
END $$;

-- Posts one entry: {id, entryKey, event, businessRef, currency, lines: [{subject, owner, side, amountMinor}]}.
-- Answers 'posted', or 'repeated' when the same key came with the same content. Refuses
-- entry_unbalanced, entry_conflict, unknown_subject, insufficient_funds.
CREATE FUNCTION post_entry(entry jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  content text;
  known   text;
  account record;
BEGIN
  SELECT encode(sha256(convert_to(concat_ws('|', entry->>'event', entry->>'businessRef', entry->>'currency',
           string_agg(concat_ws(':', l->>'subject', l->>'owner', l->>'side', l->>'amountMinor'), ',' ORDER BY n)), 'UTF8')), 'hex')
    INTO content FROM jsonb_array_elements(entry->'lines') WITH ORDINALITY AS t(l, n);

  INSERT INTO ledger_entries (id, entry_key, content_hash, event, business_ref, accounting_date, posted_tx)
    VALUES (entry->>'id', entry->>'entryKey', content, entry->>'event', entry->>'businessRef',
            (now() AT TIME ZONE 'Asia/Shanghai')::date, pg_current_xact_id()::text::bigint)
    ON CONFLICT (entry_key) DO NOTHING;
  IF NOT FOUND THEN
    SELECT content_hash INTO known FROM ledger_entries WHERE entry_key = entry->>'entryKey';
    IF known IS DISTINCT FROM content THEN PERFORM refuse('entry_conflict'); END IF;
    RETURN 'repeated';
  END IF;

  PERFORM refuse('entry_unbalanced') WHERE NOT (
    SELECT count(*) >= 2 AND bool_and((l->>'amountMinor')::bigint > 0)
       AND sum(CASE l->>'side' WHEN 'debit' THEN (l->>'amountMinor')::bigint ELSE -(l->>'amountMinor')::bigint END) = 0
      FROM jsonb_array_elements(entry->'lines') AS l);
  PERFORM refuse('unknown_subject') WHERE EXISTS (
    SELECT FROM jsonb_array_elements(entry->'lines') AS l
     WHERE NOT EXISTS (SELECT FROM ledger_subjects s WHERE s.code = l->>'subject'));

  INSERT INTO ledger_accounts (id, subject_code, owner_id, currency, kind, normal_side, balance_minor)
    SELECT DISTINCT concat_ws(':', s.code, l->>'owner', entry->>'currency'), s.code, l->>'owner',
           entry->>'currency', s.kind, s.normal_side, 0
      FROM jsonb_array_elements(entry->'lines') AS l JOIN ledger_subjects s ON s.code = l->>'subject'
     WHERE NOT EXISTS (SELECT FROM ledger_accounts a WHERE a.id = concat_ws(':', s.code, l->>'owner', entry->>'currency'))
     ORDER BY 1
    ON CONFLICT (id) DO NOTHING;

  -- Only users' accounts are locked, in id order; a hot merchant's internal account never is.
  FOR account IN
    SELECT a.id, sum(CASE WHEN l->>'side' = a.normal_side::text THEN 1 ELSE -1 END * (l->>'amountMinor')::bigint) AS delta
      FROM jsonb_array_elements(entry->'lines') AS l
      JOIN ledger_accounts a ON a.id = concat_ws(':', l->>'subject', l->>'owner', entry->>'currency')
     WHERE a.kind = 'external' GROUP BY a.id ORDER BY a.id
  LOOP
    UPDATE ledger_accounts SET balance_minor = balance_minor + account.delta
     WHERE id = account.id AND balance_minor + account.delta >= 0;
    IF NOT FOUND THEN PERFORM refuse('insufficient_funds'); END IF;
  END LOOP;

  INSERT INTO ledger_lines (entry_id, account_id, side, amount_minor, currency)
    SELECT entry->>'id', concat_ws(':', l->>'subject', l->>'owner', entry->>'currency'),
           (l->>'side')::ledger_side, (l->>'amountMinor')::bigint, entry->>'currency'
      FROM jsonb_array_elements(entry->'lines') WITH ORDINALITY AS t(l, n) ORDER BY n;
  RETURN 'posted';
END $$;

-- post_entry for a caller that wants its refusal as data and its transaction still usable.
CREATE FUNCTION try_post_entry(entry jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  answer := post_entry(entry);
  RETURN jsonb_build_object('result', answer);
EXCEPTION WHEN SQLSTATE 'CA001' THEN
  RETURN jsonb_build_object('result', 'refused', 'code', SQLERRM);
END $$;

-- Whoever writes past post_entry meets the same law: lines join an entry only in the transaction
-- that posted it, and at commit the entry balances.
CREATE FUNCTION ledger_line_joins_its_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_entries WHERE id = NEW.entry_id
                    AND posted_tx = pg_current_xact_id()::text::bigint) THEN
    RAISE EXCEPTION 'entry % is closed', NEW.entry_id USING ERRCODE = 'CA901';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ledger_lines_join_their_entry" BEFORE INSERT ON "ledger_lines"
  FOR EACH ROW EXECUTE FUNCTION ledger_line_joins_its_entry();

CREATE FUNCTION ledger_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (SELECT count(*) >= 2 AND count(DISTINCT currency) = 1
             AND sum(CASE side WHEN 'debit' THEN amount_minor ELSE -amount_minor END) = 0
            FROM ledger_lines WHERE entry_id = NEW.id) THEN
    RAISE EXCEPTION 'entry % does not balance', NEW.id USING ERRCODE = 'CA902';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ledger_entries_balance" AFTER INSERT ON "ledger_entries"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_balances();

-- Every balance, external ones as kept, internal ones summed, on the account's normal side.
CREATE VIEW ledger_balances AS
  SELECT a.id, a.subject_code, a.owner_id, a.currency, a.kind,
         CASE WHEN a.kind = 'external' THEN a.balance_minor ELSE
           coalesce((SELECT sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END)
                       FROM ledger_lines l WHERE l.account_id = a.id), 0)::bigint END AS balance_minor
    FROM ledger_accounts a;

-- One row for each thing that is wrong with the books; none is the only good answer.
CREATE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'entry_unbalanced', e.id FROM ledger_entries e
    LEFT JOIN ledger_lines l ON l.entry_id = e.id GROUP BY e.id
    HAVING count(l.id) < 2 OR sum(CASE l.side WHEN 'debit' THEN l.amount_minor ELSE -l.amount_minor END) <> 0
  UNION ALL
  SELECT 'trial_balance_not_zero', currency FROM ledger_lines GROUP BY currency
    HAVING sum(CASE side WHEN 'debit' THEN amount_minor ELSE -amount_minor END) <> 0
  UNION ALL
  SELECT 'balance_differs_from_lines', a.id FROM ledger_accounts a
   WHERE a.kind = 'external' AND a.balance_minor <> coalesce((SELECT
     sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END)
     FROM ledger_lines l WHERE l.account_id = a.id), 0)
  UNION ALL
  SELECT 'external_below_zero', id FROM ledger_accounts WHERE kind = 'external' AND balance_minor < 0
  UNION ALL
  SELECT 'paid_order_without_entry', o.id FROM orders o WHERE o.state = 'paid' AND coalesce((SELECT
     sum(l.amount_minor) FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
      WHERE e.business_ref = o.id AND l.side = 'credit'
        AND l.account_id = concat_ws(':', 'merchant_pending', o.merchant_id, o.currency)), 0) <> o.amount_minor
  UNION ALL
  SELECT 'order_charged_twice', order_id FROM attempts WHERE state = 'succeeded' GROUP BY order_id HAVING count(*) > 1
  UNION ALL
  SELECT 'succeeded_attempt_of_unpaid_order', a.id FROM attempts a JOIN orders o ON o.id = a.order_id
   WHERE a.state = 'succeeded' AND o.paid_attempt_id IS DISTINCT FROM a.id
  UNION ALL
  SELECT 'paid_order_without_event', o.id FROM orders o WHERE o.state = 'paid'
     AND NOT EXISTS (SELECT FROM outbox_events v WHERE v.topic = 'order.paid' AND v.subject_id = o.id)
$$;
