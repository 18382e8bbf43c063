-- UnionPay in full: contracts, surfaces of QuickPass, bound cards by agreement, bulk migration of
-- agreements, how channels are doing, refunds on request, fees by kind of card, reconciliation files.

-- contracts ---------------------------------------------------------------------------------------
CREATE TYPE "access_type" AS ENUM ('merchant', 'institution', 'platform');
CREATE TABLE "channel_contracts" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT,
  "channel" "channel" NOT NULL,
  "merchant_no" TEXT NOT NULL,
  "access_type" "access_type" NOT NULL,
  "acquirer_code" TEXT,
  "category_code" TEXT,
  "merchant_name" TEXT,
  "short_name" TEXT,
  "sub_merchant_no" TEXT,
  "token_requestor" TEXT,
  "permissions" TEXT[],
  "debit_cost_millionths" INTEGER NOT NULL DEFAULT 0,
  "credit_cost_millionths" INTEGER NOT NULL DEFAULT 0,
  "least_minor" BIGINT,
  "most_minor" BIGINT,
  "hours" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "channel_contracts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "channel_contracts_costs" CHECK ("debit_cost_millionths" >= 0 AND "credit_cost_millionths" >= 0),
  CONSTRAINT "channel_contracts_limits" CHECK ("least_minor" > 0 AND ("most_minor" IS NULL OR "most_minor" >= "least_minor")),
  CONSTRAINT "channel_contracts_access" CHECK (CASE "access_type"
    WHEN 'institution' THEN "acquirer_code" IS NOT NULL AND "category_code" IS NOT NULL AND "merchant_name" IS NOT NULL AND "short_name" IS NOT NULL
    WHEN 'platform' THEN "sub_merchant_no" IS NOT NULL AND "merchant_name" IS NOT NULL AND "short_name" IS NOT NULL
    ELSE TRUE END),
  FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id")
);
CREATE INDEX "channel_contracts_channel_merchant_id_idx" ON "channel_contracts"("channel", "merchant_id");
CREATE UNIQUE INDEX "channel_contracts_one_live" ON "channel_contracts"("channel", coalesce("merchant_id", '')) WHERE "ended_at" IS NULL;
-- What was agreed stays as it was; only its end is written later.
CREATE TRIGGER "channel_contracts_agreed_terms" BEFORE UPDATE ON "channel_contracts" FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'ended_at' IS DISTINCT FROM to_jsonb(NEW) - 'ended_at')
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "channel_contracts_kept" BEFORE DELETE ON "channel_contracts" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "channel_certificates" (
  "channel" "channel" NOT NULL,
  "cert_id" TEXT NOT NULL,
  "pem" TEXT NOT NULL,
  "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "channel_certificates_pkey" PRIMARY KEY ("channel", "cert_id")
);

-- how channels are doing --------------------------------------------------------------------------
CREATE TABLE "channel_call_counts" (
  "channel" "channel" NOT NULL,
  "operation" TEXT NOT NULL,
  "minute" TIMESTAMPTZ(3) NOT NULL,
  "answered" INTEGER NOT NULL DEFAULT 0,
  "failed" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "channel_call_counts_pkey" PRIMARY KEY ("channel", "operation", "minute")
);
CREATE TYPE "breaker_state" AS ENUM ('closed', 'open', 'half_open');
CREATE TABLE "channel_breakers" (
  "channel" "channel" NOT NULL,
  "operation" TEXT NOT NULL,
  "state" "breaker_state" NOT NULL DEFAULT 'closed',
  "failures" INTEGER NOT NULL DEFAULT 0,
  "opened_at" TIMESTAMPTZ(3),
  "probe_at" TIMESTAMPTZ(3),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "channel_breakers_pkey" PRIMARY KEY ("channel", "operation")
);

-- agreements --------------------------------------------------------------------------------------
CREATE TYPE "agreement_state" AS ENUM ('signing', 'active', 'failed', 'ended');
CREATE TYPE "channel_agreement_state" AS ENUM ('created', 'code_sent', 'sent', 'unknown', 'active', 'failed', 'ending', 'ended');
CREATE TABLE "agreements" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "customer_id" TEXT NOT NULL,
  "user_id" TEXT,
  "card_hash" TEXT NOT NULL,
  "card_tail" TEXT NOT NULL,
  "bank_code" TEXT NOT NULL,
  "card_type" "card_type" NOT NULL,
  "name_masked" TEXT NOT NULL,
  "phone_masked" TEXT NOT NULL,
  "elements_item_id" TEXT,
  "state" "agreement_state" NOT NULL,
  "failure_reason" TEXT,
  "consent_version" TEXT NOT NULL,
  "consent_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "activated_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  CONSTRAINT "agreements_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "agreements_tail" CHECK ("card_tail" ~ '^[0-9]{4}$'),
  -- What belongs to a card leaves with it.
  CONSTRAINT "agreements_ended_is_bare" CHECK ("state" NOT IN ('ended', 'failed') OR "elements_item_id" IS NULL),
  FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id"),
  FOREIGN KEY ("customer_id") REFERENCES "customers"("id"),
  FOREIGN KEY ("user_id") REFERENCES "users"("id"),
  FOREIGN KEY ("elements_item_id") REFERENCES "vault_items"("id")
);
CREATE INDEX "agreements_customer_id_state_idx" ON "agreements"("customer_id", "state");
CREATE INDEX "agreements_user_id_merchant_id_idx" ON "agreements"("user_id", "merchant_id");
CREATE UNIQUE INDEX "agreements_one_live_per_card" ON "agreements"("customer_id", "card_hash") WHERE "state" IN ('signing', 'active');
-- signings that nobody may go on with
CREATE INDEX "agreements_signing_idx" ON "agreements"("created_at") WHERE "state" = 'signing';

CREATE TABLE "channel_agreements" (
  "id" TEXT NOT NULL,
  "agreement_id" TEXT NOT NULL,
  "channel" "channel" NOT NULL,
  "contract_id" TEXT,
  "sign_no" TEXT NOT NULL,
  "channel_agreement_no" TEXT,
  "state" "channel_agreement_state" NOT NULL,
  "failure_reason" TEXT,
  "codes" INTEGER NOT NULL DEFAULT 0,
  "code_tries" INTEGER NOT NULL DEFAULT 0,
  "code_expires_at" TIMESTAMPTZ(3),
  "last_code_at" TIMESTAMPTZ(3),
  "end_no" TEXT,
  "evidence" JSONB,
  "sent_at" TIMESTAMPTZ(3),
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "end_requested_at" TIMESTAMPTZ(3),
  "asks" INTEGER NOT NULL DEFAULT 0,
  "next_ask_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "channel_agreements_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "channel_agreements_number" CHECK ("state" <> 'active' OR "channel_agreement_no" IS NOT NULL),
  FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id"),
  FOREIGN KEY ("contract_id") REFERENCES "channel_contracts"("id")
);
CREATE UNIQUE INDEX "channel_agreements_channel_sign_no_key" ON "channel_agreements"("channel", "sign_no");
CREATE INDEX "channel_agreements_agreement_id_idx" ON "channel_agreements"("agreement_id");
CREATE UNIQUE INDEX "channel_agreements_one_live" ON "channel_agreements"("agreement_id", "channel")
  WHERE "state" IN ('created', 'code_sent', 'sent', 'unknown', 'active');
-- the sweep that asks about signings and endings nobody has answered
CREATE INDEX "channel_agreements_due_idx" ON "channel_agreements"("next_ask_at") WHERE "next_ask_at" IS NOT NULL;

-- bulk migration ----------------------------------------------------------------------------------
CREATE TYPE "migration_state" AS ENUM ('receiving', 'ready', 'running', 'done', 'cancelled');
CREATE TYPE "migration_row_state" AS ENUM ('waiting', 'sent', 'unknown', 'signed', 'rejected');
CREATE TABLE "agreement_migrations" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "state" "migration_state" NOT NULL,
  "file_hash" TEXT,
  "rows" INTEGER NOT NULL DEFAULT 0,
  "signed" INTEGER NOT NULL DEFAULT 0,
  "rejected" INTEGER NOT NULL DEFAULT 0,
  "requested_by" TEXT NOT NULL,
  "consent_version" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "started_at" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "agreement_migrations_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "agreement_migrations_counts" CHECK ("signed" >= 0 AND "rejected" >= 0 AND "signed" + "rejected" <= "rows"),
  CONSTRAINT "agreement_migrations_whole" CHECK ("state" IN ('receiving', 'cancelled') OR ("file_hash" IS NOT NULL AND "rows" > 0)),
  CONSTRAINT "agreement_migrations_done" CHECK ("state" <> 'done' OR ("signed" + "rejected" = "rows" AND "finished_at" IS NOT NULL)),
  FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id")
);
CREATE INDEX "agreement_migrations_merchant_id_created_at_idx" ON "agreement_migrations"("merchant_id", "created_at");
-- the same file again is the same migration
CREATE UNIQUE INDEX "agreement_migrations_merchant_id_file_hash_key" ON "agreement_migrations"("merchant_id", "file_hash");
-- the sweep over those that are not done
CREATE INDEX "agreement_migrations_open_idx" ON "agreement_migrations"("id") WHERE "state" <> 'done';
CREATE TABLE "agreement_migration_rows" (
  "migration_id" TEXT NOT NULL,
  "row_no" INTEGER NOT NULL,
  "customer_reference" TEXT,
  "card_tail" TEXT,
  "row_key" TEXT,
  "elements_item_id" TEXT,
  "state" "migration_row_state" NOT NULL,
  "reject_reason" TEXT,
  "agreement_id" TEXT,
  "asks" INTEGER NOT NULL DEFAULT 0,
  "claimed_until" TIMESTAMPTZ(3),
  "finished_at" TIMESTAMPTZ(3),
  CONSTRAINT "agreement_migration_rows_pkey" PRIMARY KEY ("migration_id", "row_no"),
  -- A row that is done keeps nothing sealed of what it was about; one that is not still has it all.
  CONSTRAINT "agreement_migration_rows_sealed" CHECK (("state" IN ('signed', 'rejected')) = ("elements_item_id" IS NULL)),
  CONSTRAINT "agreement_migration_rows_named" CHECK ("state" = 'rejected' OR ("customer_reference" IS NOT NULL AND "card_tail" IS NOT NULL)),
  CONSTRAINT "agreement_migration_rows_tail" CHECK ("card_tail" ~ '^[0-9]{4}$'),
  CONSTRAINT "agreement_migration_rows_signed" CHECK (("state" = 'signed') = ("agreement_id" IS NOT NULL)),
  CONSTRAINT "agreement_migration_rows_rejected" CHECK (("state" = 'rejected') = ("reject_reason" IS NOT NULL)),
  FOREIGN KEY ("migration_id") REFERENCES "agreement_migrations"("id"),
  FOREIGN KEY ("elements_item_id") REFERENCES "vault_items"("id"),
  FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id")
);
-- a card of a customer stands once in a file
CREATE UNIQUE INDEX "agreement_migration_rows_migration_id_row_key_key" ON "agreement_migration_rows"("migration_id", "row_key");
-- which row an item of the vault belongs to: asked when the item is destroyed
CREATE INDEX "agreement_migration_rows_elements_item_id_idx" ON "agreement_migration_rows"("elements_item_id")
  WHERE "elements_item_id" IS NOT NULL;
-- the rows that are still to be done
CREATE INDEX "agreement_migration_rows_open_idx" ON "agreement_migration_rows"("migration_id", "row_no")
  WHERE "state" IN ('waiting', 'sent', 'unknown');

-- Who keeps an item of the vault: asked whenever one is destroyed.
CREATE INDEX "agreements_elements_item_id_idx" ON "agreements"("elements_item_id") WHERE "elements_item_id" IS NOT NULL;
CREATE INDEX "orders_payer_phone_item_id_idx" ON "orders"("payer_phone_item_id") WHERE "payer_phone_item_id" IS NOT NULL;
CREATE INDEX "users_phone_item_id_idx" ON "users"("phone_item_id") WHERE "phone_item_id" IS NOT NULL;
CREATE INDEX "persons_name_item_id_idx" ON "persons"("name_item_id");
CREATE INDEX "persons_id_no_item_id_idx" ON "persons"("id_no_item_id");
CREATE INDEX "bank_cards_card_item_id_idx" ON "bank_cards"("card_item_id");

-- attempts, refunds, payouts, fees ----------------------------------------------------------------
CREATE TYPE "quickpass_surface" AS ENUM ('control', 'cashier', 'sdk_wap', 'api_wap', 'qr');
ALTER TABLE "attempts"
  ADD COLUMN "contract_id" TEXT REFERENCES "channel_contracts"("id"),
  ADD COLUMN "surface" "quickpass_surface",
  ADD COLUMN "tn" TEXT,
  ADD COLUMN "host_result" TEXT,
  ADD COLUMN "agreement_id" TEXT REFERENCES "agreements"("id"),
  ADD COLUMN "channel_agreement_id" TEXT REFERENCES "channel_agreements"("id"),
  ADD COLUMN "routing" JSONB;
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_card_has_agreement" CHECK (("agreement_id" IS NULL) OR ("method"::text = 'card'));
CREATE INDEX "attempts_tn_idx" ON "attempts"("tn");
CREATE INDEX "attempts_channel_ref_idx" ON "attempts"("channel_ref");
CREATE INDEX "attempts_agreement_id_created_at_idx" ON "attempts"("agreement_id", "created_at");

CREATE TYPE "refund_route" AS ENUM ('undo', 'refund', 'balance');
ALTER TABLE "refunds"
  ADD COLUMN "route" "refund_route" NOT NULL DEFAULT 'refund',
  ADD COLUMN "merchant_refund_no" TEXT,
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "requested_by" TEXT,
  ADD COLUMN "replaces_id" TEXT REFERENCES "refunds"("id");
DROP INDEX "refunds_attempt_id_cause_key";
-- The refund that took an undo's place belongs to it, and is the only one.
CREATE UNIQUE INDEX "refunds_one_late_per_attempt" ON "refunds"("attempt_id") WHERE "cause" = 'late_payment' AND "replaces_id" IS NULL;
CREATE UNIQUE INDEX "refunds_replaces_id_key" ON "refunds"("replaces_id");
CREATE UNIQUE INDEX "refunds_merchant_id_merchant_refund_no_key" ON "refunds"("merchant_id", "merchant_refund_no");
CREATE INDEX "refunds_attempt_id_idx" ON "refunds"("attempt_id");

ALTER TABLE "payouts" ADD COLUMN "contract_id" TEXT REFERENCES "channel_contracts"("id");

CREATE TYPE "fee_card" AS ENUM ('any', 'debit', 'credit');
ALTER TABLE "fee_terms" ADD COLUMN "card" "fee_card" NOT NULL DEFAULT 'any';
ALTER TABLE "fee_terms" DROP CONSTRAINT "fee_terms_pkey";
ALTER TABLE "fee_terms" ADD CONSTRAINT "fee_terms_pkey" PRIMARY KEY ("merchant_id", "method", "card");

-- What refunds must be able to show in the books; check_books says it, too.
CREATE FUNCTION check_refunds() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT 'returned_more_than_paid', a.id FROM attempts a
    JOIN (SELECT attempt_id, sum(amount_minor) AS returned FROM refunds WHERE state <> 'failed' GROUP BY attempt_id) r
      ON r.attempt_id = a.id WHERE r.returned > a.amount_minor
  UNION ALL
  SELECT 'refund_booked_otherwise', r.id FROM refunds r
    LEFT JOIN refunds i ON i.replaces_id = r.id
   WHERE r.cause = 'requested' AND (
         (r.route <> 'balance' AND r.replaces_id IS NULL) <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-reserved:' || r.id)
      OR (r.route <> 'balance' AND r.state = 'succeeded') <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-settled:' || r.id)
      OR (r.state = 'failed' AND i.id IS NULL) <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-failed:' || r.id)
      OR (r.route = 'balance') <> EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'balance-refund:' || r.id))
  UNION ALL
  SELECT 'payable_differs_from_refunds', 'CNY' WHERE
    (SELECT coalesce(sum(balance_minor), 0) FROM ledger_balances WHERE subject_code = 'refunds_payable')
    <> (SELECT coalesce(sum(amount_minor), 0) FROM refunds WHERE state IN ('created', 'sent', 'waiting', 'unknown'))
$$;
CREATE OR REPLACE FUNCTION check_books() RETURNS TABLE (code text, detail text) LANGUAGE sql STABLE AS $$
  SELECT * FROM check_ledger() UNION ALL SELECT * FROM check_payouts() UNION ALL SELECT * FROM check_refunds()
$$;

-- reconciliation ----------------------------------------------------------------------------------
CREATE TABLE "channel_statements" (
  "id" TEXT NOT NULL,
  "channel" "channel" NOT NULL,
  "merchant_no" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "file_name" TEXT NOT NULL,
  "lines" INTEGER NOT NULL,
  "matched" INTEGER NOT NULL,
  "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "channel_statements_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "channel_statements_channel_merchant_no_day_key" ON "channel_statements"("channel", "merchant_no", "day");
CREATE TYPE "statement_finding" AS ENUM ('matched', 'not_ours', 'amount_differs', 'state_differs');
CREATE TABLE "channel_statement_lines" (
  "statement_id" TEXT NOT NULL,
  "line_no" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "channel_ref" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "fee_minor" BIGINT NOT NULL,
  "card_type" "card_type",
  "settled_at" TIMESTAMPTZ(3) NOT NULL,
  "finding" "statement_finding" NOT NULL,
  "ours_id" TEXT,
  CONSTRAINT "channel_statement_lines_pkey" PRIMARY KEY ("statement_id", "line_no"),
  FOREIGN KEY ("statement_id") REFERENCES "channel_statements"("id")
);
CREATE INDEX "channel_statement_lines_finding_idx" ON "channel_statement_lines"("finding");
CREATE INDEX "channel_statement_lines_channel_order_no_idx" ON "channel_statement_lines"("channel_order_no");
CREATE TABLE "statement_missing" (
  "statement_id" TEXT NOT NULL,
  "ours_id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  CONSTRAINT "statement_missing_pkey" PRIMARY KEY ("statement_id", "ours_id"),
  FOREIGN KEY ("statement_id") REFERENCES "channel_statements"("id")
);
CREATE TABLE "statement_adjustments" (
  "statement_id" TEXT NOT NULL,
  "line_no" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "trace_no" TEXT NOT NULL,
  "original_trace_no" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "fee_minor" BIGINT NOT NULL,
  "net_minor" BIGINT NOT NULL,
  "settled_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "statement_adjustments_pkey" PRIMARY KEY ("statement_id", "line_no"),
  FOREIGN KEY ("statement_id") REFERENCES "channel_statements"("id")
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['channel_statements', 'channel_statement_lines', 'statement_missing', 'statement_adjustments'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_immutable', t);
  END LOOP;
END $$;
