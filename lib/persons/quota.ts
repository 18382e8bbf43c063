import type { Money } from '@/lib/money/money';

/** Classes of payment accounts, by how well it is known whose they are. */
export type AccountClass = 'I' | 'II' | 'III';

/**
 * How strongly a payment is confirmed: the payment password alone, with a code by text message, or
 * by agreement with two factors of which one is a certificate or an electronic signature.
 */
export type Strength = 'password' | 'password_and_code' | 'certified';

/** What a payer may still pay from balances, over all of their accounts. */
export interface Quota {
  /** The person; for want of one the user, for want of one the customer. */
  payerId: string;
  class: AccountClass;
  period: { kind: 'total' | 'year'; limit: Money; used: Money; left: Money };
  day: { used: Money; leftOneFactor: Money; leftTwoFactors: Money };
}

/** One amount to count, as the SQL function count_quota reads it. */
export interface CountedQuota {
  payerId: string;
  amountMinor: string;
  /** Null: none, by agreement. */
  dayLimitMinor: string | null;
  periodKind: 'total' | 'year';
  periodLimitMinor: string;
  /** To the payer's own bank account: it uses up the period, never the day. */
  sameName?: true;
}

export type QuotaRefusal = 'day_limit_exceeded' | 'class_limit_exceeded';
