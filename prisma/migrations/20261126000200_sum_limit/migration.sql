-- The limit of the next sums is read before the transaction that notes it gets its number. Read after the
-- update of the accounts, it could lie past lines of transactions with larger numbers, which nobody waited for.
CREATE OR REPLACE FUNCTION sum_internal_accounts() RETURNS bigint LANGUAGE plpgsql AS $$
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
  -- Read while this transaction has no number: whoever has drawn a line up to here has a smaller one.
  drawn := coalesce(pg_sequence_last_value('ledger_lines_id_seq'), 0);
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
  IF drawn > sums.through_line_id THEN
    UPDATE ledger_sums SET pending_line_id = drawn, pending_tx = pg_current_xact_id()::text::bigint;
  END IF;
  RETURN added;
END $$;

-- What such a round may have left out before.
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(5120261122);
  UPDATE ledger_accounts a SET balance_minor = l.total
    FROM (SELECT x.account_id, sum(CASE WHEN x.side = i.normal_side THEN x.amount_minor ELSE -x.amount_minor END)::bigint AS total
            FROM ledger_lines x JOIN ledger_accounts i ON i.id = x.account_id AND i.kind = 'internal'
           WHERE x.id <= (SELECT through_line_id FROM ledger_sums) GROUP BY x.account_id) l
   WHERE a.id = l.account_id AND a.balance_minor <> l.total;
END $$;
