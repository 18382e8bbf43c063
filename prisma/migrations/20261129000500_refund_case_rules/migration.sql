-- What the database itself insists on for refunds by transfer, whoever writes to it.

-- The channel gave it back the way it came after all.
ALTER TABLE refund_cases ADD COLUMN original_returned_at TIMESTAMPTZ(3);
-- approved transfers whose cool-off is over
CREATE INDEX "refund_cases_send_at_idx" ON refund_cases (send_at) WHERE state = 'approved';
-- paid cases whose payee may be forgotten
CREATE INDEX "refund_cases_paid_idx" ON refund_cases (ended_at) WHERE state = 'paid';

-- the sweep of lost jobs: diverted without a case, given back and not told, sent back and not carried on
CREATE INDEX "refunds_diverted_idx" ON refunds (updated_at) WHERE state = 'diverted';
CREATE INDEX "refunds_returned_idx" ON refunds (returned_at) WHERE returned_at IS NOT NULL;
CREATE INDEX "payouts_refund_returned_idx" ON payouts (updated_at) WHERE payee_id IS NOT NULL AND state = 'returned';

-- payouts -------------------------------------------------------------------------------------------
-- From a user's account with a hold to a card of their own; or from what we owe for refunds to a payee.
ALTER TABLE payouts ADD CONSTRAINT payouts_from_and_to CHECK (
  CASE WHEN payee_id IS NULL THEN subject_code <> 'refunds_payable'
       ELSE subject_code = 'refunds_payable' AND hold_id IS NULL AND request_key ~ '^case:[^:]+:[1-9][0-9]*$' END);
-- A case has one payout that is under way or has arrived; the next one only after it failed or came back.
CREATE UNIQUE INDEX "payouts_one_live_of_case" ON payouts (split_part(request_key, ':', 2))
  WHERE payee_id IS NOT NULL AND state NOT IN ('failed', 'returned');
CREATE TRIGGER "payouts_agreed_payee" BEFORE UPDATE ON payouts FOR EACH ROW
  WHEN (ROW(OLD.payee_id, OLD.request_key) IS DISTINCT FROM ROW(NEW.payee_id, NEW.request_key))
  EXECUTE FUNCTION refuse_change();

-- The bank says of one that it had refused that it paid it after all: nothing more is paid for its case.
ALTER TABLE payouts ADD COLUMN contradicted_at TIMESTAMPTZ(3);

-- payees --------------------------------------------------------------------------------------------
-- Who was named stays who was approved, as they were shown: only what the vault keeps of them goes.
CREATE FUNCTION only_forget_payee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) - 'card_item_id' - 'name_item_id' - 'id_no_item_id' - 'forgotten_at')
       IS DISTINCT FROM (to_jsonb(NEW) - 'card_item_id' - 'name_item_id' - 'id_no_item_id' - 'forgotten_at')
     OR coalesce(NEW.card_item_id, OLD.card_item_id) IS DISTINCT FROM OLD.card_item_id
     OR coalesce(NEW.name_item_id, OLD.name_item_id) IS DISTINCT FROM OLD.name_item_id
     OR coalesce(NEW.id_no_item_id, OLD.id_no_item_id) IS DISTINCT FROM OLD.id_no_item_id THEN
    RAISE EXCEPTION 'a payee is never changed but forgotten' USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payees_named" BEFORE UPDATE ON payees FOR EACH ROW EXECUTE FUNCTION only_forget_payee();
CREATE TRIGGER "payees_kept" BEFORE DELETE ON payees FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- proposals and approvals ---------------------------------------------------------------------------
-- The highest tier of approval-rules.ts takes two, and by amount nobody gets round it.
ALTER TABLE refund_proposals ADD CONSTRAINT refund_proposals_needed CHECK (
  needed = 2 OR needed = 1 AND tier <> 'two' AND amount_minor <= 500000);
CREATE FUNCTION only_void_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL OR NEW.void_reason IS NULL
     OR (to_jsonb(OLD) - 'voided_at' - 'void_reason') IS DISTINCT FROM (to_jsonb(NEW) - 'voided_at' - 'void_reason') THEN
    RAISE EXCEPTION 'a proposal is never changed but voided, once' USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "refund_proposals_only_void" BEFORE UPDATE OR DELETE ON refund_proposals
  FOR EACH ROW EXECUTE FUNCTION only_void_proposal();
CREATE TRIGGER "refund_approvals_immutable" BEFORE UPDATE OR DELETE ON refund_approvals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Approved is only what stands: the proposal that its case names, not void. The case's row orders it with
-- whatever changes the case.
CREATE FUNCTION only_standing_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM refund_cases c WHERE c.proposal_id = NEW.proposal_id AND c.state = 'proposed' FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM refund_proposals p WHERE p.id = NEW.proposal_id AND p.voided_at IS NOT NULL) THEN
    RAISE EXCEPTION 'only the proposal that stands can be approved' USING ERRCODE = 'CA900';
  END IF;
  -- Who handed the claim over may have named the payee.
  IF EXISTS (SELECT FROM refund_cases c JOIN refund_claims l ON l.case_id = c.id
              WHERE c.proposal_id = NEW.proposal_id AND l.proof = 'identity_check' AND l.proved_at IS NOT NULL
                AND l.opened_by = NEW.checker_id) THEN
    RAISE EXCEPTION 'who handed the claim over does not approve what was named by it' USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "refund_approvals_standing" BEFORE INSERT ON refund_approvals
  FOR EACH ROW EXECUTE FUNCTION only_standing_approval();

-- cases ---------------------------------------------------------------------------------------------
-- What a case is about never changes. While something is proposed, approved or sent, it is exactly that
-- proposal's payee and amount. Approved: as many others than the maker as it takes have agreed, and the cool-off is
-- theirs. Sent or paid: from approved, after the cool-off; to a card by a payout that arrived. It moves as states.ts has it.
CREATE FUNCTION guard_refund_case() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  proposal refund_proposals;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'open' OR NOT EXISTS (
         SELECT FROM refunds r WHERE r.id = NEW.refund_id AND r.route = 'transfer' AND r.state = 'diverted'
            AND (r.order_id, r.merchant_id, r.attempt_id, r.channel, r.amount_minor, r.currency)
              = (NEW.order_id, NEW.merchant_id, NEW.attempt_id, NEW.channel, NEW.amount_minor, NEW.currency)) THEN
      RAISE EXCEPTION 'a case is opened for a diverted refund, as that is' USING ERRCODE = 'CA900';
    END IF;
    RETURN NEW;
  END IF;
  IF ROW(OLD.id, OLD.refund_id, OLD.order_id, OLD.merchant_id, OLD.attempt_id, OLD.channel, OLD.amount_minor, OLD.currency, OLD.cause, OLD.opened_at)
     IS DISTINCT FROM ROW(NEW.id, NEW.refund_id, NEW.order_id, NEW.merchant_id, NEW.attempt_id, NEW.channel, NEW.amount_minor, NEW.currency, NEW.cause, NEW.opened_at) THEN
    RAISE EXCEPTION 'what a case is about never changes' USING ERRCODE = 'CA900';
  END IF;
  IF NEW.state <> OLD.state AND OLD.state::text || '>' || NEW.state::text NOT IN (
       'open>claimed', 'open>closed', 'claimed>proposed', 'claimed>open', 'claimed>closed', 'proposed>claimed',
       'proposed>approved', 'proposed>open', 'proposed>closed', 'approved>claimed', 'approved>sent', 'approved>paid',
       'approved>closed', 'sent>paid', 'sent>open', 'paid>open') THEN
    RAISE EXCEPTION 'case % does not move from % to %', NEW.id, OLD.state, NEW.state USING ERRCODE = 'CA900';
  END IF;
  IF NEW.state = OLD.state AND (NEW.ended_as IS DISTINCT FROM OLD.ended_as
       OR NEW.state = 'approved' AND NEW.send_at IS DISTINCT FROM OLD.send_at) THEN
    RAISE EXCEPTION 'how case % ended, and when it is sent, is decided once', NEW.id USING ERRCODE = 'CA900';
  END IF;
  IF NEW.state <> OLD.state AND (
       NEW.state = 'paid' AND NOT CASE OLD.state
         WHEN 'sent' THEN NEW.ended_as = 'card' AND EXISTS (
           SELECT FROM payouts p WHERE p.id = OLD.payout_id AND p.state IN ('succeeded', 'returned'))
         ELSE NEW.ended_as = 'balance' AND EXISTS (SELECT FROM payees p WHERE p.id = OLD.payee_id AND p.kind = 'balance') END
       OR NEW.state = 'open' AND OLD.state IN ('sent', 'paid') AND NOT EXISTS (
         SELECT FROM payouts p WHERE p.id = OLD.payout_id
            AND p.state::text = CASE OLD.state WHEN 'sent' THEN 'failed' ELSE 'returned' END)
       OR NEW.state = 'closed' AND OLD.state IN ('proposed', 'approved') AND NEW.ended_as <> 'original') THEN
    RAISE EXCEPTION 'case % did not end like that', NEW.id USING ERRCODE = 'CA900';
  END IF;
  IF NEW.state IN ('proposed', 'approved', 'sent') THEN
    SELECT * INTO proposal FROM refund_proposals p WHERE p.id = NEW.proposal_id AND p.case_id = NEW.id AND p.voided_at IS NULL;
    IF proposal.id IS NULL OR (proposal.payee_id, proposal.amount_minor) IS DISTINCT FROM (NEW.payee_id, NEW.amount_minor) THEN
      RAISE EXCEPTION 'case % differs from what was proposed', NEW.id USING ERRCODE = 'CA900';
    END IF;
  END IF;
  IF NEW.state = 'approved' AND OLD.state <> 'approved' AND (OLD.state <> 'proposed' OR NEW.send_at IS NULL
     OR (SELECT count(*) FROM refund_approvals a WHERE a.proposal_id = NEW.proposal_id
            AND a.content_hash = proposal.content_hash AND a.checker_id <> proposal.maker_id) < proposal.needed) THEN
    RAISE EXCEPTION 'case % is not approved by enough people', NEW.id USING ERRCODE = 'CA900';
  END IF;
  IF (NEW.state = 'sent' AND OLD.state <> 'sent' OR NEW.state = 'paid' AND OLD.state NOT IN ('sent', 'paid'))
     AND (OLD.state <> 'approved' OR OLD.send_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'case % is not to be sent yet', NEW.id USING ERRCODE = 'CA900';
  END IF;
  IF NEW.state = 'sent' AND NOT EXISTS (
       SELECT FROM payouts p WHERE p.id = NEW.payout_id AND p.payee_id = NEW.payee_id AND p.amount_minor = NEW.amount_minor
          AND p.subject_code = 'refunds_payable' AND p.owner_id = NEW.channel::text) THEN
    RAISE EXCEPTION 'case % is sent without its payout', NEW.id USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "refund_cases_guard" BEFORE INSERT OR UPDATE ON refund_cases
  FOR EACH ROW EXECUTE FUNCTION guard_refund_case();
CREATE TRIGGER "refund_cases_kept" BEFORE DELETE ON refund_cases FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Nothing is sent for a refund but what its case has approved: this payee, this amount, after the cool-off, in the
-- order of its tries; not while nobody knows what has gone back of the payment, nor after an earlier try turned out
-- to be paid.
CREATE FUNCTION only_approved_payout() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refund_case refund_cases;
BEGIN
  SELECT * INTO refund_case FROM refund_cases c WHERE c.id = split_part(NEW.request_key, ':', 2) FOR UPDATE;
  IF refund_case.id IS NULL OR refund_case.state <> 'approved' OR refund_case.send_at > clock_timestamp()
     OR ROW(NEW.payee_id, NEW.amount_minor, NEW.currency, NEW.owner_id, NEW.request_key)
        IS DISTINCT FROM ROW(refund_case.payee_id, refund_case.amount_minor, refund_case.currency, refund_case.channel::text,
                             'case:' || refund_case.id || ':' || refund_case.payout_tries + 1)
     OR EXISTS (SELECT FROM refunds r WHERE r.attempt_id = refund_case.attempt_id AND r.state = 'unknown')
     OR EXISTS (SELECT FROM payouts p WHERE split_part(p.request_key, ':', 2) = refund_case.id AND p.contradicted_at IS NOT NULL
                   AND p.payee_id IS NOT NULL) THEN
    RAISE EXCEPTION 'a payout for a refund is what its case has approved' USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payouts_approved" BEFORE INSERT ON payouts FOR EACH ROW
  WHEN (NEW.payee_id IS NOT NULL) EXECUTE FUNCTION only_approved_payout();
-- the payouts of a case, whatever became of them
CREATE INDEX "payouts_of_case" ON payouts (split_part(request_key, ':', 2)) WHERE payee_id IS NOT NULL;
