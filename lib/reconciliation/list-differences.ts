import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { Difference } from './statement';
import { selectDifferences } from './view-store';

/** What channels' files and our records disagree about, the newest day first. */
export async function listDifferences({
  limit = 200,
  by,
}: {
  limit?: number;
  by: StaffActor;
}): Promise<Difference[]> {
  requireMay(by, 'reconciliation.read');
  return selectDifferences(limit);
}
