-- What stands around posting: holds, the sums of internal accounts, the daily close, the books check.

-- the entries of one accounting day: the close counts them, the finance page lists them
CREATE INDEX "ledger_entries_day_idx" ON "ledger_entries" USING brin ("accounting_date") WITH (autosummarize = on);
-- the open holds of an account
CREATE INDEX "ledger_holds_open_idx" ON "ledger_holds"("account_id") WHERE "state" = 'held';

-- holds -------------------------------------------------------------------------------------------
-- Everywhere the day lock first, then account rows in id order, then the hold: no two can wait for
-- each other.

CREATE FUNCTION hold_words(hold ledger_holds) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(hold.account_id, hold.amount_minor, hold.business_ref, hold.reason)
$$;

-- Keeps a part of a user's balance: {id, holdKey, accountId, amountMinor, businessRef, reason, expiresAt?}.
-- Answers the hold's id; the same key with the same content is the same hold, whenever it is to end (a
-- repeat asks a moment later). Refuses line_not_positive, amount_out_of_range, unknown_account,
-- account_frozen, account_closed, insufficient_funds, hold_expired and hold_conflict.
CREATE FUNCTION place_hold(asked jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  amount  numeric := (asked->>'amountMinor')::numeric;
  account ledger_accounts;
  wanted  ledger_holds;
  known   ledger_holds;
BEGIN
  IF amount < 1 THEN PERFORM refuse('line_not_positive'); END IF;
  IF amount > 1e15 OR amount <> trunc(amount) THEN PERFORM refuse('amount_out_of_range'); END IF;
  wanted.id := asked->>'id';
  wanted.hold_key := asked->>'holdKey';
  wanted.account_id := asked->>'accountId';
  wanted.amount_minor := amount;
  wanted.business_ref := asked->>'businessRef';
  wanted.reason := asked->>'reason';
  wanted.expires_at := asked->>'expiresAt';

  PERFORM pg_advisory_xact_lock_shared(5120261121);
  SELECT * INTO account FROM ledger_accounts WHERE id = wanted.account_id AND kind = 'external' FOR NO KEY UPDATE;
  SELECT * INTO known FROM ledger_holds WHERE hold_key = wanted.hold_key;
  IF FOUND THEN
    IF hold_words(known) <> hold_words(wanted) THEN PERFORM refuse('hold_conflict'); END IF;
    RETURN known.id;
  END IF;
  IF account.id IS NULL THEN PERFORM refuse('unknown_account'); END IF;
  IF account.state <> 'active' THEN PERFORM refuse('account_' || account.state); END IF;
  IF wanted.expires_at <= clock_timestamp() THEN PERFORM refuse('hold_expired'); END IF;
  IF account.balance_minor - account.held_minor < amount THEN PERFORM refuse('insufficient_funds'); END IF;

  INSERT INTO ledger_holds (id, hold_key, account_id, amount_minor, business_ref, reason, expires_at)
    VALUES (wanted.id, wanted.hold_key, wanted.account_id, wanted.amount_minor, wanted.business_ref, wanted.reason, wanted.expires_at)
    ON CONFLICT (hold_key) DO NOTHING;
  -- Who took the key meanwhile holds another account's money: this account is locked.
  IF NOT FOUND THEN PERFORM refuse('hold_conflict'); END IF;
  UPDATE ledger_accounts SET held_minor = held_minor + wanted.amount_minor WHERE id = account.id;
  RETURN wanted.id;
END $$;

-- Books the entry with money of the hold: what it takes from the held account, net, is taken from the
-- hold, in whole or in part; the rest stays held. The same entry again changes nothing, also when the
-- hold has ended. A hold is a promise made before: a freeze that came after it does not break it.
-- Refuses hold_not_found, hold_expired, hold_ended, hold_over_capture and what post_entry refuses.
CREATE FUNCTION capture_hold(wanted_id text, entry jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  hold   ledger_holds;
  part   numeric;
  was    account_state;
  answer text;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(5120261121);
  SELECT * INTO hold FROM ledger_holds WHERE id = wanted_id;
  IF NOT FOUND THEN PERFORM refuse('hold_not_found'); END IF;
  PERFORM FROM ledger_accounts WHERE kind = 'external' AND id IN (
      SELECT hold.account_id UNION ALL
      SELECT concat_ws(':', l->>'subject', l->>'owner', entry->>'currency') FROM jsonb_array_elements(entry->'lines') AS l)
    ORDER BY id FOR NO KEY UPDATE;
  SELECT * INTO hold FROM ledger_holds WHERE id = wanted_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM ledger_entries WHERE entry_key = entry->>'entryKey') THEN RETURN post_entry(entry); END IF;

  IF hold.state = 'expired' OR (hold.state = 'held' AND hold.expires_at <= clock_timestamp()) THEN
    PERFORM refuse('hold_expired');
  END IF;
  IF hold.state <> 'held' THEN PERFORM refuse('hold_ended'); END IF;
  SELECT coalesce(sum(CASE WHEN l->>'side' = a.normal_side::text THEN -1 ELSE 1 END * (l->>'amountMinor')::numeric), 0) INTO part
    FROM jsonb_array_elements(entry->'lines') AS l
    JOIN ledger_accounts a ON a.id = concat_ws(':', l->>'subject', l->>'owner', entry->>'currency')
   WHERE a.id = hold.account_id;
  IF part < 1 OR part > hold.amount_minor - hold.captured_minor THEN PERFORM refuse('hold_over_capture'); END IF;

  SELECT state INTO was FROM ledger_accounts WHERE id = hold.account_id;
  UPDATE ledger_accounts SET held_minor = held_minor - part::bigint, state = 'active' WHERE id = hold.account_id;
  UPDATE ledger_holds SET captured_minor = captured_minor + part::bigint,
         state = CASE WHEN captured_minor + part = amount_minor THEN 'captured' ELSE 'held' END::hold_state,
         ended_at = CASE WHEN captured_minor + part = amount_minor THEN clock_timestamp() END
   WHERE id = hold.id;
  answer := post_entry(entry);
  IF was <> 'active' THEN UPDATE ledger_accounts SET state = was WHERE id = hold.account_id; END IF;
  RETURN answer;
END $$;

-- Gives back what the hold still keeps; on one that has ended, nothing. Answers its id. Refuses
-- hold_not_found.
CREATE FUNCTION release_hold(wanted_id text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  hold ledger_holds;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(5120261121);
  SELECT * INTO hold FROM ledger_holds WHERE id = wanted_id;
  IF NOT FOUND THEN PERFORM refuse('hold_not_found'); END IF;
  PERFORM FROM ledger_accounts WHERE id = hold.account_id FOR NO KEY UPDATE;
  UPDATE ledger_holds SET state = 'released', ended_at = clock_timestamp()
   WHERE id = wanted_id AND state = 'held' RETURNING * INTO hold;
  IF FOUND THEN
    UPDATE ledger_accounts SET held_minor = held_minor - (hold.amount_minor - hold.captured_minor) WHERE id = hold.account_id;
  END IF;
  RETURN wanted_id;
END $$;

-- Ends at most so many holds whose time is over, and says how many; accounts that somebody holds are
-- left for the next time.
CREATE FUNCTION expire_holds(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  due   text[];
  free  text[];
  ended integer;
BEGIN
  SELECT array_agg(id) INTO due FROM (
    SELECT id FROM ledger_holds WHERE state = 'held' AND expires_at <= clock_timestamp() ORDER BY expires_at LIMIT most) h;
  SELECT array_agg(id) INTO free FROM (
    SELECT id FROM ledger_accounts WHERE id IN (SELECT account_id FROM ledger_holds WHERE id = ANY (due))
     ORDER BY id FOR NO KEY UPDATE SKIP LOCKED) a;
  WITH over AS (
    UPDATE ledger_holds SET state = 'expired', ended_at = clock_timestamp()
     WHERE id = ANY (due) AND account_id = ANY (free) AND state = 'held'
    RETURNING account_id, amount_minor - captured_minor AS rest),
  given_back AS (
    UPDATE ledger_accounts a SET held_minor = a.held_minor - o.rest
      FROM (SELECT account_id, sum(rest)::bigint AS rest FROM over GROUP BY account_id) o WHERE a.id = o.account_id)
  SELECT count(*) INTO ended FROM over;
  RETURN ended;
END $$;

-- The same three for a caller that wants a refusal as data and its transaction still usable: {ok: the
-- hold's id, or 'posted' | 'repeated'}, {refused: code} or {broken: what}.
CREATE FUNCTION try_hold(action text, hold_id text, details jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  answer text;
  broken text;
BEGIN
  FOR round IN 1..2 LOOP
    BEGIN
      CASE action
        WHEN 'place' THEN answer := place_hold(details);
        WHEN 'capture' THEN answer := capture_hold(hold_id, details);
        WHEN 'release' THEN answer := release_hold(hold_id);
      END CASE;
      RETURN jsonb_build_object('ok', answer);
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
      -- The same entry, posted by somebody else meanwhile: now it can be seen.
      IF broken = 'ledger_entries_entry_key_key' AND round = 1 THEN CONTINUE; END IF;
      RETURN answer_of(SQLSTATE, SQLERRM, broken);
    END;
  END LOOP;
END $$;

-- internal accounts -------------------------------------------------------------------------------
-- Adds to the internal accounts the lines that are certain to be all there, locking no post. Line ids
-- come from a sequence and commit out of order, so a limit is first noted and summed only when every
-- transaction that can have drawn an id up to it has ended: a post has its transaction's number before
-- it draws line ids, so those are the transactions numbered below the one that noted the limit. Needs a
-- transaction of its own. Answers how many lines were added.
CREATE FUNCTION sum_internal_accounts() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  sums   ledger_sums;
  seen   pg_snapshot;
  drawn  bigint;
  added  bigint := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(5120261122);
  IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
    RAISE EXCEPTION 'sum_internal_accounts needs a transaction of its own';
  END IF;
  SELECT * INTO sums FROM ledger_sums;
  SELECT pg_current_snapshot() INTO seen;

  IF sums.pending_line_id > sums.through_line_id AND sums.pending_tx <= pg_snapshot_xmin(seen)::text::bigint THEN
    WITH fresh AS (
      SELECT l.account_id, count(*) AS lines, sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END)::bigint AS delta
        FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE a.kind = 'internal' AND l.id > sums.through_line_id AND l.id <= sums.pending_line_id GROUP BY l.account_id),
    moved AS (
      UPDATE ledger_accounts a SET balance_minor = a.balance_minor + f.delta FROM fresh f WHERE a.id = f.account_id RETURNING f.lines)
    SELECT coalesce(sum(lines), 0) INTO added FROM moved;
    UPDATE ledger_sums SET through_line_id = sums.pending_line_id, summed_at = clock_timestamp();
    sums.through_line_id := sums.pending_line_id;
  END IF;

  -- A limit noted in another life of this database (a dump restored elsewhere) means nothing here.
  IF sums.pending_line_id > sums.through_line_id AND sums.pending_tx < pg_snapshot_xmax(seen)::text::bigint THEN
    RETURN added;
  END IF;
  drawn := coalesce(pg_sequence_last_value('ledger_lines_id_seq'), 0);
  IF drawn > sums.through_line_id THEN
    UPDATE ledger_sums SET pending_line_id = drawn, pending_tx = pg_current_xact_id()::text::bigint;
  END IF;
  RETURN added;
END $$;

-- Every balance on the account's normal side: external ones as kept, internal ones as summed with the
-- lines that are not yet.
CREATE OR REPLACE VIEW ledger_balances AS
  SELECT a.id, a.subject_code, a.owner_id, a.currency, a.kind,
         CASE WHEN a.kind = 'external' THEN a.balance_minor ELSE
           (a.balance_minor + coalesce((SELECT sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END)
              FROM ledger_lines l WHERE l.account_id = a.id AND l.id > (SELECT s.through_line_id FROM ledger_sums s)), 0))::bigint
         END AS balance_minor,
         a.held_minor, a.state
    FROM ledger_accounts a;

-- accounting days ---------------------------------------------------------------------------------
-- Closes every day up to this one that is still open, from the first with entries on. Answers how many,
-- {ok: n}, or {refused: code}: day_not_over, and ledger_busy when a post is under way for too long, since
-- all later ones wait behind this.
CREATE FUNCTION close_days(last date, actor text) RETURNS jsonb LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
  closed integer;
BEGIN
  IF last >= (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date THEN RETURN '{"refused": "day_not_over"}'; END IF;
  IF last <= (SELECT max(day) FROM ledger_days) THEN RETURN '{"ok": 0}'; END IF;
  -- Alone for a moment: posts under way finish before it, later ones find the day closed.
  BEGIN
    PERFORM pg_advisory_xact_lock(5120261121);
  EXCEPTION WHEN lock_not_available THEN
    RETURN '{"refused": "ledger_busy"}';
  END;
  INSERT INTO ledger_days (day, closed_by, closed_at)
    SELECT d::date, actor, clock_timestamp() FROM generate_series(
      coalesce((SELECT max(day) + 1 FROM ledger_days), least((SELECT min(accounting_date) FROM ledger_entries), last)),
      last, interval '1 day') AS d;
  GET DIAGNOSTICS closed = ROW_COUNT;
  RETURN jsonb_build_object('ok', closed);
END $$;

-- What each subject did on a day, from the lines since the last day rolled up before it: opening and
-- closing on the normal side. It never reads the day's own totals, so it can check them.
CREATE FUNCTION day_movements(wanted date)
  RETURNS TABLE (subject_code text, currency char(3), opening_minor bigint, debit_minor bigint, credit_minor bigint, closing_minor bigint)
  LANGUAGE sql STABLE AS $$
  WITH base AS (SELECT max(d.day) AS day FROM ledger_days d WHERE d.day < wanted AND d.entries IS NOT NULL),
  moved AS (
    SELECT a.subject_code, l.currency,
           coalesce(sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END) FILTER (WHERE l.accounting_date < wanted), 0) AS before,
           coalesce(sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END), 0) AS change,
           coalesce(sum(l.amount_minor) FILTER (WHERE l.accounting_date = wanted AND l.side = 'debit'), 0) AS debit,
           coalesce(sum(l.amount_minor) FILTER (WHERE l.accounting_date = wanted AND l.side = 'credit'), 0) AS credit
      FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
     WHERE l.accounting_date <= wanted AND l.accounting_date > coalesce((SELECT day FROM base), '-infinity')
     GROUP BY a.subject_code, l.currency),
  carried AS (SELECT t.subject_code, t.currency, t.closing_minor AS closing FROM ledger_subject_totals t JOIN base b ON b.day = t.day)
  SELECT subject_code, currency, (coalesce(closing, 0) + coalesce(before, 0))::bigint, coalesce(debit, 0)::bigint,
         coalesce(credit, 0)::bigint, (coalesce(closing, 0) + coalesce(change, 0))::bigint
    FROM carried FULL JOIN moved USING (subject_code, currency)
   WHERE coalesce(closing, 0) + coalesce(before, 0) <> 0 OR debit > 0 OR credit > 0
$$;

-- Rolls a closed day's lines up into subject totals. Again, it makes the same rows; how many entries the
-- day had is noted once, so that one that came later is found.
CREATE FUNCTION roll_up_day(wanted date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM ledger_days WHERE day = wanted FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'day % is not closed', wanted; END IF;
  WITH made AS MATERIALIZED (SELECT * FROM day_movements(wanted)),
  gone AS (
    DELETE FROM ledger_subject_totals t WHERE t.day = wanted AND NOT EXISTS (
      SELECT FROM made m WHERE m.subject_code = t.subject_code AND m.currency = t.currency))
  INSERT INTO ledger_subject_totals (day, subject_code, currency, opening_minor, debit_minor, credit_minor, closing_minor)
    SELECT wanted, m.* FROM made m
    ON CONFLICT (day, subject_code, currency) DO UPDATE SET opening_minor = EXCLUDED.opening_minor,
      debit_minor = EXCLUDED.debit_minor, credit_minor = EXCLUDED.credit_minor, closing_minor = EXCLUDED.closing_minor;
  UPDATE ledger_days SET entries = (SELECT count(*) FROM ledger_entries WHERE accounting_date = wanted)
   WHERE day = wanted AND entries IS NULL;
END $$;

-- The trial balance at the end of a day: a closed day's totals, else the last ones with the lines since.
CREATE FUNCTION trial_balance(wanted date)
  RETURNS TABLE (subject_code text, currency char(3), opening_minor bigint, debit_minor bigint, credit_minor bigint, closing_minor bigint)
  LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT FROM ledger_days WHERE day = wanted AND entries IS NOT NULL) THEN
    RETURN QUERY SELECT t.subject_code, t.currency, t.opening_minor, t.debit_minor, t.credit_minor, t.closing_minor
      FROM ledger_subject_totals t WHERE t.day = wanted;
  ELSE
    RETURN QUERY SELECT * FROM day_movements(wanted);
  END IF;
END $$;

-- the books check ---------------------------------------------------------------------------------
-- One row for each thing that is wrong with the books; none is the only good answer.
CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  WITH sums AS (
    SELECT a.id, a.kind, a.state, a.balance_minor, a.held_minor, coalesce(l.total, 0) AS total, coalesce(l.summed, 0) AS summed,
           coalesce(h.kept, 0) AS kept
      FROM ledger_accounts a
      LEFT JOIN (SELECT x.account_id,
                        sum(CASE WHEN x.side = y.normal_side THEN x.amount_minor ELSE -x.amount_minor END) AS total,
                        sum(CASE WHEN x.side = y.normal_side THEN x.amount_minor ELSE -x.amount_minor END)
                          FILTER (WHERE x.id <= (SELECT through_line_id FROM ledger_sums)) AS summed
                   FROM ledger_lines x JOIN ledger_accounts y ON y.id = x.account_id GROUP BY x.account_id) l ON l.account_id = a.id
      LEFT JOIN (SELECT account_id, sum(amount_minor - captured_minor) AS kept FROM ledger_holds WHERE state = 'held' GROUP BY account_id) h
             ON h.account_id = a.id),
  detail AS (
    SELECT l.accounting_date AS day, a.subject_code, l.currency,
           coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'debit'), 0) AS debit,
           coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'credit'), 0) AS credit,
           sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END) AS change
      FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id GROUP BY l.accounting_date, a.subject_code, l.currency),
  expected AS (
    SELECT d.day, s.subject_code, s.currency, coalesce(m.debit, 0) AS debit, coalesce(m.credit, 0) AS credit,
           sum(coalesce(m.change, 0)) OVER upto - coalesce(m.change, 0) AS opening,
           sum(coalesce(m.change, 0)) OVER upto AS closing
      FROM ledger_days d CROSS JOIN (SELECT DISTINCT subject_code, currency FROM detail) s
      LEFT JOIN detail m ON m.day = d.day AND m.subject_code = s.subject_code AND m.currency = s.currency
     WHERE d.entries IS NOT NULL
    WINDOW upto AS (PARTITION BY s.subject_code, s.currency ORDER BY d.day))
  SELECT 'entry_unbalanced', e.id FROM ledger_entries e
    LEFT JOIN ledger_lines l ON l.entry_id = e.id GROUP BY e.id
    HAVING count(l.id) < 2 OR sum(CASE l.side WHEN 'debit' THEN l.amount_minor ELSE -l.amount_minor END) <> 0
  UNION ALL
  SELECT 'entry_of_mixed_currency', e.id FROM ledger_entries e
    JOIN ledger_lines l ON l.entry_id = e.id JOIN ledger_accounts a ON a.id = l.account_id
   WHERE l.currency <> e.currency OR a.currency <> e.currency GROUP BY e.id
  UNION ALL
  SELECT 'line_of_another_day', e.id FROM ledger_entries e
    JOIN ledger_lines l ON l.entry_id = e.id WHERE l.accounting_date <> e.accounting_date GROUP BY e.id
  UNION ALL
  SELECT 'line_without_entry_or_account', l.id::text FROM ledger_lines l
    LEFT JOIN ledger_entries e ON e.id = l.entry_id LEFT JOIN ledger_accounts a ON a.id = l.account_id
   WHERE e.id IS NULL OR a.id IS NULL
  UNION ALL
  SELECT 'trial_balance_not_zero', currency FROM ledger_lines GROUP BY currency
    HAVING sum(CASE side WHEN 'debit' THEN amount_minor ELSE -amount_minor END) <> 0
  UNION ALL
  SELECT 'balance_differs_from_lines', id FROM sums WHERE kind = 'external' AND balance_minor <> total
  UNION ALL
  SELECT 'sum_differs_from_lines', id FROM sums WHERE kind = 'internal' AND balance_minor <> summed
  UNION ALL
  SELECT 'external_below_zero', id FROM sums WHERE kind = 'external' AND balance_minor < 0
  UNION ALL
  SELECT 'held_differs_from_holds', id FROM sums WHERE held_minor <> kept
  UNION ALL
  SELECT 'holds_exceed_balance', id FROM sums WHERE kind = 'external' AND greatest(held_minor, kept) > balance_minor
  UNION ALL
  SELECT 'closed_account_not_empty', id FROM sums WHERE state = 'closed' AND (total <> 0 OR kept <> 0)
  UNION ALL
  SELECT 'running_balance_broken', account_id || ' ' || id FROM (
    SELECT l.account_id, l.id, l.balance_after_minor AS kept,
           sum(CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END) OVER (PARTITION BY l.account_id ORDER BY l.id) AS after
      FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id WHERE a.kind = 'external') r
   WHERE kept IS DISTINCT FROM after
  UNION ALL
  SELECT 'subject_total_differs_from_lines', day || ' ' || subject_code
    FROM (SELECT * FROM expected WHERE opening <> 0 OR debit <> 0 OR credit <> 0) x
    FULL JOIN ledger_subject_totals t USING (day, subject_code, currency)
   WHERE (opening, debit, credit, closing) IS DISTINCT FROM
         (t.opening_minor::numeric, t.debit_minor::numeric, t.credit_minor::numeric, t.closing_minor::numeric)
  UNION ALL
  SELECT 'entry_in_closed_day', day::text
    FROM (SELECT accounting_date AS day, count(*) AS there FROM ledger_entries
           WHERE accounting_date <= (SELECT max(day) FROM ledger_days) GROUP BY accounting_date) e
    FULL JOIN ledger_days d USING (day)
   WHERE d.day IS NULL OR coalesce(there, 0) <> d.entries
  UNION ALL
  SELECT 'paid_order_without_entry', o.id FROM orders o
    LEFT JOIN (SELECT e.business_ref, l.account_id, sum(l.amount_minor) AS booked
                 FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id WHERE l.side = 'credit'
                GROUP BY e.business_ref, l.account_id) b
           ON b.business_ref = o.id AND b.account_id = concat_ws(':', 'merchant_pending', o.merchant_id, o.currency)
   WHERE o.state = 'paid' AND coalesce(b.booked, 0) <> o.amount_minor
  UNION ALL
  SELECT 'order_charged_twice', order_id FROM attempts WHERE state = 'succeeded' GROUP BY order_id HAVING count(*) > 1
  UNION ALL
  SELECT 'succeeded_attempt_of_unpaid_order', a.id FROM attempts a JOIN orders o ON o.id = a.order_id
   WHERE a.state = 'succeeded' AND o.paid_attempt_id IS DISTINCT FROM a.id
  UNION ALL
  SELECT 'paid_order_without_event', o.id FROM orders o WHERE o.state = 'paid'
     AND NOT EXISTS (SELECT FROM outbox_events v WHERE v.topic = 'order.paid' AND v.subject_id = o.id)
$$;
