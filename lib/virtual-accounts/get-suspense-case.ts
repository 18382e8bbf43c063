import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { SuspenseCase } from './suspense-case';
import { selectCase } from './suspense-store';

/** The case. Refusals: not_permitted, not_found. */
export async function getSuspenseCase({
  caseId,
  by,
}: {
  caseId: string;
  by: StaffActor;
}): Promise<SuspenseCase> {
  requireMay(by, 'ledger.read');
  const found = await selectCase(caseId);
  if (!found) throw new Refusal('not_found', { caseId });
  return found;
}
