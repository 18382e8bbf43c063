-- What one payer may pay from balances, counted in the transaction of the payment itself. Days and
-- years are Beijing's, by the database's clock; tests give a moment of their own.

-- Counts an amount, or refuses day_limit_exceeded or class_limit_exceeded and counts nothing:
--   {payerId, amountMinor, dayLimitMinor: text | null (by agreement none),
--    periodKind: 'total' | 'year', periodLimitMinor, sameName?: true}
-- A transfer to the payer's own bank account (sameName) uses up the period, never the day.
-- One conditional statement under the row's lock: payments at the same moment cannot share a rest.
CREATE FUNCTION count_quota(quota jsonb, at timestamptz DEFAULT clock_timestamp()) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  payer        text    := quota->>'payerId';
  amount       bigint  := (quota->>'amountMinor')::bigint;
  for_day      bigint  := CASE WHEN coalesce((quota->>'sameName')::boolean, false) THEN 0 ELSE amount END;
  day_limit    bigint  := coalesce((quota->>'dayLimitMinor')::bigint, 9223372036854775807);
  period_limit bigint  := (quota->>'periodLimitMinor')::bigint;
  yearly       boolean := quota->>'periodKind' = 'year';
  today        date    := (at AT TIME ZONE 'Asia/Shanghai')::date;
  this_year    int     := extract(year FROM (at AT TIME ZONE 'Asia/Shanghai'));
  known        quota_counters;
BEGIN
  LOOP
    -- A day or year that is over counts as nothing. One that began while we waited for the lock goes on.
    INSERT INTO quota_counters AS q (payer_id, total_minor, year, year_minor, day, day_minor)
      SELECT payer, amount, this_year, amount, today, for_day
       WHERE (for_day <= day_limit AND amount <= period_limit) OR EXISTS (SELECT FROM quota_counters WHERE payer_id = payer)
      ON CONFLICT (payer_id) DO UPDATE SET
        total_minor = q.total_minor + amount,
        year        = greatest(q.year, this_year),
        year_minor  = CASE WHEN q.year >= this_year THEN q.year_minor ELSE 0 END + amount,
        day         = greatest(q.day, today),
        day_minor   = CASE WHEN q.day >= today THEN q.day_minor ELSE 0 END + for_day
       WHERE q.merged_into IS NULL
         AND (for_day = 0 OR CASE WHEN q.day >= today THEN q.day_minor ELSE 0 END <= day_limit - for_day)
         AND CASE WHEN NOT yearly THEN q.total_minor WHEN q.year >= this_year THEN q.year_minor ELSE 0 END
             <= period_limit - amount;
    IF FOUND THEN RETURN; END IF;

    SELECT * INTO known FROM quota_counters WHERE payer_id = payer;
    EXIT WHEN known.merged_into IS NULL;
    payer := known.merged_into;
  END LOOP;
  -- The class limit is said first: a code would not help against it.
  PERFORM refuse('class_limit_exceeded')
    WHERE coalesce(CASE WHEN NOT yearly THEN known.total_minor WHEN known.year >= this_year THEN known.year_minor END, 0)
          > period_limit - amount;
  PERFORM refuse('day_limit_exceeded');
END $$;

-- What a payer has used up by now; one who turned out to be another has used up what that one has.
CREATE FUNCTION quota_used(payer text, at timestamptz DEFAULT clock_timestamp())
RETURNS TABLE (total_minor bigint, year_minor bigint, day_minor bigint) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE q AS (
    SELECT c.* FROM quota_counters c WHERE c.payer_id = payer
    UNION ALL SELECT c.* FROM q JOIN quota_counters c ON c.payer_id = q.merged_into)
  SELECT coalesce(max(q.total_minor), 0),
         coalesce(max(q.year_minor) FILTER (WHERE q.year >= extract(year FROM (at AT TIME ZONE 'Asia/Shanghai'))), 0),
         coalesce(max(q.day_minor) FILTER (WHERE q.day >= (at AT TIME ZONE 'Asia/Shanghai')::date), 0)
    FROM q
$$;

-- count_quota for a caller that wants its refusal as data, with what was left.
CREATE FUNCTION try_count_quota(quota jsonb, at timestamptz DEFAULT clock_timestamp())
RETURNS TABLE (refused text, left_minor bigint) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_quota(quota, at);
  RETURN QUERY SELECT NULL::text, NULL::bigint;
EXCEPTION WHEN SQLSTATE 'CA001' THEN
  RETURN QUERY SELECT SQLERRM, greatest(0, CASE
      WHEN SQLERRM = 'day_limit_exceeded' THEN (quota->>'dayLimitMinor')::bigint - u.day_minor
      WHEN quota->>'periodKind' = 'year'  THEN (quota->>'periodLimitMinor')::bigint - u.year_minor
      ELSE (quota->>'periodLimitMinor')::bigint - u.total_minor END)
    FROM quota_used(quota->>'payerId', at) u;
END $$;

-- Two payers turn out to be one: what the first has used becomes the second's, for good. A payment
-- that still names the first is counted at the second. Again is no change.
CREATE FUNCTION merge_quota(from_payer text, into_payer text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  today  date := (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date;
  moved  quota_counters;
  target text := into_payer;
  onward text;
BEGIN
  -- The counter that is moved first, the one that goes on after it: as count_quota locks them.
  INSERT INTO quota_counters (payer_id, year, day) VALUES (from_payer, extract(year FROM today), today)
    ON CONFLICT (payer_id) DO NOTHING;
  SELECT * INTO moved FROM quota_counters WHERE payer_id = from_payer FOR UPDATE;
  IF moved.merged_into IS NOT NULL THEN RETURN; END IF;
  LOOP
    IF target = from_payer THEN RETURN; END IF;
    INSERT INTO quota_counters (payer_id, year, day) VALUES (target, moved.year, moved.day)
      ON CONFLICT (payer_id) DO NOTHING;
    SELECT merged_into INTO onward FROM quota_counters WHERE payer_id = target FOR UPDATE;
    EXIT WHEN onward IS NULL;
    target := onward;
  END LOOP;
  UPDATE quota_counters q SET
    total_minor = q.total_minor + moved.total_minor,
    year        = greatest(q.year, moved.year),
    year_minor  = CASE WHEN q.year >= moved.year THEN q.year_minor ELSE 0 END
                + CASE WHEN moved.year >= q.year THEN moved.year_minor ELSE 0 END,
    day         = greatest(q.day, moved.day),
    day_minor   = CASE WHEN q.day >= moved.day THEN q.day_minor ELSE 0 END
                + CASE WHEN moved.day >= q.day THEN moved.day_minor ELSE 0 END
   WHERE q.payer_id = target;
  UPDATE quota_counters SET total_minor = 0, year_minor = 0, day_minor = 0, merged_into = target
   WHERE payer_id = from_payer;
END $$;
