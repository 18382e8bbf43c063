import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { CarrierStatement } from './statement';
import { selectStatements } from './view-store';

/**
 * Statements with all merchants' parts together, the newest month first; all of them, or only those that
 * the carrier still owes something for. Refusal: not_permitted.
 */
export async function listCarrierStatements({
  limit = 60,
  owedOnly = false,
  by,
}: {
  limit?: number;
  owedOnly?: boolean;
  by: StaffActor;
}): Promise<CarrierStatement[]> {
  requireMay(by, 'reconciliation.read');
  return selectStatements({ most: limit, owedOnly });
}
