import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { readTrialBalance } from './read-trial-balance';
import type { TrialBalance } from './trial-balance';

/**
 * The trial balance of a day as the office sees it; today's so far, if none is named.
 *
 * @throws Refusal not_permitted
 */
export async function getTrialBalance({
  day,
  by,
}: {
  /** YYYY-MM-DD, Beijing. */
  day?: string | undefined;
  by: StaffActor;
}): Promise<TrialBalance> {
  requireMay(by, 'ledger.read');
  return readTrialBalance(day);
}
