-- What a merchant's people page through, newest first.
CREATE INDEX "orders_merchant_id_id_idx" ON "orders"("merchant_id", "id");
CREATE INDEX "agreements_merchant_id_id_idx" ON "agreements"("merchant_id", "id");
