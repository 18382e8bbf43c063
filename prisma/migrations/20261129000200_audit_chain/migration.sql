-- What a row says, as the chain has it: every part in its order, an absent one told from an empty one.
CREATE FUNCTION audit_text(r audit_rows) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT array_to_string(ARRAY[
    r.previous_hash, r.id::text, (extract(epoch FROM r.at) * 1000)::bigint::text, r.actor_id, r.action,
    r.subject_type, r.subject_id, coalesce('=' || r.why, '-'), coalesce('=' || r.before::text, '-'),
    coalesce('=' || r.after::text, '-')], E'\x1f')
$$;

-- Rows are in one order: whoever appends holds the head until the commit.
CREATE FUNCTION append_audit(actor text, action text, subject_type text, subject_id text, why text,
                             before jsonb, after jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  head audit_head;
  added audit_rows;
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  added := ROW(head.rows + 1, date_trunc('milliseconds', clock_timestamp()), actor, action, subject_type, subject_id, why, before, after, head.hash, '');
  added.hash := encode(sha256(convert_to(audit_text(added), 'UTF8')), 'hex');
  INSERT INTO audit_rows SELECT added.*;
  UPDATE audit_head SET rows = added.id, hash = added.hash;
END $$;

CREATE TRIGGER "audit_rows_immutable" BEFORE UPDATE OR DELETE ON audit_rows FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_rows_no_truncate" BEFORE TRUNCATE ON audit_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The head only moves on, by one row at a time.
CREATE FUNCTION guard_audit_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.rows <> OLD.rows + 1 THEN
    RAISE EXCEPTION 'the audit head only moves on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_head_moves_on" BEFORE UPDATE OR DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION guard_audit_head();
CREATE TRIGGER "audit_head_no_truncate" BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
