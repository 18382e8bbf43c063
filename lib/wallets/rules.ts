import type { ConfirmationSubject } from '@/lib/auth/confirmation';
import type { ExternalRef } from '@/lib/ledger/chart';
import type { Money } from '@/lib/money/money';
import type { VerificationSource } from '@/lib/persons/sources';

/** The ledger account behind a customer's balance. */
export const balanceAccount = (customerId: string): ExternalRef => ({
  subject: 'customer_balance',
  owner: customerId,
});

/** What the code for a withdrawal confirms: this amount to this card and nothing else. */
export const withdrawalSubject = ({
  bankCardId,
  amount,
}: {
  bankCardId: string;
  amount: Money;
}): ConfirmationSubject => `withdraw:${bankCardId}:${amount.amountMinor}`;

/** The source that the register of identities is. */
export const IDENTITY_SOURCE: VerificationSource = 'identity';

/** The source that a confirmed bank card is: cards of one bank are one source. */
export const bankSource = (bankName: string): VerificationSource => `bank:${bankName}`;

/** Said of a freeze by the account's owner, who may then end it; a freeze by others they may not. */
export const FROZEN_BY_OWNER = 'frozen by the owner';

/** Six digits that everybody tries first: one digit again and again, or a row up or down. */
export function isGuessable(password: string): boolean {
  const steps = [...password]
    .slice(1)
    .map((digit, place) => Number(digit) - Number(password[place]));
  return [0, 1, -1].some((step) => steps.every((one) => one === step));
}
