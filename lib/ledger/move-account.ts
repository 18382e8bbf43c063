import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { next, recordTransition } from '@/lib/core/transitions';
import type { LedgerAccount } from './account';
import { lockAccount, setAccountState } from './account-store';
import { type AccountRef, accountIdOf } from './chart';
import { ACCOUNT, type AccountEvent } from './states';

export interface AccountMove {
  account: AccountRef;
  /** Who wants it, and why: both stay on record. */
  actor: string;
  cause: string;
}

/**
 * One step of an account's state, in the caller's transaction; `check` says no on what the locked
 * account holds. Refusals: account_closed, and state_conflict where the event leads nowhere.
 */
export async function moveAccount(
  tx: Tx,
  event: AccountEvent,
  { account, actor, cause }: AccountMove,
  check: (found: LedgerAccount) => void = () => undefined,
): Promise<void> {
  const found = await lockAccount(tx, account);
  if (found.state === 'closed') throw new Refusal('account_closed', { account: found.id });
  const to = next(ACCOUNT, found.state, event);
  check(found);
  await setAccountState(tx, found.id, to);
  await recordTransition(tx, {
    subjectType: 'account',
    subjectId: accountIdOf(account),
    event,
    from: found.state,
    to,
    actor,
    cause,
  });
}
