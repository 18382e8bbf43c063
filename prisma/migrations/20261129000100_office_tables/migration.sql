-- Who works in the office does so in one role; signing in takes a code of an authenticator, too.
CREATE TYPE "staff_role" AS ENUM ('agent', 'senior_agent', 'finance', 'operator', 'auditor', 'admin');
ALTER TABLE users
  ADD COLUMN staff_role "staff_role",
  ADD COLUMN totp_item_id TEXT REFERENCES vault_items (id),
  ADD COLUMN totp_step BIGINT,
  ADD COLUMN disabled_at TIMESTAMPTZ(3);
UPDATE users SET staff_role = 'admin' WHERE role = 'office';
ALTER TABLE users ADD CONSTRAINT users_staff_role CHECK ((role = 'office') = (staff_role IS NOT NULL));

-- What a merchant has decided about refunds.
CREATE TYPE "refund_when_short" AS ENUM ('refuse', 'queue');
CREATE TYPE "shopper_refunds" AS ENUM ('off', 'ask', 'at_once');
CREATE TYPE "refund_fee" AS ENUM ('kept', 'returned');
CREATE TYPE "unclaimed_refund" AS ENUM ('balance', 'merchant', 'suspense');
ALTER TABLE merchants
  ADD COLUMN refund_when_short "refund_when_short" NOT NULL DEFAULT 'refuse',
  ADD COLUMN shopper_refunds "shopper_refunds" NOT NULL DEFAULT 'ask',
  ADD COLUMN refund_fee "refund_fee" NOT NULL DEFAULT 'kept',
  ADD COLUMN unclaimed_refund "unclaimed_refund" NOT NULL DEFAULT 'merchant';

-- By whom a refund was asked for, and what of it came from the merchant's available money.
CREATE TYPE "refund_asker" AS ENUM ('api', 'merchant', 'agent', 'shopper', 'system');
ALTER TABLE refunds
  ADD COLUMN asked_by "refund_asker" NOT NULL DEFAULT 'system',
  ADD COLUMN available_minor BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN channel_code TEXT,
  ADD COLUMN decided_by TEXT,
  ADD COLUMN decided_at TIMESTAMPTZ(3),
  ADD COLUMN decline_reason TEXT,
  ADD CONSTRAINT refunds_available CHECK (available_minor >= 0 AND available_minor <= amount_minor);
UPDATE refunds SET asked_by = CASE WHEN requested_by IS NULL THEN 'system'::refund_asker
                                   WHEN requested_by = 'merchant' THEN 'api' ELSE 'merchant' END;

-- Whom a payout reaches when it is no card of the owner's own: named by the shopper, for one refund.
CREATE TYPE "payee_kind" AS ENUM ('card', 'balance');
CREATE TYPE "payee_proof" AS ENUM ('four_elements', 'three_elements', 'signed_in', 'none');
CREATE TABLE payees (
  id TEXT NOT NULL,
  kind "payee_kind" NOT NULL,
  card_item_id TEXT REFERENCES vault_items (id) ON DELETE SET NULL,
  card_hash TEXT,
  card_masked TEXT,
  bank_name TEXT,
  name_item_id TEXT REFERENCES vault_items (id) ON DELETE SET NULL,
  name_hash TEXT,
  name_masked TEXT,
  id_no_item_id TEXT REFERENCES vault_items (id) ON DELETE SET NULL,
  id_no_masked TEXT,
  customer_id TEXT REFERENCES customers (id),
  proof "payee_proof" NOT NULL,
  name_matches BOOLEAN,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  forgotten_at TIMESTAMPTZ(3),
  CONSTRAINT payees_pkey PRIMARY KEY (id),
  CONSTRAINT payees_kind CHECK (
    CASE kind WHEN 'card' THEN card_hash IS NOT NULL AND name_hash IS NOT NULL AND customer_id IS NULL
              ELSE customer_id IS NOT NULL AND card_hash IS NULL END)
);
CREATE INDEX "payees_card_hash_created_at_idx" ON payees (card_hash, created_at);
ALTER TABLE payouts ALTER COLUMN bank_card_id DROP NOT NULL, ADD COLUMN payee_id TEXT REFERENCES payees (id);
ALTER TABLE payouts ADD CONSTRAINT payouts_one_payee CHECK ((bank_card_id IS NULL) <> (payee_id IS NULL));

-- A refund that cannot go back the way it came, from the channel's refusal to the proof.
CREATE TYPE "refund_case_cause" AS ENUM ('account_closed', 'card_invalid', 'channel_gone', 'window_over');
CREATE TYPE "refund_case_state" AS ENUM ('open', 'claimed', 'proposed', 'approved', 'sent', 'paid', 'closed');
CREATE TYPE "refund_case_end" AS ENUM ('card', 'balance', 'merchant', 'suspense', 'original');
CREATE TABLE refund_cases (
  id TEXT NOT NULL,
  refund_id TEXT NOT NULL REFERENCES refunds (id),
  order_id TEXT NOT NULL REFERENCES orders (id),
  merchant_id TEXT NOT NULL REFERENCES merchants (id),
  attempt_id TEXT NOT NULL REFERENCES attempts (id),
  channel "channel" NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency CHAR(3) NOT NULL,
  cause "refund_case_cause" NOT NULL,
  channel_code TEXT,
  evidence JSONB,
  state "refund_case_state" NOT NULL DEFAULT 'open',
  payee_id TEXT REFERENCES payees (id),
  proposal_id TEXT,
  payout_id TEXT REFERENCES payouts (id),
  payout_tries INTEGER NOT NULL DEFAULT 0,
  send_at TIMESTAMPTZ(3),
  due_at TIMESTAMPTZ(3),
  expires_at TIMESTAMPTZ(3) NOT NULL,
  assigned_to TEXT REFERENCES users (id),
  ended_as "refund_case_end",
  opened_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at TIMESTAMPTZ(3),
  updated_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT refund_cases_pkey PRIMARY KEY (id),
  CONSTRAINT refund_cases_ended CHECK ((state IN ('paid', 'closed')) = (ended_as IS NOT NULL))
);
CREATE UNIQUE INDEX "refund_cases_refund_id_key" ON refund_cases (refund_id);
CREATE INDEX "refund_cases_state_due_at_idx" ON refund_cases (state, due_at);
CREATE INDEX "refund_cases_order_id_idx" ON refund_cases (order_id);
CREATE INDEX "refund_cases_expires_at_idx" ON refund_cases (expires_at);
CREATE INDEX "refund_cases_payout_id_idx" ON refund_cases (payout_id);

-- The one-time link by which a shopper names where the money goes.
CREATE TYPE "claim_proof" AS ENUM ('phone_code', 'identity_check');
CREATE TABLE refund_claims (
  id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES refund_cases (id),
  token_hash TEXT NOT NULL,
  proof "claim_proof" NOT NULL,
  opened_by TEXT NOT NULL,
  identity_note TEXT,
  approved_by TEXT,
  approved_at TIMESTAMPTZ(3),
  phone_masked TEXT,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  proved_at TIMESTAMPTZ(3),
  device_hash TEXT,
  revoked_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT refund_claims_pkey PRIMARY KEY (id),
  CONSTRAINT refund_claims_two_people CHECK (approved_by IS NULL OR approved_by <> opened_by),
  CONSTRAINT refund_claims_identity CHECK ((proof = 'identity_check') = (identity_note IS NOT NULL))
);
CREATE UNIQUE INDEX "refund_claims_token_hash_key" ON refund_claims (token_hash);
CREATE INDEX "refund_claims_case_id_created_at_idx" ON refund_claims (case_id, created_at);

-- What a maker proposes; who approves, approves exactly this, and is somebody else.
CREATE TABLE refund_proposals (
  id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES refund_cases (id),
  payee_id TEXT NOT NULL REFERENCES payees (id),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  content_hash TEXT NOT NULL,
  tier TEXT NOT NULL,
  needed INTEGER NOT NULL CHECK (needed BETWEEN 1 AND 2),
  maker_id TEXT NOT NULL REFERENCES users (id),
  note TEXT NOT NULL,
  voided_at TIMESTAMPTZ(3),
  void_reason TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT refund_proposals_pkey PRIMARY KEY (id),
  CONSTRAINT refund_proposals_content UNIQUE (id, maker_id, content_hash)
);
CREATE INDEX "refund_proposals_case_id_created_at_idx" ON refund_proposals (case_id, created_at);
ALTER TABLE refund_cases ADD CONSTRAINT refund_cases_proposal_id_fkey
  FOREIGN KEY (proposal_id) REFERENCES refund_proposals (id);

CREATE TABLE refund_approvals (
  proposal_id TEXT NOT NULL,
  checker_id TEXT NOT NULL REFERENCES users (id),
  maker_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  approved_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT refund_approvals_pkey PRIMARY KEY (proposal_id, checker_id),
  CONSTRAINT refund_approvals_two_people CHECK (checker_id <> maker_id),
  -- An approval is of one maker's proposal with exactly that content.
  CONSTRAINT refund_approvals_content FOREIGN KEY (proposal_id, maker_id, content_hash)
    REFERENCES refund_proposals (id, maker_id, content_hash)
);

-- What each checker has approved on a day (Beijing time), never above the cap of that day.
CREATE TABLE approval_days (
  user_id TEXT NOT NULL REFERENCES users (id),
  day DATE NOT NULL,
  used_minor BIGINT NOT NULL,
  cap_minor BIGINT NOT NULL,
  CONSTRAINT approval_days_pkey PRIMARY KEY (user_id, day),
  CONSTRAINT approval_days_capped CHECK (used_minor BETWEEN 0 AND cap_minor)
);

-- What people write down about an order or a case, for whom it is meant, and what they attach.
CREATE TYPE "note_audience" AS ENUM ('internal', 'merchant', 'shopper');
CREATE TABLE notes (
  id TEXT NOT NULL,
  subject_type TEXT NOT NULL CHECK (subject_type IN ('order', 'refund_case')),
  subject_id TEXT NOT NULL,
  audience "note_audience" NOT NULL,
  body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  author_id TEXT NOT NULL REFERENCES users (id),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT notes_pkey PRIMARY KEY (id)
);
CREATE INDEX "notes_subject_type_subject_id_created_at_idx" ON notes (subject_type, subject_id, created_at);
CREATE TRIGGER "notes_immutable" BEFORE UPDATE OR DELETE ON notes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE attachments (
  id TEXT NOT NULL,
  subject_type TEXT NOT NULL CHECK (subject_type IN ('order', 'refund_case')),
  subject_id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp', 'application/pdf')),
  size_bytes INTEGER NOT NULL CHECK (size_bytes BETWEEN 1 AND 5242880),
  content_hash TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  uploaded_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT attachments_pkey PRIMARY KEY (id)
);
CREATE INDEX "attachments_subject_type_subject_id_created_at_idx" ON attachments (subject_type, subject_id, created_at);

-- "Paid but not credited": what was asked, what the channel said, what was decided.
CREATE TYPE "inquiry_decision" AS ENUM ('settle', 'refund', 'reject');
CREATE TABLE payment_inquiries (
  id TEXT NOT NULL,
  order_id TEXT NOT NULL REFERENCES orders (id),
  opened_by TEXT NOT NULL REFERENCES users (id),
  shopper_word TEXT NOT NULL,
  evidence JSONB NOT NULL,
  proposed "inquiry_decision" NOT NULL,
  decided "inquiry_decision",
  decided_by TEXT REFERENCES users (id),
  decided_note TEXT,
  decided_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT payment_inquiries_pkey PRIMARY KEY (id)
);
CREATE INDEX "payment_inquiries_order_id_created_at_idx" ON payment_inquiries (order_id, created_at);

CREATE TABLE saved_views (
  id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  path TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT saved_views_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX "saved_views_user_id_name_key" ON saved_views (user_id, name);
CREATE TABLE presences (
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  seen_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT presences_pkey PRIMARY KEY (subject_type, subject_id, user_id)
);

-- What staff did, chained: each row carries the hash of the one before it, and the head says how many there are.
CREATE TABLE audit_rows (
  id BIGINT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  actor_id TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_type TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  why TEXT,
  before JSONB,
  after JSONB,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT audit_rows_pkey PRIMARY KEY (id)
);
CREATE INDEX "audit_rows_subject_type_subject_id_id_idx" ON audit_rows (subject_type, subject_id, id);
CREATE INDEX "audit_rows_actor_id_id_idx" ON audit_rows (actor_id, id);
CREATE TABLE audit_head (
  singleton BOOLEAN NOT NULL DEFAULT true CHECK (singleton),
  rows BIGINT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT audit_head_pkey PRIMARY KEY (singleton)
);
INSERT INTO audit_head (rows, hash) VALUES (0, repeat('0', 64));

-- A breaker held open or closed by hand: one person asks, another one agrees.
CREATE TYPE "breaker_force" AS ENUM ('open', 'closed');
CREATE TABLE breaker_overrides (
  id TEXT NOT NULL,
  channel "channel" NOT NULL,
  operation TEXT NOT NULL,
  force "breaker_force" NOT NULL,
  reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES users (id),
  proposed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_by TEXT REFERENCES users (id),
  confirmed_at TIMESTAMPTZ(3),
  ends_at TIMESTAMPTZ(3) NOT NULL,
  ended_by TEXT,
  ended_at TIMESTAMPTZ(3),
  CONSTRAINT breaker_overrides_pkey PRIMARY KEY (id),
  CONSTRAINT breaker_overrides_two_people CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);
CREATE INDEX "breaker_overrides_channel_operation_ends_at_idx" ON breaker_overrides (channel, operation, ends_at);
