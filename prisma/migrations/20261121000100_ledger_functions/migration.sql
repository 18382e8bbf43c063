-- Posting, one by one and many together. Refusals carry SQLSTATE CA001 and their code as the message.
--
-- Every post takes the day lock (5120261121) in shared mode before it reads the accounting day;
-- closing a day takes it alone for a moment, so no entry slips into a day behind its totals.

-- Lines name their account and entry without foreign keys: a key would lock the hot merchant's
-- account row for every payment. The trigger below checks the same, and neither row ever goes away.
ALTER TABLE "ledger_lines" DROP CONSTRAINT "ledger_lines_entry_id_fkey", DROP CONSTRAINT "ledger_lines_account_id_fkey";
CREATE TRIGGER "ledger_accounts_stay" BEFORE DELETE ON "ledger_accounts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ledger_accounts_no_truncate" BEFORE TRUNCATE ON "ledger_accounts" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ledger_accounts_keep_their_name" BEFORE UPDATE ON "ledger_accounts" FOR EACH ROW
  WHEN (ROW(OLD.id, OLD.subject_code, OLD.owner_id, OLD.currency, OLD.kind, OLD.normal_side)
        IS DISTINCT FROM ROW(NEW.id, NEW.subject_code, NEW.owner_id, NEW.currency, NEW.kind, NEW.normal_side))
  EXECUTE FUNCTION refuse_change();
-- Balances change without touching an index, on the page they are on.
ALTER TABLE "ledger_accounts" SET (fillfactor = 60);
CREATE INDEX "ledger_lines_day_idx" ON "ledger_lines" USING brin ("accounting_date") WITH (autosummarize = on);

DROP TRIGGER "ledger_lines_join_their_entry" ON "ledger_lines";
DROP TRIGGER "ledger_entries_balance" ON "ledger_entries";
DROP FUNCTION ledger_line_joins_its_entry();
DROP FUNCTION ledger_entry_balances();

-- OFFSET 0 below keeps a look-up a look-up: these plans are kept for as long as a connection lives, and
-- one made while a table was small must not read all of it when it is large.

-- Whoever writes past post_entry meets the same law: an entry comes with its lines in one statement,
-- lines join an entry only in the transaction that posted it, and every statement adds what balances.
CREATE FUNCTION check_new_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh f WHERE NOT EXISTS (SELECT FROM ledger_lines l WHERE l.entry_id = f.id OFFSET 0)) THEN
    RAISE EXCEPTION 'an entry has no lines' USING ERRCODE = 'CA902';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ledger_entries_have_lines" AFTER INSERT ON "ledger_entries" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION check_new_entries();

CREATE FUNCTION check_new_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh f GROUP BY f.entry_id, f.currency
             HAVING count(*) < 2 OR sum(CASE f.side WHEN 'debit' THEN f.amount_minor ELSE -f.amount_minor END) <> 0) THEN
    RAISE EXCEPTION 'an entry does not balance' USING ERRCODE = 'CA902';
  END IF;
  IF EXISTS (SELECT FROM fresh f WHERE NOT EXISTS (
       SELECT FROM ledger_entries e WHERE e.id = f.entry_id AND e.posted_tx = pg_current_xact_id()::text::bigint
          AND e.accounting_date = f.accounting_date AND e.currency = f.currency OFFSET 0)) THEN
    RAISE EXCEPTION 'an entry is closed' USING ERRCODE = 'CA901';
  END IF;
  IF EXISTS (SELECT FROM fresh f WHERE NOT EXISTS (
       SELECT FROM ledger_accounts a WHERE a.id = f.account_id AND a.currency = f.currency
          AND (a.kind = 'external') = (f.balance_after_minor IS NOT NULL) OFFSET 0)) THEN
    RAISE EXCEPTION 'a line names no account' USING ERRCODE = 'CA903';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ledger_lines_are_sound" AFTER INSERT ON "ledger_lines" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION check_new_lines();

-- The accounting day that a post of this moment belongs to (Beijing), behind the day lock.
CREATE FUNCTION open_accounting_day() RETURNS date LANGUAGE plpgsql AS $$
DECLARE
  today date;
  last  date;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(5120261121);
  today := (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date;
  SELECT max(day) INTO last FROM ledger_days;
  RETURN CASE WHEN last >= today THEN last + 1 ELSE today END;
END $$;

CREATE TYPE ledger_posting AS (
  entry_no integer, line_no integer, entry_id text, account_id text, subject text, owner text, currency text,
  side ledger_side, amount_minor bigint, kind account_kind, delta_minor bigint);

-- Posts entries by set-based statements, all or none. An entry: {id, entryKey, event, businessRef, currency,
-- lines: [{subject, owner, side, amountMinor, currency?}], reverses?, accountingDate?}. Refuses what cannot
-- be booked; of several entries the code need not be the one that a lone post would meet. A key that is
-- there already is a unique_violation: who posts alone looks first.
CREATE FUNCTION post_together(entries jsonb) RETURNS void LANGUAGE plpgsql
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
  posting_tx bigint := pg_current_xact_id()::text::bigint;
  today      date := open_accounting_day();
  postings   ledger_posting[];
  bad        record;
  owned      text[];
  deltas     bigint[];
  debits     boolean[];
  moved_ids  text[];
  moved_to   bigint[];
BEGIN
  SELECT array_agg(ROW(e.n, l.m, e.id, concat_ws(':', l.subject, l.owner, e.currency), l.subject, l.owner, e.currency,
                       l.side, CASE WHEN l."amountMinor" BETWEEN 1 AND 1e15 THEN l."amountMinor" END, s.kind,
                       CASE WHEN l."amountMinor" NOT BETWEEN 1 AND 1e15 THEN 0 WHEN l.side = s.normal_side THEN l."amountMinor" ELSE -l."amountMinor" END
                   )::ledger_posting ORDER BY e.n, l.m) AS postings,
         bool_or(l."amountMinor" < 1 OR l."amountMinor" IS NULL) AS nothing,
         bool_or(l."amountMinor" > 1e15 OR l."amountMinor" <> trunc(l."amountMinor")) AS beyond,
         bool_or(l.currency <> e.currency) AS mixed, bool_or(s.code IS NULL) AS subjectless,
         bool_or(a.state = 'closed') AS closed, bool_or(a.state IS NULL) AS fresh,
         bool_or(e."accountingDate" <= (SELECT max(d.day) FROM ledger_days d) OR e."accountingDate" > today) AS shut
    INTO bad
    FROM ROWS FROM (jsonb_to_recordset(entries) AS (id text, currency text, "accountingDate" date, lines jsonb))
         WITH ORDINALITY AS e(id, currency, "accountingDate", lines, n)
   CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(e.lines) AS (subject text, owner text, side ledger_side, "amountMinor" numeric, currency text))
         WITH ORDINALITY AS l(subject, owner, side, "amountMinor", currency, m)
    LEFT JOIN ledger_subjects s ON s.code = l.subject
    LEFT JOIN LATERAL (SELECT state FROM ledger_accounts WHERE id = concat_ws(':', l.subject, l.owner, e.currency) OFFSET 0) a ON true;
  IF bad.postings IS NULL THEN PERFORM refuse('entry_unbalanced'); END IF;
  IF bad.beyond THEN PERFORM refuse('amount_out_of_range'); END IF;
  IF bad.nothing THEN PERFORM refuse('line_not_positive'); END IF;
  IF bad.mixed THEN PERFORM refuse('mixed_currency'); END IF;
  IF bad.subjectless THEN PERFORM refuse('unknown_subject'); END IF;
  IF bad.closed THEN PERFORM refuse('account_closed'); END IF;
  IF bad.shut THEN PERFORM refuse('day_closed'); END IF;
  postings := bad.postings;

  IF bad.fresh THEN
    INSERT INTO ledger_accounts (id, subject_code, owner_id, currency, kind, normal_side, balance_minor)
      SELECT DISTINCT p.account_id, s.code, p.owner, p.currency, s.kind, s.normal_side, 0
        FROM unnest(postings) AS p JOIN ledger_subjects s ON s.code = p.subject ORDER BY 1
      ON CONFLICT (id) DO NOTHING;
  END IF;

  -- Only users' accounts are locked, in id order; a hot merchant's internal account never is.
  SELECT array_agg(d.account_id ORDER BY d.account_id), array_agg(d.delta ORDER BY d.account_id), array_agg(d.debits ORDER BY d.account_id)
    INTO owned, deltas, debits
    FROM (SELECT p.account_id, sum(p.delta_minor)::bigint AS delta, bool_or(p.delta_minor < 0) AS debits FROM unnest(postings) AS p
           WHERE p.kind = 'external' GROUP BY p.account_id) d;
  IF owned IS NOT NULL THEN
    PERFORM FROM ledger_accounts a WHERE a.id = ANY (owned) ORDER BY a.id FOR NO KEY UPDATE;
    WITH moved AS (
      UPDATE ledger_accounts a SET balance_minor = a.balance_minor + d.delta
        FROM unnest(owned, deltas, debits) AS d (account_id, delta, debits)
       WHERE a.id = ANY (owned) AND a.id = d.account_id
         AND (NOT d.debits AND a.state <> 'closed' OR a.state = 'active' AND a.balance_minor - a.held_minor + d.delta >= 0)
      RETURNING a.id, a.balance_minor)
    SELECT array_agg(id), array_agg(balance_minor) INTO moved_ids, moved_to FROM moved;
    IF coalesce(cardinality(moved_ids), 0) < cardinality(owned) THEN
      PERFORM refuse(CASE a.state WHEN 'frozen' THEN 'account_frozen' WHEN 'closed' THEN 'account_closed' ELSE 'insufficient_funds' END)
         FROM ledger_accounts a WHERE a.id = ANY (owned) AND NOT a.id = ANY (coalesce(moved_ids, '{}')) LIMIT 1;
    END IF;
  END IF;

  WITH made AS (
    INSERT INTO ledger_entries (id, entry_key, content_hash, event, currency, business_ref, reverses, accounting_date, posted_tx)
      SELECT e.id, e."entryKey", encode(sha256(convert_to(concat_ws('|', e.event, e."businessRef", e.currency, c.lines), 'UTF8')), 'hex'),
             e.event, e.currency, e."businessRef", e.reverses, coalesce(e."accountingDate", today), posting_tx
        FROM jsonb_to_recordset(entries) AS e (id text, "entryKey" text, event text, "businessRef" text, currency text, reverses text, "accountingDate" date)
        JOIN (SELECT p.entry_id, string_agg(concat_ws(':', p.subject, p.owner, p.side, p.amount_minor), ',' ORDER BY p.line_no) AS lines
                FROM unnest(postings) AS p GROUP BY p.entry_id) c ON c.entry_id = e.id
      RETURNING id, accounting_date)
  INSERT INTO ledger_lines (entry_id, account_id, side, amount_minor, currency, accounting_date, balance_after_minor)
    SELECT p.entry_id, p.account_id, p.side, p.amount_minor, p.currency, m.accounting_date,
           -- What was left after each line: the end, less what came after it.
           b.balance_minor - coalesce(sum(p.delta_minor) OVER (PARTITION BY p.account_id ORDER BY p.entry_no, p.line_no
                                      ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 0)
      FROM unnest(postings) AS p JOIN made m ON m.id = p.entry_id
      LEFT JOIN unnest(moved_ids, moved_to) AS b (account_id, balance_minor) ON b.account_id = p.account_id
     ORDER BY p.entry_no, p.line_no;
END $$;

-- Posts one entry. Answers 'posted', or 'repeated' when the same key came with the same content.
-- Refuses entry_conflict and what post_together refuses.
CREATE OR REPLACE FUNCTION post_entry(entry jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  known   text;
  content text;
BEGIN
  SELECT content_hash INTO known FROM ledger_entries WHERE entry_key = entry->>'entryKey';
  IF NOT FOUND THEN
    PERFORM post_together(jsonb_build_array(entry));
    RETURN 'posted';
  END IF;
  SELECT encode(sha256(convert_to(concat_ws('|', entry->>'event', entry->>'businessRef', entry->>'currency',
           string_agg(concat_ws(':', l->>'subject', l->>'owner', l->>'side', l->>'amountMinor'), ',' ORDER BY n)), 'UTF8')), 'hex')
    INTO content FROM jsonb_array_elements(entry->'lines') WITH ORDINALITY AS t(l, n);
  IF known IS DISTINCT FROM content THEN PERFORM refuse('entry_conflict'); END IF;
  RETURN 'repeated';
END $$;

-- The answer that an error stands for: a refusal, by its own word or what a table's law means, else
-- 'broken', a bug that is this item's alone. Raises again what is about the server or the moment.
CREATE FUNCTION answer_of(state text, message text, broken text) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  IF state ~ '^(40|53|57|58|XX)' THEN RAISE EXCEPTION '%', message USING ERRCODE = state; END IF;
  RETURN CASE
    WHEN state = 'CA001' THEN jsonb_build_object('refused', message)
    WHEN state = 'CA902' THEN jsonb_build_object('refused', 'entry_unbalanced')
    WHEN broken IN ('ledger_lines_balance_after_floor', 'ledger_accounts_external_floor', 'ledger_accounts_held_within_balance')
      THEN jsonb_build_object('refused', 'insufficient_funds')
    WHEN broken = 'attempts_one_live_per_order' THEN jsonb_build_object('refused', 'payment_in_progress')
    ELSE jsonb_build_object('broken', concat_ws(' ', state, message)) END;
END $$;

-- post_entry for a caller that wants its refusal as data and its transaction still usable:
-- {ok: 'posted' | 'repeated'}, {refused: code} or {broken: what}.
DROP FUNCTION try_post_entry(jsonb);
CREATE FUNCTION try_post_entry(entry jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE broken text;
BEGIN
  FOR round IN 1..2 LOOP
    BEGIN
      RETURN jsonb_build_object('ok', post_entry(entry));
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
      -- The same key, posted by somebody else meanwhile: now it can be seen.
      IF broken = 'ledger_entries_entry_key_key' AND round = 1 THEN CONTINUE; END IF;
      RETURN answer_of(SQLSTATE, SQLERRM, broken);
    END;
  END LOOP;
END $$;

-- Posts many entries in one call, each with its own answer as of try_post_entry: at once if all can be
-- booked, else by halves, so that a refused one never spoils its neighbours. All share one commit.
CREATE FUNCTION post_entries(entries jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE size integer := jsonb_array_length(entries);
BEGIN
  IF size = 1 THEN RETURN jsonb_build_array(try_post_entry(entries->0)); END IF;
  BEGIN
    PERFORM post_together(entries);
    RETURN (SELECT jsonb_agg('{"ok": "posted"}'::jsonb) FROM generate_series(1, size));
  EXCEPTION WHEN OTHERS THEN
    NULL;
  END;
  RETURN post_entries(jsonb_path_query_array(entries, '$[0 to $end]', jsonb_build_object('end', size / 2 - 1)))
      || post_entries(jsonb_path_query_array(entries, '$[$start to last]', jsonb_build_object('start', size / 2)));
END $$;
