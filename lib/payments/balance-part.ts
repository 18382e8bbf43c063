import type { Account } from '@/lib/customers/find-account';
import type { Money } from '@/lib/money/money';
import type { Strength } from '@/lib/persons/quota';

/** What the balance is to pay beside a channel, once its owner has confirmed it. */
export interface BalancePart {
  account: Account;
  amount: Money;
  strength: Strength;
}

/** The part as it is kept with its attempt. */
export interface HeldPart {
  customerId: string;
  balance: Money;
  balanceHoldId: string;
}
