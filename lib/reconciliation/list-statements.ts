import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { ImportedStatement } from './statement';
import { selectStatements } from './view-store';

/** The files that were imported last, the newest day first. */
export async function listStatements({
  limit = 60,
  by,
}: {
  limit?: number;
  by: StaffActor;
}): Promise<ImportedStatement[]> {
  requireMay(by, 'reconciliation.read');
  return selectStatements(limit);
}
