-- The office finds an order by what its shopper can say, with a million orders in less time than one notices: one
-- index for each question of lib/support/search-store.ts. Tails are read off the masks that are there.

-- payments of one amount, newest first, and those of it that began around a minute
CREATE INDEX "attempts_total_idx" ON attempts ((amount_minor + balance_minor), created_at, id);
-- … and where a balance paid a part: the amount that the bank or the wallet shows
CREATE INDEX "attempts_part_idx" ON attempts (amount_minor, created_at, id) WHERE balance_minor > 0;
-- a customer's payments, newest first: of signed-in payers whose phone ends so; the method paid with last, too
CREATE INDEX "attempts_customer_id_created_at_idx" ON attempts (customer_id, created_at);
DROP INDEX "attempts_last_used_idx";
-- payments whose channel named a card that ends so
CREATE INDEX "attempts_card_tail_idx" ON attempts ("right"(evidence ->> 'payCardNo', 4), created_at, id)
  WHERE evidence ->> 'payCardNo' IS NOT NULL;
-- phone bills, signed-in payers, and cards whose phone ends so
CREATE INDEX "phone_payments_tail_idx" ON phone_payments ("right"(phone_masked, 4));
CREATE INDEX "users_phone_tail_idx" ON users ("right"(phone_masked, 4));
CREATE INDEX "agreements_phone_tail_idx" ON agreements ("right"(phone_masked, 4));
-- bound cards that end so
CREATE INDEX "agreements_card_tail_idx" ON agreements (card_tail);
-- a refund, or a payout, by the number that the channel or the bank gave it
CREATE INDEX "refunds_channel_ref_idx" ON refunds (channel_ref);
CREATE INDEX "payouts_channel_ref_idx" ON payouts (channel_ref);

-- "Paid but not credited": while the channel has given no answer, nothing is proposed either.
ALTER TABLE payment_inquiries ALTER COLUMN proposed DROP NOT NULL;
ALTER TABLE payment_inquiries ADD CONSTRAINT payment_inquiries_decided CHECK (
  (decided IS NULL) = (decided_by IS NULL) AND (decided IS NULL) = (decided_at IS NULL)
  AND (decided IS NULL) = (decided_note IS NULL));
