import type { Money } from '@/lib/money/money';
import type { AccountRef } from './chart';

/** All movements of one kind on an account in some days. */
export interface KindSum {
  event: string;
  count: number;
  in: Money;
  out: Money;
}

/** What an account had before some days, what moved in them, and what it had after: in fen, exactly. */
export interface AccountSums {
  account: AccountRef;
  opening: Money;
  kinds: KindSum[];
  in: Money;
  out: Money;
  closing: Money;
}
