import { findAgreement } from '@/lib/agreements/find-agreement';
import { viewOf } from '@/lib/agreements/view-rules';
import type { Attempt } from './attempt';
import type { CashierView } from './cashier-view';
import { readPhoneView } from './read-phone-view';

/** With what an attempt was paid, as the payer may see it: banks and tails, never a number. */
export async function readPaidView(
  paidBy: Attempt,
  now: Date,
): Promise<NonNullable<CashierView['paid']>> {
  const { method, surface, cardType, agreementId, balance } = paidBy;
  const agreement = agreementId ? await findAgreement(agreementId) : undefined;
  const card = agreement ? { bank: viewOf(agreement, now).bank, tail: agreement.cardTail } : null;
  const bill = await readPhoneView(paidBy);
  const phone = bill && {
    carrier: bill.carrier,
    phoneMasked: bill.phoneMasked,
    billText: bill.billText,
  };
  return {
    method,
    balance: balance.amountMinor > 0n ? balance : null,
    surface,
    cardType: cardType ?? agreement?.cardType ?? null,
    card,
    phone,
  };
}
