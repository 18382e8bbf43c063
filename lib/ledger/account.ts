import { cny, type Money } from '@/lib/money/money';
import type { AccountRef } from './chart';
import type { AccountState } from './states';

/** An account as it stands, on its normal side. */
export interface LedgerAccount {
  id: string;
  ref: AccountRef;
  balance: Money;
  /** What open holds keep of the balance; internal accounts have none. */
  held: Money;
  /** What can be paid with: balance − held. */
  available: Money;
  state: AccountState;
}

export const ledgerAccountOf = (
  id: string,
  ref: AccountRef,
  row: { balanceMinor: bigint; heldMinor: bigint; state: AccountState },
): LedgerAccount => ({
  id,
  ref,
  balance: cny(row.balanceMinor),
  held: cny(row.heldMinor),
  available: cny(row.balanceMinor - row.heldMinor),
  state: row.state,
});
