import type { Tx } from '@/lib/core/db';
import type { LedgerAccount } from './account';
import { selectAccount } from './account-store';
import { type AccountRef, accountIdOf } from './chart';

/** The account as it stands; none when it was never used. */
export const findLedgerAccount = (ref: AccountRef, tx?: Tx): Promise<LedgerAccount | undefined> =>
  selectAccount(accountIdOf(ref), tx);
