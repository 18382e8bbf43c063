-- Who has changed how a merchant looks on the shopper's page, and from what to what.
CREATE TABLE "merchant_changes" (
  "id" BIGSERIAL NOT NULL,
  "merchant_id" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "from_value" TEXT,
  "to_value" TEXT,
  "actor" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "merchant_changes_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "merchant_changes_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id"),
  CONSTRAINT "merchant_changes_subject" CHECK ("subject" IN ('accent_color', 'logo'))
);
CREATE INDEX "merchant_changes_merchant_id_id_idx" ON "merchant_changes"("merchant_id", "id");
CREATE TRIGGER "merchant_changes_immutable" BEFORE UPDATE OR DELETE ON "merchant_changes"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "merchant_changes_no_truncate" BEFORE TRUNCATE ON "merchant_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
