import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { SuspenseState } from './states';
import type { SuspenseCase } from './suspense-case';
import { selectCases } from './suspense-store';

const MOST = 100;

/** Cases of unclaimed money, oldest first: all of them, or those in one state. */
export async function listSuspenseCases({
  state,
  after,
  limit = 50,
  by,
}: {
  state?: SuspenseState;
  /** The last case of the page before. */
  after?: string;
  limit?: number;
  by: StaffActor;
}): Promise<{ cases: SuspenseCase[]; next: string | null }> {
  requireMay(by, 'ledger.read');
  const size = Math.min(limit, MOST);
  const found = await selectCases({ state, after, limit: size + 1 });
  const cases = found.slice(0, size);
  return { cases, next: found.length > size ? (cases.at(-1)?.id ?? null) : null };
}
