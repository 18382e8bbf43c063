import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { requireReturnUrl } from '@/lib/orders/require-return-url';
import type { PaymentLink, PaymentLinkTerms } from './payment-link';
import { readPaymentLink } from './read-payment-link';
import { endInRange } from './rules';
import { insertPaymentLink } from './store';

/** What somebody asks for who makes a link. */
export interface NewPaymentLink extends Omit<PaymentLinkTerms, 'returnUrl' | 'expiresAt'> {
  returnUrl?: string;
  /** A moment, or so many seconds from now by the database's clock; null: never. */
  ends: Date | number | null;
}

/**
 * Makes a link for that merchant inside the caller's transaction. Its code is 100 bits of chance: whoever
 * guesses finds none.
 *
 * @throws Refusal return_url_not_allowed, payment_link_end
 */
export async function placePaymentLink(
  tx: Tx,
  {
    merchantId,
    asked: { ends, returnUrl, ...terms },
    createdBy,
  }: { merchantId: string; asked: NewPaymentLink; createdBy: string },
): Promise<PaymentLink> {
  const { returnOrigins } = await getMerchant(merchantId, tx);
  const now = await databaseNow(tx);
  const expiresAt = typeof ends === 'number' ? new Date(now.getTime() + ends * 1000) : ends;
  if (expiresAt && !endInRange(expiresAt, now)) throw new Refusal('payment_link_end');
  const id = newId('plk');
  await insertPaymentLink(tx, {
    ...terms,
    ...{ id, merchantId, createdBy, expiresAt },
    code: newLinkCode(),
    returnUrl: requireReturnUrl(returnUrl, returnOrigins),
  });
  return readPaymentLink(id, tx);
}

/** The part of two numbers that is chance: short enough for a coarse code on paper. */
const newLinkCode = (): string =>
  `${newSortableNumber().slice(10)}${newSortableNumber().slice(10, 14)}`;
