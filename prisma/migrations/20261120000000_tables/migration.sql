CREATE TYPE "ledger_side" AS ENUM ('debit', 'credit');
CREATE TYPE "account_kind" AS ENUM ('external', 'internal');
CREATE TYPE "late_payment_policy" AS ENUM ('accept', 'refund', 'hold');
CREATE TYPE "role" AS ENUM ('shopper', 'merchant', 'office');
CREATE TYPE "order_state" AS ENUM ('open', 'paid', 'expired', 'closed');
CREATE TYPE "goods" AS ENUM ('digital', 'physical');
CREATE TYPE "method" AS ENUM ('balance', 'quickpass');
CREATE TYPE "channel" AS ENUM ('balance', 'unionpay');
CREATE TYPE "host" AS ENUM ('pc', 'mobile');
CREATE TYPE "card_type" AS ENUM ('debit', 'credit', 'semi_credit', 'debit_credit', 'prepaid', 'unknown');
CREATE TYPE "attempt_state" AS ENUM ('created', 'sent', 'waiting', 'unknown', 'superseded', 'succeeded', 'failed', 'late_succeeded', 'returned');
CREATE TYPE "refund_state" AS ENUM ('created', 'sent', 'unknown', 'waiting', 'succeeded', 'failed');
CREATE TYPE "refund_cause" AS ENUM ('late_payment');
CREATE TYPE "delivery_state" AS ENUM ('pending', 'delivered', 'exhausted');
CREATE TYPE "demo_purchase_state" AS ENUM ('placed', 'paid');

CREATE TABLE "transitions" (
  "id" BIGSERIAL NOT NULL,
  "subject_type" TEXT NOT NULL,
  "subject_id" TEXT NOT NULL,
  "event" TEXT NOT NULL,
  "from_state" TEXT NOT NULL,
  "to_state" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "cause" TEXT,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "transitions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "transitions_subject_type_subject_id_id_idx" ON "transitions"("subject_type", "subject_id", "id");

CREATE TABLE "outbox_events" (
  "id" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "subject_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "relayed_at" TIMESTAMPTZ(3),
  CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "outbox_events_topic_subject_id_key" ON "outbox_events"("topic", "subject_id");

CREATE TABLE "vault_items" (
  "id" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "wrapped_key" BYTEA NOT NULL,
  "sealed" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "vault_items_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "vault_reads" (
  "id" BIGSERIAL NOT NULL,
  "item_id" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "purpose" TEXT NOT NULL,
  "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "vault_reads_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "vault_reads_item_id_idx" ON "vault_reads"("item_id");

CREATE TABLE "ledger_subjects" (
  "code" TEXT NOT NULL,
  "name_zh" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "normal_side" "ledger_side" NOT NULL,
  "kind" "account_kind" NOT NULL,
  CONSTRAINT "ledger_subjects_pkey" PRIMARY KEY ("code")
);

CREATE TABLE "ledger_accounts" (
  "id" TEXT NOT NULL,
  "subject_code" TEXT NOT NULL,
  "owner_id" TEXT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "kind" "account_kind" NOT NULL,
  "normal_side" "ledger_side" NOT NULL,
  "balance_minor" BIGINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ledger_accounts_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ledger_accounts_owner_id_idx" ON "ledger_accounts"("owner_id");

CREATE TABLE "ledger_entries" (
  "id" TEXT NOT NULL,
  "entry_key" TEXT NOT NULL,
  "content_hash" TEXT NOT NULL,
  "event" TEXT NOT NULL,
  "business_ref" TEXT NOT NULL,
  "accounting_date" DATE NOT NULL,
  "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "posted_tx" BIGINT NOT NULL,
  CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ledger_entries_entry_key_key" ON "ledger_entries"("entry_key");
CREATE INDEX "ledger_entries_business_ref_idx" ON "ledger_entries"("business_ref");

CREATE TABLE "ledger_lines" (
  "id" BIGSERIAL NOT NULL,
  "entry_id" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "side" "ledger_side" NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  CONSTRAINT "ledger_lines_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ledger_lines_entry_id_idx" ON "ledger_lines"("entry_id");
CREATE INDEX "ledger_lines_account_id_id_idx" ON "ledger_lines"("account_id", "id");

CREATE TABLE "merchants" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "name_en" TEXT NOT NULL,
  "accent_color" TEXT NOT NULL,
  "return_origins" TEXT[],
  "late_payment_policy" "late_payment_policy" NOT NULL,
  "balance_allowed" BOOLEAN NOT NULL,
  "hidden_methods" TEXT[],
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "merchants_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "api_keys" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "hint" TEXT NOT NULL,
  "secret_hash" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "api_keys_secret_hash_key" ON "api_keys"("secret_hash");
CREATE INDEX "api_keys_merchant_id_idx" ON "api_keys"("merchant_id");

CREATE TABLE "link_keys" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "sealed_secret" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "link_keys_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_keys_merchant_id_idx" ON "link_keys"("merchant_id");

CREATE TABLE "webhook_endpoints" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "url" TEXT NOT NULL,
  "sealed_secret" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "disabled_at" TIMESTAMPTZ(3),
  CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "webhook_endpoints_merchant_id_idx" ON "webhook_endpoints"("merchant_id");

CREATE TABLE "idempotency_keys" (
  "merchant_id" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "input_hash" TEXT NOT NULL,
  "status" INTEGER NOT NULL,
  "answer" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("merchant_id", "key")
);
CREATE INDEX "idempotency_keys_expires_at_idx" ON "idempotency_keys"("expires_at");

CREATE TABLE "customers" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "user_id" TEXT,
  "payment_password_hash" TEXT,
  "password_failures" INTEGER NOT NULL DEFAULT 0,
  "password_locked_until" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "customers_merchant_id_reference_key" ON "customers"("merchant_id", "reference");
CREATE INDEX "customers_user_id_idx" ON "customers"("user_id");

CREATE TABLE "users" (
  "id" TEXT NOT NULL,
  "role" "role" NOT NULL,
  "display_name" TEXT NOT NULL,
  "email" TEXT,
  "password_hash" TEXT,
  "phone_hash" TEXT,
  "phone_masked" TEXT,
  "merchant_id" TEXT,
  "token_version" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");
CREATE UNIQUE INDEX "users_phone_hash_key" ON "users"("phone_hash");

CREATE TABLE "sign_in_codes" (
  "id" TEXT NOT NULL,
  "phone_hash" TEXT NOT NULL,
  "code_hash" TEXT NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "consumed_at" TIMESTAMPTZ(3),
  CONSTRAINT "sign_in_codes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "sign_in_codes_phone_hash_created_at_idx" ON "sign_in_codes"("phone_hash", "created_at");

CREATE TABLE "rate_limits" (
  "key" TEXT NOT NULL,
  "points" INTEGER NOT NULL,
  "expire" TIMESTAMPTZ(3),
  CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "orders" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "merchant_order_no" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "subject" TEXT NOT NULL,
  "goods" "goods" NOT NULL,
  "return_url" TEXT,
  "customer_reference" TEXT,
  "payer_phone_item_id" TEXT,
  "metadata" JSONB,
  "content_hash" TEXT NOT NULL,
  "pay_token" TEXT NOT NULL,
  "state" "order_state" NOT NULL DEFAULT 'open',
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "paid_at" TIMESTAMPTZ(3),
  "paid_attempt_id" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "orders_pay_token_key" ON "orders"("pay_token");
CREATE UNIQUE INDEX "orders_merchant_id_merchant_order_no_key" ON "orders"("merchant_id", "merchant_order_no");

CREATE TABLE "attempts" (
  "id" TEXT NOT NULL,
  "order_id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "method" "method" NOT NULL,
  "channel" "channel" NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "customer_id" TEXT,
  "host" "host" NOT NULL,
  "state" "attempt_state" NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "payable_until" TIMESTAMPTZ(3) NOT NULL,
  "next_step" JSONB,
  "channel_ref" TEXT,
  "card_type" "card_type",
  "failure_reason" TEXT,
  "evidence" JSONB,
  "asks" INTEGER NOT NULL DEFAULT 0,
  "next_ask_at" TIMESTAMPTZ(3),
  "last_ask_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "attempts_channel_channel_order_no_key" ON "attempts"("channel", "channel_order_no");
CREATE INDEX "attempts_order_id_created_at_idx" ON "attempts"("order_id", "created_at");

CREATE TABLE "refunds" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "order_id" TEXT NOT NULL,
  "attempt_id" TEXT NOT NULL,
  "cause" "refund_cause" NOT NULL,
  "channel" "channel" NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "currency" CHAR(3) NOT NULL,
  "state" "refund_state" NOT NULL,
  "requested_at" TIMESTAMPTZ(3) NOT NULL,
  "channel_ref" TEXT,
  "failure_reason" TEXT,
  "evidence" JSONB,
  "asks" INTEGER NOT NULL DEFAULT 0,
  "next_ask_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "refunds_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "refunds_channel_channel_order_no_key" ON "refunds"("channel", "channel_order_no");
CREATE UNIQUE INDEX "refunds_attempt_id_cause_key" ON "refunds"("attempt_id", "cause");
CREATE INDEX "refunds_order_id_idx" ON "refunds"("order_id");

CREATE TABLE "channel_notices" (
  "id" TEXT NOT NULL,
  "channel" "channel" NOT NULL,
  "notice_key" TEXT NOT NULL,
  "channel_order_no" TEXT NOT NULL,
  "sealed_body" BYTEA NOT NULL,
  "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "channel_notices_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "channel_notices_channel_notice_key_key" ON "channel_notices"("channel", "notice_key");
CREATE INDEX "channel_notices_channel_channel_order_no_idx" ON "channel_notices"("channel", "channel_order_no");

CREATE TABLE "channel_notice_results" (
  "notice_id" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "processed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "channel_notice_results_pkey" PRIMARY KEY ("notice_id")
);

CREATE TABLE "deliveries" (
  "id" TEXT NOT NULL,
  "event_id" TEXT NOT NULL,
  "endpoint_id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "state" "delivery_state" NOT NULL DEFAULT 'pending',
  "tries" INTEGER NOT NULL DEFAULT 0,
  "next_try_at" TIMESTAMPTZ(3),
  "delivered_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "deliveries_event_id_endpoint_id_key" ON "deliveries"("event_id", "endpoint_id");

CREATE TABLE "delivery_tries" (
  "id" BIGSERIAL NOT NULL,
  "delivery_id" TEXT NOT NULL,
  "status" INTEGER,
  "problem" TEXT,
  "duration_ms" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "delivery_tries_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "delivery_tries_delivery_id_id_idx" ON "delivery_tries"("delivery_id", "id");

CREATE TABLE "demo_purchases" (
  "order_no" TEXT NOT NULL,
  "goods_code" TEXT NOT NULL,
  "amount_minor" BIGINT NOT NULL,
  "state" "demo_purchase_state" NOT NULL DEFAULT 'placed',
  "event_id" TEXT,
  "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "paid_at" TIMESTAMPTZ(3),
  CONSTRAINT "demo_purchases_pkey" PRIMARY KEY ("order_no")
);

