import { createHash } from 'node:crypto';
import type { AuditRow } from './audit';

/** The hash before the first row. */
export const NO_ROW = '0'.repeat(64);

const UNIT = '\u001f';
const optional = (text: string | null): string => (text === null ? '-' : `=${text}`);

/** What a row's hash has to be, worked out without the database's help (SHA-256, hex). */
export function rowHash(row: Omit<AuditRow, 'hash'>): string {
  const text = [
    row.previousHash,
    String(row.id),
    String(row.at.getTime()),
    row.actorId,
    row.action,
    row.subjectType,
    row.subjectId,
    optional(row.why),
    optional(row.before),
    optional(row.after),
  ].join(UNIT);
  return createHash('sha256').update(text).digest('hex');
}
