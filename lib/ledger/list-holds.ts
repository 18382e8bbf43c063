import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { type AccountRef, accountIdOf } from './chart';
import { type OpenHold, selectOpenHolds } from './ledger-hold-store';

/** What is held on an account now, oldest first. */
export async function listHolds({
  account,
  by,
}: {
  account: AccountRef;
  by: StaffActor;
}): Promise<OpenHold[]> {
  requireMay(by, 'ledger.read');
  return selectOpenHolds(accountIdOf(account));
}
