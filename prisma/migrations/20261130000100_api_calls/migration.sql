-- The dated version of the merchant API that a key was made with.
ALTER TABLE api_keys ADD COLUMN api_version TEXT NOT NULL DEFAULT '2026-11-01';

-- How many calls a key has left at the moment. Nothing is lost with it but a few calls' counting.
CREATE UNLOGGED TABLE "api_buckets" (
  "key_id" TEXT NOT NULL,
  "tokens" DOUBLE PRECISION NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "api_buckets_pkey" PRIMARY KEY ("key_id")
) WITH (fillfactor = 50);

-- The calls of the merchant API as their merchant may read them, for 30 days; what they carried is masked.
CREATE TABLE "api_requests" (
  "id" TEXT NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "key_id" TEXT NOT NULL,
  "operation" TEXT NOT NULL,
  "method" TEXT NOT NULL,
  "path" TEXT NOT NULL,
  "version" TEXT NOT NULL,
  "status" INTEGER NOT NULL,
  "code" TEXT,
  "idempotency_key" TEXT,
  "hit" BOOLEAN NOT NULL,
  "duration_ms" INTEGER NOT NULL,
  "excerpt" JSONB,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "api_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "api_requests_merchant_id_id_idx" ON "api_requests"("merchant_id", "id");
CREATE INDEX "api_requests_merchant_id_idempotency_key_idx" ON "api_requests"("merchant_id", "idempotency_key");
CREATE INDEX "api_requests_at_idx" ON "api_requests"("at");

-- A merchant's orders in one state, of one customer, and of some days.
CREATE INDEX "orders_merchant_id_state_id_idx" ON "orders"("merchant_id", "state", "id");
CREATE INDEX "orders_merchant_id_customer_reference_id_idx"
  ON "orders"("merchant_id", "customer_reference", "id");
CREATE INDEX "orders_merchant_id_created_at_idx" ON "orders"("merchant_id", "created_at");

-- A merchant's customers, newest first.
CREATE INDEX "customers_merchant_id_id_idx" ON "customers"("merchant_id", "id");
