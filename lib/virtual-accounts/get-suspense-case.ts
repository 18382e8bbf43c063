import { Refusal } from '@/lib/core/errors';
import type { SuspenseCase } from './suspense-case';
import { selectCase } from './suspense-store';

/** The case, or `not_found`. */
export async function getSuspenseCase({ caseId }: { caseId: string }): Promise<SuspenseCase> {
  const found = await selectCase(caseId);
  if (!found) throw new Refusal('not_found', { caseId });
  return found;
}
