import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { AuditFilter, AuditRow } from './audit';
import { selectAudit } from './audit-store';

const PAGE = 50;

/** What staff did, newest first, a page of it. Refusal: not_permitted. */
export async function listAudit({
  before,
  by,
  ...filter
}: AuditFilter & { before?: bigint | undefined; by: StaffActor }): Promise<{
  rows: AuditRow[];
  next: bigint | null;
}> {
  requireMay(by, 'audit.read');
  const found = await selectAudit(filter, { before, most: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}
