-- The money core's tables: account states and holds, daily close, virtual accounts, payouts,
-- settlement with fees, persons and their quotas. Functions follow in the next migrations.

-- ledger ------------------------------------------------------------------------------------------
CREATE TYPE "account_state" AS ENUM ('active', 'frozen', 'closed');
CREATE TYPE "owner_kind" AS ENUM ('platform', 'merchant', 'customer', 'channel');
CREATE TYPE "hold_state" AS ENUM ('held', 'captured', 'released', 'expired');

ALTER TABLE "ledger_subjects" ADD COLUMN "owner_kind" "owner_kind";
UPDATE "ledger_subjects" SET "owner_kind" = CASE "code"
  WHEN 'platform_bank' THEN 'platform' WHEN 'customer_balance' THEN 'customer'
  WHEN 'merchant_pending' THEN 'merchant' WHEN 'late_payments' THEN 'merchant'
  ELSE 'channel' END::"owner_kind";
ALTER TABLE "ledger_subjects" ALTER COLUMN "owner_kind" SET NOT NULL;
INSERT INTO "ledger_subjects" ("code", "name_zh", "name_en", "normal_side", "kind", "owner_kind") VALUES
  ('merchant_balance',   '商户结算账户',   'Merchant settlement account', 'credit', 'external', 'merchant'),
  ('platform_balance',   '平台自有资金',   'Platform own funds',          'credit', 'external', 'platform'),
  ('suspense',           '暂收款（待查）', 'Suspense',                    'credit', 'internal', 'platform'),
  ('fee_income',         '手续费收入',     'Fee income',                  'credit', 'internal', 'platform'),
  ('bad_debt',           '坏账',           'Bad debt',                    'debit',  'internal', 'merchant'),
  ('payouts_in_transit', '在途代付',       'Payouts in transit',          'debit',  'internal', 'channel');

ALTER TABLE "ledger_accounts"
  ADD COLUMN "state" "account_state" NOT NULL DEFAULT 'active',
  ADD COLUMN "held_minor" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_held_within_balance" CHECK (
  CASE WHEN "kind" = 'external' THEN "held_minor" BETWEEN 0 AND "balance_minor" ELSE "held_minor" = 0 END);
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_closed_at_zero" CHECK (
  "kind" = 'internal' OR "state" <> 'closed' OR "balance_minor" = 0);

ALTER TABLE "ledger_entries"
  ADD COLUMN "reverses" TEXT,
  ADD COLUMN "currency" CHAR(3) NOT NULL DEFAULT 'CNY';
ALTER TABLE "ledger_entries" ALTER COLUMN "currency" DROP DEFAULT;
CREATE UNIQUE INDEX "ledger_entries_reverses_key" ON "ledger_entries"("reverses") WHERE "reverses" IS NOT NULL;

-- A line carries its accounting date (the daily close reads lines only) and, on an external
-- account, the balance it left behind.
DROP TRIGGER "ledger_lines_immutable" ON "ledger_lines";
ALTER TABLE "ledger_lines" ADD COLUMN "accounting_date" DATE, ADD COLUMN "balance_after_minor" BIGINT;
UPDATE "ledger_lines" l SET "accounting_date" = e."accounting_date" FROM "ledger_entries" e WHERE e."id" = l."entry_id";
UPDATE "ledger_lines" l SET "balance_after_minor" = r.after FROM (
  SELECT x."id", sum(CASE WHEN x."side" = a."normal_side" THEN x."amount_minor" ELSE -x."amount_minor" END)
           OVER (PARTITION BY x."account_id" ORDER BY x."id") AS after
    FROM "ledger_lines" x JOIN "ledger_accounts" a ON a."id" = x."account_id" WHERE a."kind" = 'external') r
 WHERE r."id" = l."id";
ALTER TABLE "ledger_lines" ALTER COLUMN "accounting_date" SET NOT NULL;
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_balance_after_floor" CHECK ("balance_after_minor" >= 0);
CREATE TRIGGER "ledger_lines_immutable" BEFORE UPDATE OR DELETE ON "ledger_lines"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "ledger_holds" (
  "id" TEXT NOT NULL,
  "hold_key" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "captured_minor" BIGINT NOT NULL DEFAULT 0,
  "business_ref" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "state" "hold_state" NOT NULL DEFAULT 'held',
  "expires_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "ledger_holds_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ledger_holds_amount_positive" CHECK ("amount_minor" > 0),
  CONSTRAINT "ledger_holds_captured_within" CHECK ("captured_minor" BETWEEN 0 AND "amount_minor"),
  CONSTRAINT "ledger_holds_ended" CHECK (("state" = 'held') = ("ended_at" IS NULL)),
  CONSTRAINT "ledger_holds_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_accounts"("id")
);
CREATE UNIQUE INDEX "ledger_holds_hold_key_key" ON "ledger_holds"("hold_key");
CREATE INDEX "ledger_holds_account_id_idx" ON "ledger_holds"("account_id");
CREATE INDEX "ledger_holds_due_idx" ON "ledger_holds"("expires_at") WHERE "state" = 'held';

-- How far internal accounts are summed: balance_minor of an internal account holds all of its lines
-- up to through_line_id; the rest is the tail that a reader adds.
CREATE TABLE "ledger_sums" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "through_line_id" BIGINT NOT NULL DEFAULT 0,
  "pending_line_id" BIGINT NOT NULL DEFAULT 0,
  "pending_tx" BIGINT NOT NULL DEFAULT 0,
  "summed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ledger_sums_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "ledger_sums_one_row" CHECK ("id" = 1)
);
INSERT INTO "ledger_sums" DEFAULT VALUES;

CREATE TABLE "ledger_days" (
  "day" DATE NOT NULL,
  "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "closed_by" TEXT NOT NULL,
  -- NULL until the day's lines are rolled up
  "entries" BIGINT,
  CONSTRAINT "ledger_days_pkey" PRIMARY KEY ("day")
);
CREATE TABLE "ledger_subject_totals" (
  "day" DATE NOT NULL,
  "subject_code" TEXT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "opening_minor" BIGINT NOT NULL,
  "debit_minor" BIGINT NOT NULL,
  "credit_minor" BIGINT NOT NULL,
  "closing_minor" BIGINT NOT NULL,
  CONSTRAINT "ledger_subject_totals_pkey" PRIMARY KEY ("day", "subject_code", "currency"),
  CONSTRAINT "ledger_subject_totals_subject_code_fkey" FOREIGN KEY ("subject_code") REFERENCES "ledger_subjects"("code"),
  CONSTRAINT "ledger_subject_totals_day_fkey" FOREIGN KEY ("day") REFERENCES "ledger_days"("day")
);

-- merchants ---------------------------------------------------------------------------------------
-- On what ground money may rest on balances with this party; without one, balance is not offered.
CREATE TYPE "balance_contract" AS ENUM ('none', 'licensed', 'bank_custody');
ALTER TABLE "merchants" ADD COLUMN "balance_contract" "balance_contract" NOT NULL DEFAULT 'none';
UPDATE "merchants" SET "balance_contract" = 'bank_custody' WHERE "balance_allowed";
ALTER TABLE "merchants" ALTER COLUMN "balance_contract" DROP DEFAULT, DROP COLUMN "balance_allowed";

-- persons -----------------------------------------------------------------------------------------
-- A natural person, known by the identity number: limits hold over all their accounts.
CREATE TABLE "persons" (
  "id" TEXT NOT NULL,
  "id_no_hash" TEXT NOT NULL,
  "id_no_item_id" TEXT NOT NULL,
  "id_no_masked" TEXT NOT NULL,
  "name_item_id" TEXT NOT NULL,
  "name_hash" TEXT NOT NULL,
  "name_masked" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "persons_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "persons_id_no_item_id_fkey" FOREIGN KEY ("id_no_item_id") REFERENCES "vault_items"("id"),
  CONSTRAINT "persons_name_item_id_fkey" FOREIGN KEY ("name_item_id") REFERENCES "vault_items"("id")
);
CREATE UNIQUE INDEX "persons_id_no_hash_key" ON "persons"("id_no_hash");
ALTER TABLE "users" ADD COLUMN "person_id" TEXT REFERENCES "persons"("id");
-- The phone itself, in the vault, since codes are sent to it; users of before have none until they sign in again.
ALTER TABLE "users" ADD COLUMN "phone_item_id" TEXT REFERENCES "vault_items"("id");
CREATE INDEX "users_person_id_idx" ON "users"("person_id");

-- The outside sources that confirmed who a person is: their number makes the account class.
CREATE TABLE "person_verifications" (
  "person_id" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "verified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "person_verifications_pkey" PRIMARY KEY ("person_id", "source"),
  CONSTRAINT "person_verifications_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id")
);

-- What one payer has paid from balances: in all, in the year, on the day (Beijing time). payer_id is
-- the person, for want of one the user, for want of one the customer.
CREATE TABLE "quota_counters" (
  "payer_id" TEXT NOT NULL,
  "total_minor" BIGINT NOT NULL DEFAULT 0,
  "year" INTEGER NOT NULL,
  "year_minor" BIGINT NOT NULL DEFAULT 0,
  "day" DATE NOT NULL,
  "day_minor" BIGINT NOT NULL DEFAULT 0,
  -- Once it is known whose this is, that one's counter goes on and this one only points there.
  "merged_into" TEXT,
  CONSTRAINT "quota_counters_pkey" PRIMARY KEY ("payer_id"),
  CONSTRAINT "quota_counters_not_negative" CHECK ("total_minor" >= 0 AND "year_minor" >= 0 AND "day_minor" >= 0)
);

-- A bank card of the person's own name, for withdrawals. The number rests in the vault only.
CREATE TABLE "bank_cards" (
  "id" TEXT NOT NULL,
  "person_id" TEXT NOT NULL,
  "card_item_id" TEXT NOT NULL,
  "card_hash" TEXT NOT NULL,
  "card_masked" TEXT NOT NULL,
  "bank_name" TEXT NOT NULL,
  "verified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "removed_at" TIMESTAMPTZ(3),
  CONSTRAINT "bank_cards_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bank_cards_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id"),
  CONSTRAINT "bank_cards_card_item_id_fkey" FOREIGN KEY ("card_item_id") REFERENCES "vault_items"("id")
);
CREATE UNIQUE INDEX "bank_cards_one_live_per_person" ON "bank_cards"("person_id", "card_hash") WHERE "removed_at" IS NULL;

-- A code sent to a payer's phone to confirm one action (subject), beside sign-in codes.
CREATE TABLE "confirmation_codes" (
  "id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "code_hash" TEXT NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "consumed_at" TIMESTAMPTZ(3),
  CONSTRAINT "confirmation_codes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "confirmation_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id")
);
CREATE INDEX "confirmation_codes_user_id_subject_idx" ON "confirmation_codes"("user_id", "subject");

-- virtual accounts --------------------------------------------------------------------------------
CREATE TABLE "virtual_accounts" (
  "number" TEXT NOT NULL,
  "subject_code" TEXT NOT NULL,
  "owner_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "virtual_accounts_pkey" PRIMARY KEY ("number"),
  CONSTRAINT "virtual_accounts_subject_code_fkey" FOREIGN KEY ("subject_code") REFERENCES "ledger_subjects"("code")
);
CREATE UNIQUE INDEX "virtual_accounts_subject_code_owner_id_key" ON "virtual_accounts"("subject_code", "owner_id");
CREATE SEQUENCE "virtual_account_serial" MINVALUE 1;

CREATE TYPE "suspense_reason" AS ENUM ('unknown_number', 'closed_account', 'no_contract');
CREATE TYPE "suspense_state" AS ENUM ('open', 'assigned');
CREATE TABLE "suspense_cases" (
  "id" TEXT NOT NULL,
  "bank_reference" TEXT NOT NULL,
  "claimed_number" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "payer_name_masked" TEXT NOT NULL,
  "payer_account_masked" TEXT NOT NULL,
  "remark" TEXT NOT NULL,
  "reason" "suspense_reason" NOT NULL,
  "state" "suspense_state" NOT NULL DEFAULT 'open',
  "assigned_number" TEXT,
  "resolved_by" TEXT,
  "resolved_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "suspense_cases_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "suspense_cases_amount_positive" CHECK ("amount_minor" > 0),
  CONSTRAINT "suspense_cases_resolved" CHECK (
    ("state" = 'open') = ("resolved_at" IS NULL) AND ("state" = 'open') = ("resolved_by" IS NULL)
    AND ("state" = 'assigned') = ("assigned_number" IS NOT NULL))
);
CREATE UNIQUE INDEX "suspense_cases_bank_reference_key" ON "suspense_cases"("bank_reference");
CREATE INDEX "suspense_cases_state_created_at_idx" ON "suspense_cases"("state", "created_at");

-- payouts -----------------------------------------------------------------------------------------
ALTER TYPE "channel" ADD VALUE 'bank';
CREATE TYPE "payout_state" AS ENUM ('requested', 'held', 'sent', 'accepted', 'unknown', 'succeeded', 'failed', 'returned');
CREATE TABLE "payouts" (
  "id" TEXT NOT NULL,
  "channel" "channel" NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "subject_code" TEXT NOT NULL,
  "owner_id" TEXT NOT NULL,
  "bank_card_id" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "hold_id" TEXT,
  "state" "payout_state" NOT NULL,
  "requested_by" TEXT NOT NULL,
  "request_key" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "channel_ref" TEXT,
  "failure_reason" TEXT,
  "evidence" JSONB,
  "asks" INTEGER NOT NULL DEFAULT 0,
  "next_ask_at" TIMESTAMPTZ(3),
  "last_ask_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "payouts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "payouts_amount_positive" CHECK ("amount_minor" > 0),
  CONSTRAINT "payouts_bank_card_id_fkey" FOREIGN KEY ("bank_card_id") REFERENCES "bank_cards"("id"),
  CONSTRAINT "payouts_hold_id_fkey" FOREIGN KEY ("hold_id") REFERENCES "ledger_holds"("id")
);
CREATE UNIQUE INDEX "payouts_channel_channel_order_no_key" ON "payouts"("channel", "channel_order_no");
CREATE UNIQUE INDEX "payouts_owner_id_request_key_key" ON "payouts"("owner_id", "request_key");
CREATE INDEX "payouts_subject_code_owner_id_created_at_idx" ON "payouts"("subject_code", "owner_id", "created_at");
CREATE INDEX "payouts_due_idx" ON "payouts"("next_ask_at") WHERE "next_ask_at" IS NOT NULL;
CREATE TRIGGER "payouts_agreed_terms" BEFORE UPDATE ON "payouts" FOR EACH ROW
  WHEN (ROW(OLD.channel_order_no, OLD.subject_code, OLD.owner_id, OLD.bank_card_id, OLD.amount_minor, OLD.currency)
        IS DISTINCT FROM ROW(NEW.channel_order_no, NEW.subject_code, NEW.owner_id, NEW.bank_card_id, NEW.amount_minor, NEW.currency))
  EXECUTE FUNCTION refuse_change();

-- notices -----------------------------------------------------------------------------------------
-- The headers that vouch for a notice, where its body does not carry the signature.
ALTER TABLE "channel_notices" ADD COLUMN "headers" JSONB NOT NULL DEFAULT '{}';
-- How far the bank's movements have been looked through for credits whose notice got lost.
CREATE TABLE "bank_credit_sweep" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "through" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "bank_credit_sweep_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "bank_credit_sweep_one_row" CHECK ("id" = 1)
);

-- settlement --------------------------------------------------------------------------------------
-- What a merchant pays per payment: a rate in millionths of the amount, at least, at most.
CREATE TABLE "fee_terms" (
  "merchant_id" TEXT NOT NULL,
  "method" "method" NOT NULL,
  "rate_millionths" INTEGER NOT NULL,
  "minimum_minor" BIGINT NOT NULL,
  "cap_minor" BIGINT,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "fee_terms_pkey" PRIMARY KEY ("merchant_id", "method"),
  CONSTRAINT "fee_terms_sane" CHECK ("rate_millionths" BETWEEN 0 AND 1000000 AND "minimum_minor" >= 0
    AND ("cap_minor" IS NULL OR "cap_minor" >= "minimum_minor")),
  CONSTRAINT "fee_terms_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id")
);
CREATE TABLE "settlements" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "through_day" DATE NOT NULL,
  -- Nothing through that day was left and the day was closed: later settlements look back no further.
  "exhaustive" BOOLEAN NOT NULL,
  "payments" INTEGER NOT NULL,
  "gross_minor" BIGINT NOT NULL,
  "fee_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "settled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "settlements_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "settlements_sane" CHECK ("gross_minor" > 0 AND "fee_minor" BETWEEN 0 AND "gross_minor" AND "payments" > 0),
  CONSTRAINT "settlements_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id")
);
CREATE INDEX "settlements_merchant_id_settled_at_idx" ON "settlements"("merchant_id", "settled_at");
-- One payment is settled once: the attempt is the key.
CREATE TABLE "settlement_items" (
  "attempt_id" TEXT NOT NULL,
  "settlement_id" TEXT NOT NULL,
  "method" "method" NOT NULL,
  "gross_minor" BIGINT NOT NULL,
  "fee_minor" BIGINT NOT NULL,
  CONSTRAINT "settlement_items_pkey" PRIMARY KEY ("attempt_id"),
  CONSTRAINT "settlement_items_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id"),
  CONSTRAINT "settlement_items_settlement_id_fkey" FOREIGN KEY ("settlement_id") REFERENCES "settlements"("id")
);
CREATE INDEX "settlement_items_settlement_id_idx" ON "settlement_items"("settlement_id");
-- the payments of a merchant that are not settled yet
CREATE INDEX "attempts_succeeded_idx" ON "attempts"("merchant_id", "updated_at") WHERE "state" = 'succeeded';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['settlement_items', 'settlements', 'person_verifications', 'virtual_accounts'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_immutable', t);
  END LOOP;
END $$;

-- The platform itself is a contracting party too: shoppers' wallets are its customers.
INSERT INTO "merchants" ("id", "name", "name_en", "accent_color", "return_origins", "late_payment_policy", "balance_contract", "hidden_methods")
  VALUES ('platform', '平台钱包', 'Platform wallet', '#0f766e', '{}', 'refund', 'none', '{}')
  ON CONFLICT DO NOTHING;
