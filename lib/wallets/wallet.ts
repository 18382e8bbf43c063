import type { StatementLine } from '@/lib/ledger/statement';
import type { Merchant } from '@/lib/merchants/merchant';
import type { Money } from '@/lib/money/money';
import type { Payout } from '@/lib/payouts/payout';
import type { BankCard } from '@/lib/persons/bank-card';
import type { Person } from '@/lib/persons/person';
import type { Quota } from '@/lib/persons/quota';

/** One movement, with what a payment was for. */
export interface Movement extends StatementLine {
  paidFor?: { subject: string; merchant: { zh: string; en: string } };
}

/** A shopper's own account with the platform, as its owner sees it. */
export interface Wallet {
  customerId: string;
  person: Person;
  state: 'active' | 'frozen' | 'closed';
  balance: Money;
  held: Money;
  available: Money;
  /** What of it may leave to a bank card now. */
  withdrawable: Money;
  /** What a card topped up too lately to leave. */
  tooFresh: Money;
  /** Where others send money to. */
  transferTo: { number: string; accountName: string; bankName: string };
  quota: Quota;
  cards: BankCard[];
  withdrawals: Payout[];
  latest: Movement[];
  passwordLockedUntil?: Date;
}

/** What the same person has at a merchant. */
export interface OtherBalance {
  customerId: string;
  merchant: Pick<Merchant, 'name' | 'nameEn'>;
  balance: Money;
}

export interface WalletView {
  /** The platform has a contract for holding balances; without one there is no wallet to show. */
  offered: boolean;
  /** Only once it was activated. */
  wallet?: Wallet;
  others: OtherBalance[];
}
