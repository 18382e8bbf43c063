import { type AccountRef, accountIdOf } from './chart';
import { type OpenHold, selectOpenHolds } from './ledger-hold-store';

/** What is held on an account now, oldest first. */
export const listHolds = ({ account }: { account: AccountRef }): Promise<OpenHold[]> =>
  selectOpenHolds(accountIdOf(account));
