-- What Prisma has no words for: foreign keys without relations, checks, partial indexes, rows that
-- never change.

ALTER TABLE "ledger_accounts" ADD FOREIGN KEY ("subject_code") REFERENCES "ledger_subjects"("code");
ALTER TABLE "ledger_lines" ADD FOREIGN KEY ("entry_id") REFERENCES "ledger_entries"("id");
ALTER TABLE "ledger_lines" ADD FOREIGN KEY ("account_id") REFERENCES "ledger_accounts"("id");
ALTER TABLE "api_keys" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id");
ALTER TABLE "link_keys" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id");
ALTER TABLE "webhook_endpoints" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id");
ALTER TABLE "customers" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id");
ALTER TABLE "customers" ADD FOREIGN KEY ("user_id") REFERENCES "users"("id");
ALTER TABLE "users" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id");
ALTER TABLE "orders" ADD FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id");
ALTER TABLE "orders" ADD FOREIGN KEY ("payer_phone_item_id") REFERENCES "vault_items"("id");
ALTER TABLE "attempts" ADD FOREIGN KEY ("order_id") REFERENCES "orders"("id");
ALTER TABLE "attempts" ADD FOREIGN KEY ("customer_id") REFERENCES "customers"("id");
ALTER TABLE "refunds" ADD FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id");
ALTER TABLE "channel_notice_results" ADD FOREIGN KEY ("notice_id") REFERENCES "channel_notices"("id");
ALTER TABLE "deliveries" ADD FOREIGN KEY ("event_id") REFERENCES "outbox_events"("id");
ALTER TABLE "deliveries" ADD FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoints"("id");
ALTER TABLE "delivery_tries" ADD FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id");

ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_amount_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_external_floor"
  CHECK ("kind" = 'internal' OR "balance_minor" >= 0);
ALTER TABLE "orders" ADD CONSTRAINT "orders_amount_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "orders" ADD CONSTRAINT "orders_paid_by_one_attempt" CHECK (
  ("state" = 'paid') = ("paid_at" IS NOT NULL) AND ("state" = 'paid') = ("paid_attempt_id" IS NOT NULL));
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_amount_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_amount_positive" CHECK ("amount_minor" > 0);
ALTER TABLE "users" ADD CONSTRAINT "users_merchant_staff_has_merchant"
  CHECK (("role" = 'merchant') = ("merchant_id" IS NOT NULL));

-- One live or successful attempt per order. Superseded ones stand apart: they can still be paid
-- until their time limit, and are given back if they are.
CREATE UNIQUE INDEX "attempts_one_live_per_order" ON "attempts"("order_id")
  WHERE "state" IN ('created', 'sent', 'waiting', 'unknown', 'succeeded');
-- the sweep that finds attempts and refunds nobody has asked about
CREATE INDEX "attempts_due_idx" ON "attempts"("next_ask_at") WHERE "next_ask_at" IS NOT NULL;
CREATE INDEX "refunds_due_idx" ON "refunds"("next_ask_at") WHERE "next_ask_at" IS NOT NULL;
-- the method a customer paid with last
CREATE INDEX "attempts_last_used_idx" ON "attempts"("customer_id", "created_at") WHERE "state" = 'succeeded';
-- the expiry sweep
CREATE INDEX "orders_open_expiry_idx" ON "orders"("expires_at") WHERE "state" = 'open';
-- the outbox relay
CREATE INDEX "outbox_events_unrelayed_idx" ON "outbox_events"("created_at") WHERE "relayed_at" IS NULL;
-- the delivery sweep
CREATE INDEX "deliveries_due_idx" ON "deliveries"("next_try_at") WHERE "state" = 'pending';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'CA900';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_entries', 'ledger_lines', 'transitions', 'channel_notices',
                           'channel_notice_results', 'vault_reads', 'delivery_tries'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_immutable', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- What was agreed with the merchant is not negotiable afterwards.
CREATE TRIGGER "orders_agreed_terms" BEFORE UPDATE ON "orders" FOR EACH ROW
  WHEN (ROW(OLD.merchant_id, OLD.merchant_order_no, OLD.amount_minor, OLD.currency, OLD.pay_token)
        IS DISTINCT FROM ROW(NEW.merchant_id, NEW.merchant_order_no, NEW.amount_minor, NEW.currency, NEW.pay_token))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "attempts_agreed_terms" BEFORE UPDATE ON "attempts" FOR EACH ROW
  WHEN (ROW(OLD.order_id, OLD.channel, OLD.channel_order_no, OLD.amount_minor, OLD.currency)
        IS DISTINCT FROM ROW(NEW.order_id, NEW.channel, NEW.channel_order_no, NEW.amount_minor, NEW.currency))
  EXECUTE FUNCTION refuse_change();
