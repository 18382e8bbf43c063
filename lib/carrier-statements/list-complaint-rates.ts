import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { ComplaintRate } from './statement';
import { selectComplaintRates } from './view-store';

/** Merchants with complaints, by line and month: the newest month first, in it the highest rate. */
export async function listComplaintRates({
  limit = 50,
  by,
}: {
  limit?: number;
  by: StaffActor;
}): Promise<ComplaintRate[]> {
  requireMay(by, 'reconciliation.read');
  return selectComplaintRates(limit);
}
