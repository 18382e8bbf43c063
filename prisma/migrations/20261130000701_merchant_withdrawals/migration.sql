-- Where a merchant's available money is paid out to. One is in use at a time; a former one stays for what was paid to it.
CREATE TABLE merchant_accounts (
  id TEXT NOT NULL,
  merchant_id TEXT NOT NULL,
  card_item_id TEXT NOT NULL,
  card_hash TEXT NOT NULL,
  card_masked TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  name_item_id TEXT NOT NULL,
  name_hash TEXT NOT NULL,
  name_masked TEXT NOT NULL,
  set_by TEXT NOT NULL,
  usable_from TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  replaced_at TIMESTAMPTZ(3),
  CONSTRAINT merchant_accounts_pkey PRIMARY KEY (id),
  CONSTRAINT merchant_accounts_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchants(id),
  CONSTRAINT merchant_accounts_card_item_id_fkey FOREIGN KEY (card_item_id) REFERENCES vault_items(id),
  CONSTRAINT merchant_accounts_name_item_id_fkey FOREIGN KEY (name_item_id) REFERENCES vault_items(id)
);
CREATE UNIQUE INDEX "merchant_accounts_in_use" ON merchant_accounts (merchant_id) WHERE replaced_at IS NULL;
CREATE TRIGGER "merchant_accounts_stay" BEFORE UPDATE ON merchant_accounts FOR EACH ROW
  WHEN (ROW(OLD.merchant_id, OLD.card_item_id, OLD.card_hash, OLD.name_item_id, OLD.name_hash, OLD.usable_from)
        IS DISTINCT FROM ROW(NEW.merchant_id, NEW.card_item_id, NEW.card_hash, NEW.name_item_id, NEW.name_hash, NEW.usable_from))
  EXECUTE FUNCTION refuse_change();

-- A payout goes to a person's own card, to a refund's payee, or from a merchant's account to where that merchant said.
ALTER TABLE payouts ADD COLUMN merchant_account_id TEXT;
ALTER TABLE payouts ADD CONSTRAINT payouts_merchant_account_id_fkey
  FOREIGN KEY (merchant_account_id) REFERENCES merchant_accounts(id);
ALTER TABLE payouts DROP CONSTRAINT payouts_one_payee;
ALTER TABLE payouts ADD CONSTRAINT payouts_one_payee
  CHECK (num_nonnulls(bank_card_id, payee_id, merchant_account_id) = 1);
ALTER TABLE payouts ADD CONSTRAINT payouts_of_merchant
  CHECK ((merchant_account_id IS NOT NULL) = (subject_code = 'merchant_balance'));
CREATE TRIGGER "payouts_agreed_account" BEFORE UPDATE ON payouts FOR EACH ROW
  WHEN (OLD.merchant_account_id IS DISTINCT FROM NEW.merchant_account_id) EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_own_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM merchant_accounts
                  WHERE id = NEW.merchant_account_id AND merchant_id = NEW.owner_id AND replaced_at IS NULL
                    AND usable_from <= clock_timestamp()) THEN
    RAISE EXCEPTION 'account % is not where merchant % is paid out to', NEW.merchant_account_id, NEW.owner_id
      USING ERRCODE = 'CA900';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "payouts_own_account" BEFORE INSERT ON payouts FOR EACH ROW
  WHEN (NEW.merchant_account_id IS NOT NULL) EXECUTE FUNCTION require_own_account();
