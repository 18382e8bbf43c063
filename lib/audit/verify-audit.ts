import type { AuditHead, AuditRow } from './audit';
import { selectChain, selectHead } from './audit-store';
import { NO_ROW, rowHash } from './row-hash';

/**
 * altered: the row is not what was hashed. missing: a row is gone here (or the end). moved: it does not
 * follow the row before it. unlike: it is not the row that an auditor had noted.
 */
export type AuditFinding = { id: bigint; problem: 'altered' | 'missing' | 'moved' | 'unlike' };

const AT_ONCE = 5_000;
/** Enough to act on: one row that is gone or altered is one finding, a rewritten table is many. */
const MOST_FINDINGS = 100;

/**
 * Walks the whole chain and works every hash out again. `noted` is a head that an auditor kept from an
 * earlier verification: who rewrote the chain from some row on cannot have that row's hash as it was.
 */
export async function verifyAudit({ noted }: { noted?: AuditHead } = {}): Promise<{
  head: AuditHead;
  findings: AuditFinding[];
}> {
  // Before the rows: what is appended meanwhile is beyond it.
  const head = await selectHead();
  const findings: AuditFinding[] = [];
  let last: Pick<AuditRow, 'id' | 'hash'> = { id: 0n, hash: NO_ROW };
  while (last.id < head.rows && findings.length < MOST_FINDINGS) {
    const rows = await selectChain(last.id, AT_ONCE);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.id > head.rows) break;
      findings.push(...findingsOf(row, last));
      if (noted?.rows === row.id && noted.hash !== row.hash) {
        findings.push({ id: row.id, problem: 'unlike' });
      }
      last = row;
    }
    if ((rows.at(-1)?.id ?? 0n) > head.rows) break;
  }
  const ends = last.id === head.rows && last.hash === head.hash;
  if (!ends && findings.length < MOST_FINDINGS)
    findings.push({ id: head.rows, problem: 'missing' });
  if (noted && noted.rows > head.rows) findings.push({ id: noted.rows, problem: 'missing' });
  return { head, findings: findings.slice(0, MOST_FINDINGS) };
}

function findingsOf(row: AuditRow, last: Pick<AuditRow, 'id' | 'hash'>): AuditFinding[] {
  const { id } = row;
  const found: AuditFinding[] = [];
  if (id !== last.id + 1n) found.push({ id: last.id + 1n, problem: 'missing' });
  else if (row.previousHash !== last.hash) found.push({ id, problem: 'moved' });
  if (rowHash(row) !== row.hash) found.push({ id, problem: 'altered' });
  return found;
}
