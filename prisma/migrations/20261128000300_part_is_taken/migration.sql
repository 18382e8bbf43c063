-- A process of the build before knows nothing of parts: while it still runs beside this one, its "paid" would
-- leave the balance's part untaken, and its "failed" would leave it held. Both are refused at its commit; the
-- question is asked again, and a process that knows answers it.
CREATE FUNCTION attempt_part_is_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hold hold_state;
BEGIN
  SELECT state INTO hold FROM ledger_holds WHERE id = NEW.balance_hold_id;
  IF NEW.state = 'succeeded' AND hold IS DISTINCT FROM 'captured' THEN
    RAISE EXCEPTION 'attempt % has succeeded and its part is %', NEW.id, hold USING ERRCODE = 'CA904';
  END IF;
  -- What took its place may have the part now.
  IF NEW.state = 'failed' AND hold = 'held' AND NOT EXISTS (
    SELECT FROM attempts a WHERE a.order_id = NEW.order_id AND a.balance_hold_id = NEW.balance_hold_id
       AND a.state IN ('created', 'sent', 'waiting', 'unknown')) THEN
    RAISE EXCEPTION 'attempt % has failed and its part is still held', NEW.id USING ERRCODE = 'CA904';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "attempts_decide_their_part" AFTER INSERT OR UPDATE OF state ON attempts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.balance_hold_id IS NOT NULL AND NEW.state IN ('succeeded', 'failed'))
  EXECUTE FUNCTION attempt_part_is_decided();
