import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { StatementDifference } from './statement';
import { selectDifferences } from './view-store';

/** Lines that nothing was booked for, the newest month first. */
export async function listStatementDifferences({
  limit = 200,
  by,
}: {
  limit?: number;
  by: StaffActor;
}): Promise<StatementDifference[]> {
  requireMay(by, 'reconciliation.read');
  return selectDifferences(limit);
}
