import { asText, BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { AuditRow } from './audit';
import { selectChain } from './audit-store';
import { recordAudit } from './record-audit';

const PAGE = 1_000;

/** One language for every auditor: these are the names that the hash is worked out over. */
const HEADER = [
  'id',
  'at',
  'actor_id',
  'action',
  'subject_type',
  'subject_id',
  'why',
  'before',
  'after',
  'previous_hash',
  'hash',
];

/**
 * The whole log as CSV, oldest first, in pieces as they are read; that somebody took it is its last row.
 * Refusal: not_permitted.
 */
export async function* exportAudit({ by }: { by: StaffActor }): AsyncGenerator<string, void, void> {
  requireMay(by, 'audit.read');
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: by.id,
      action: 'audit.export',
      subjectType: 'audit',
      subjectId: 'all',
    }),
  );
  yield BYTE_ORDER_MARK + csvOf([HEADER]);
  let last = 0n;
  for (;;) {
    const rows = await selectChain(last, PAGE);
    const end = rows.at(-1);
    if (!end) return;
    yield csvOf(rows.map(cells));
    last = end.id;
  }
}

const cells = (row: AuditRow): string[] => [
  String(row.id),
  row.at.toISOString(),
  asText(row.actorId),
  asText(row.action),
  asText(row.subjectType),
  asText(row.subjectId),
  asText(row.why ?? ''),
  row.before ?? '',
  row.after ?? '',
  row.previousHash,
  row.hash,
];
