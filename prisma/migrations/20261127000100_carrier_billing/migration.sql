-- Carrier billing: the catalogue of lines, numbers and limits; payments by phone; subscriptions; the
-- carriers' settlement statements.

-- the day it is for business ---------------------------------------------------------------------
-- What periods and limits of calendar days go by: the clock. A rehearsal may put another in its place.
CREATE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
  AS $$ SELECT clock_timestamp() $$;

-- carriers ---------------------------------------------------------------------------------------
CREATE TYPE "carrier" AS ENUM ('cmcc', 'cucc', 'ctcc', 'cbn');
CREATE TYPE "carrier_mode" AS ENUM ('sms', 'wap', 'direct');
CREATE TYPE "carrier_usage_scope" AS ENUM ('user_day', 'user_month', 'province_day', 'province_month');
CREATE TABLE "carrier_number_ranges" (
  "prefix" TEXT NOT NULL,
  "carrier" "carrier" NOT NULL,
  "province" TEXT,
  CONSTRAINT "carrier_number_ranges_pkey" PRIMARY KEY ("prefix")
);


CREATE TABLE "carrier_lookups" (
  "phone_hash" TEXT NOT NULL,
  "carrier" "carrier",
  "province" TEXT,
  "ported" BOOLEAN NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "carrier_lookups_pkey" PRIMARY KEY ("phone_hash")
);


CREATE TABLE "carrier_lines" (
  "id" TEXT NOT NULL,
  "carrier" "carrier" NOT NULL,
  "name" TEXT NOT NULL,
  "service_id" TEXT NOT NULL,
  "modes" "carrier_mode"[],
  "share_millionths" INTEGER NOT NULL,
  "hours" TEXT,
  "user_day_minor" BIGINT,
  "user_month_minor" BIGINT,
  "bill_text" TEXT NOT NULL,
  "term_days" INTEGER NOT NULL,
  "ended_at" TIMESTAMPTZ(3),
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "carrier_lines_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "carrier_lines_carrier_idx" ON "carrier_lines"("carrier");

CREATE TABLE "carrier_line_provinces" (
  "line_id" TEXT NOT NULL,
  "province" TEXT NOT NULL,
  "day_minor" BIGINT,
  "month_minor" BIGINT,
  CONSTRAINT "carrier_line_provinces_pkey" PRIMARY KEY ("line_id", "province")
);


CREATE TABLE "carrier_fee_points" (
  "line_id" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "periodic" BOOLEAN NOT NULL,
  "provinces" TEXT[],
  CONSTRAINT "carrier_fee_points_pkey" PRIMARY KEY ("line_id", "code")
);


CREATE TABLE "carrier_usage" (
  "line_id" TEXT NOT NULL,
  "scope" "carrier_usage_scope" NOT NULL,
  "key" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "used_minor" BIGINT NOT NULL,
  CONSTRAINT "carrier_usage_pkey" PRIMARY KEY ("line_id", "scope", "key", "period")
);


CREATE TABLE "carrier_reservations" (
  "attempt_id" TEXT NOT NULL,
  "line_id" TEXT NOT NULL,
  "phone_hash" TEXT NOT NULL,
  "province" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "day" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "released_at" TIMESTAMPTZ(3),
  CONSTRAINT "carrier_reservations_pkey" PRIMARY KEY ("attempt_id")
);


CREATE TABLE "carrier_stops" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "line_id" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "complaints" INTEGER NOT NULL,
  "payments" INTEGER NOT NULL,
  "stopped_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lifted_at" TIMESTAMPTZ(3),
  "lifted_by" TEXT,
  CONSTRAINT "carrier_stops_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "carrier_stops_merchant_id_line_id_month_key" ON "carrier_stops"("merchant_id", "line_id", "month");

CREATE TABLE "carrier_catalogue_drafts" (
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "content" BYTEA NOT NULL,
  "preview" JSONB NOT NULL,
  "drafted_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "carrier_catalogue_drafts_pkey" PRIMARY KEY ("id")
);

-- subscriptions ----------------------------------------------------------------------------------
CREATE TYPE "subscription_period" AS ENUM ('natural_month', 'rolling_30', 'rolling_31');
CREATE TYPE "subscription_state" AS ENUM ('active', 'past_due', 'cancelled', 'ended');
CREATE TABLE "subscriptions" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "order_id" TEXT NOT NULL,
  "period" "subscription_period" NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "subject" TEXT NOT NULL,
  "state" "subscription_state" NOT NULL,
  "phone_hash" TEXT NOT NULL,
  "phone_masked" TEXT NOT NULL,
  "phone_item_id" TEXT,
  "consent_version" TEXT NOT NULL,
  "customer_reference" TEXT,
  "paid_through" DATE NOT NULL,
  "paid_terms" INTEGER NOT NULL DEFAULT 1,
  "reminded_for" DATE,
  "reminded_on" DATE,
  "next_step_at" TIMESTAMPTZ(3),
  "cancelled_by" TEXT,
  "cancelled_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "subscriptions_reminded" CHECK (("reminded_for" IS NULL) = ("reminded_on" IS NULL))
);
CREATE UNIQUE INDEX "subscriptions_order_id_key" ON "subscriptions"("order_id");
CREATE INDEX "subscriptions_merchant_id_id_idx" ON "subscriptions"("merchant_id", "id");
CREATE INDEX "subscriptions_phone_hash_idx" ON "subscriptions"("phone_hash");
CREATE INDEX "subscriptions_next_step_at_idx" ON "subscriptions"("next_step_at");

CREATE TABLE "subscription_terms" (
  "subscription_id" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  "order_id" TEXT NOT NULL,
  "starts_on" DATE NOT NULL,
  "ends_on" DATE NOT NULL,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "failed_on" DATE,
  "failed_attempt_id" TEXT,
  "failure_reason" TEXT,
  "paid_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "subscription_terms_pkey" PRIMARY KEY ("subscription_id", "seq")
);
CREATE UNIQUE INDEX "subscription_terms_order_id_key" ON "subscription_terms"("order_id");

-- carrier-statements -----------------------------------------------------------------------------
CREATE TYPE "carrier_statement_kind" AS ENUM ('paid', 'reduction', 'bad_debt', 'complaint_refund');
CREATE TYPE "carrier_statement_finding" AS ENUM ('matched', 'not_ours', 'amount_differs', 'share_differs', 'state_differs', 'repeated');
CREATE TABLE "carrier_statements" (
  "id" TEXT NOT NULL,
  "line_id" TEXT NOT NULL,
  "month" TEXT NOT NULL,
  "file_hash" TEXT NOT NULL,
  "lines" INTEGER NOT NULL,
  "imported_by" TEXT NOT NULL,
  "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "due_on" DATE NOT NULL,
  CONSTRAINT "carrier_statements_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "carrier_statements_line_id_month_key" ON "carrier_statements"("line_id", "month");

CREATE TABLE "carrier_statement_lines" (
  "statement_id" TEXT NOT NULL,
  "line_no" INTEGER NOT NULL,
  "kind" "carrier_statement_kind" NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "payment_id" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "share_minor" BIGINT NOT NULL,
  "occurred_at" TIMESTAMPTZ(3) NOT NULL,
  "finding" "carrier_statement_finding" NOT NULL,
  "attempt_id" TEXT,
  "merchant_id" TEXT,
  CONSTRAINT "carrier_statement_lines_pkey" PRIMARY KEY ("statement_id", "line_no")
);

CREATE TABLE "carrier_statement_drafts" (
  "id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "carrier_statement_drafts_pkey" PRIMARY KEY ("id")
);

CREATE UNLOGGED TABLE "carrier_draft_lines" (
  "draft_id" TEXT NOT NULL,
  "line_no" INTEGER NOT NULL,
  "kind" "carrier_statement_kind" NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "payment_id" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "share_minor" BIGINT NOT NULL,
  "occurred_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "carrier_draft_lines_pkey" PRIMARY KEY ("draft_id", "line_no")
);

CREATE TABLE "carrier_merchant_statements" (
  "statement_id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "payments" INTEGER NOT NULL,
  "gross_minor" BIGINT NOT NULL,
  "refunded_minor" BIGINT NOT NULL,
  "reductions" INTEGER NOT NULL,
  "reduction_minor" BIGINT NOT NULL,
  "bad_debts" INTEGER NOT NULL,
  "bad_debt_minor" BIGINT NOT NULL,
  "complaints" INTEGER NOT NULL,
  "complaint_minor" BIGINT NOT NULL,
  "complained" INTEGER NOT NULL,
  "share_minor" BIGINT NOT NULL,
  "fee_minor" BIGINT NOT NULL,
  "net_minor" BIGINT NOT NULL,
  "carried_minor" BIGINT NOT NULL,
  "credited_minor" BIGINT NOT NULL,
  CONSTRAINT "carrier_merchant_statements_pkey" PRIMARY KEY ("statement_id", "merchant_id")
);
CREATE INDEX "carrier_merchant_statements_merchant_id_idx" ON "carrier_merchant_statements"("merchant_id");

CREATE TABLE "carrier_remittances" (
  "id" TEXT NOT NULL,
  "statement_id" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "received_on" DATE NOT NULL,
  "recorded_by" TEXT NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "carrier_remittances_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "carrier_remittances_reference_key" ON "carrier_remittances"("reference");
CREATE INDEX "carrier_remittances_statement_id_idx" ON "carrier_remittances"("statement_id");

-- payments ---------------------------------------------------------------------------------------
CREATE TABLE "phone_payments" (
  "attempt_id" TEXT NOT NULL,
  "order_id" TEXT NOT NULL,
  "line_id" TEXT NOT NULL,
  "carrier" "carrier" NOT NULL,
  "province" TEXT NOT NULL,
  "fee_point" TEXT NOT NULL,
  "mode" "carrier_mode" NOT NULL,
  "phone_hash" TEXT NOT NULL,
  "phone_masked" TEXT NOT NULL,
  "phone_item_id" TEXT,
  "consent_version" TEXT NOT NULL,
  "code_ref" TEXT,
  "code_tries" INTEGER NOT NULL DEFAULT 0,
  "code_expires_at" TIMESTAMPTZ(3),
  "code_taken_at" TIMESTAMPTZ(3),
  "payer_unknown" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "phone_payments_pkey" PRIMARY KEY ("attempt_id")
);
CREATE INDEX "phone_payments_line_id_created_at_idx" ON "phone_payments"("line_id", "created_at");
CREATE INDEX "phone_payments_order_id_idx" ON "phone_payments"("order_id");

ALTER TABLE "phone_payments"
  ADD FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id"),
  ADD FOREIGN KEY ("line_id") REFERENCES "carrier_lines"("id"),
  ADD CONSTRAINT "phone_payments_tries" CHECK ("code_tries" BETWEEN 0 AND 3);
ALTER TABLE "orders" ADD COLUMN "subscription_period" "subscription_period";
ALTER TABLE "orders" ADD CONSTRAINT "orders_subscription_digital" CHECK ("subscription_period" IS NULL OR "goods" = 'digital');
ALTER TABLE "channel_notices" ADD COLUMN "sealed_headers" BYTEA;

-- what the models have no words for --------------------------------------------------------------
ALTER TABLE "carrier_number_ranges" ADD CONSTRAINT "carrier_number_ranges_prefix" CHECK ("prefix" ~ '^1[0-9]{2,6}$'),
  ADD CONSTRAINT "carrier_number_ranges_province" CHECK ("province" ~ '^[0-9]{2}$');
ALTER TABLE "carrier_lines" ADD CONSTRAINT "carrier_lines_share" CHECK ("share_millionths" BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "carrier_lines_limits" CHECK ("user_day_minor" > 0 AND "user_month_minor" > 0),
  ADD CONSTRAINT "carrier_lines_modes" CHECK (cardinality("modes") > 0),
  ADD CONSTRAINT "carrier_lines_term" CHECK ("term_days" >= 0);
ALTER TABLE "carrier_line_provinces" ADD FOREIGN KEY ("line_id") REFERENCES "carrier_lines"("id"),
  ADD CONSTRAINT "carrier_line_provinces_limits" CHECK ("day_minor" > 0 AND "month_minor" > 0);
ALTER TABLE "carrier_fee_points" ADD FOREIGN KEY ("line_id") REFERENCES "carrier_lines"("id"),
  ADD CONSTRAINT "carrier_fee_points_amount" CHECK ("amount_minor" > 0);
CREATE UNIQUE INDEX "carrier_fee_points_one_price" ON "carrier_fee_points"("line_id", "amount_minor", "periodic", "provinces");
ALTER TABLE "carrier_usage" ADD CONSTRAINT "carrier_usage_not_negative" CHECK ("used_minor" >= 0);
ALTER TABLE "carrier_reservations" ADD FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id"),
  ADD CONSTRAINT "carrier_reservations_amount" CHECK ("amount_minor" > 0);
ALTER TABLE "carrier_stops" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id"),
  ADD FOREIGN KEY ("line_id") REFERENCES "carrier_lines"("id"),
  ADD CONSTRAINT "carrier_stops_lifted" CHECK (("lifted_at" IS NULL) = ("lifted_by" IS NULL));
CREATE INDEX "carrier_stops_live" ON "carrier_stops"("merchant_id", "line_id") WHERE "lifted_at" IS NULL;

ALTER TABLE "subscriptions" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id"),
  ADD FOREIGN KEY ("order_id") REFERENCES "orders"("id"),
  ADD CONSTRAINT "subscriptions_amount" CHECK ("amount_minor" > 0),
  ADD CONSTRAINT "subscriptions_cancelled" CHECK (("cancelled_at" IS NULL) = ("cancelled_by" IS NULL)),
  ADD CONSTRAINT "subscriptions_ended" CHECK (("state" = 'ended') = ("ended_at" IS NOT NULL));
CREATE INDEX "orders_period_paid" ON "orders"("paid_at") WHERE "subscription_period" IS NOT NULL AND "state" = 'paid';
ALTER TABLE "subscription_terms" ADD FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id"),
  ADD FOREIGN KEY ("order_id") REFERENCES "orders"("id"),
  ADD CONSTRAINT "subscription_terms_days" CHECK ("ends_on" >= "starts_on" AND "seq" >= 1),
  ADD CONSTRAINT "subscription_terms_failures" CHECK ("failures" >= 0);

ALTER TABLE "carrier_statements" ADD FOREIGN KEY ("line_id") REFERENCES "carrier_lines"("id"),
  ADD CONSTRAINT "carrier_statements_month" CHECK ("month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
ALTER TABLE "carrier_statement_lines" ADD FOREIGN KEY ("statement_id") REFERENCES "carrier_statements"("id"),
  ADD CONSTRAINT "carrier_statement_lines_amounts" CHECK ("amount_minor" > 0 AND "share_minor" BETWEEN 0 AND "amount_minor"),
  ADD CONSTRAINT "carrier_statement_lines_whose" CHECK ("finding" <> 'matched' OR ("attempt_id" IS NOT NULL AND "merchant_id" IS NOT NULL));
-- A payment is booked once, whatever files say it again; so is each thing that takes from it, by its kind and time.
CREATE UNIQUE INDEX "carrier_statement_lines_paid_once" ON "carrier_statement_lines"("attempt_id")
  WHERE "finding" = 'matched' AND "kind" = 'paid';
CREATE UNIQUE INDEX "carrier_statement_lines_taken_once" ON "carrier_statement_lines"("attempt_id", "kind", "occurred_at")
  WHERE "finding" = 'matched' AND "kind" <> 'paid';
-- what somebody has to look at
CREATE INDEX "carrier_statement_lines_differing" ON "carrier_statement_lines"("statement_id", "line_no") WHERE "finding" <> 'matched';
ALTER TABLE "carrier_merchant_statements" ADD FOREIGN KEY ("statement_id") REFERENCES "carrier_statements"("id"),
  ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id"),
  ADD CONSTRAINT "carrier_merchant_statements_net" CHECK
    ("net_minor" = "gross_minor" - "refunded_minor" - "reduction_minor" - "bad_debt_minor" - "complaint_minor" - "share_minor" - "fee_minor"),
  ADD CONSTRAINT "carrier_merchant_statements_credited" CHECK ("credited_minor" BETWEEN 0 AND greatest("carried_minor" + "net_minor", 0));
ALTER TABLE "carrier_remittances" ADD FOREIGN KEY ("statement_id") REFERENCES "carrier_statements"("id"),
  ADD CONSTRAINT "carrier_remittances_amount" CHECK ("amount_minor" > 0);
CREATE TRIGGER "carrier_statements_kept" BEFORE UPDATE OR DELETE ON "carrier_statements" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "carrier_statement_lines_kept" BEFORE UPDATE OR DELETE ON "carrier_statement_lines" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "carrier_merchant_statements_kept" BEFORE UPDATE OR DELETE ON "carrier_merchant_statements" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "carrier_remittances_kept" BEFORE UPDATE OR DELETE ON "carrier_remittances" FOR EACH ROW EXECUTE FUNCTION refuse_change();
