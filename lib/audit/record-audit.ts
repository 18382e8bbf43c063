import type { Tx } from '@/lib/core/db';
import { maskPersonalNumbers } from '@/lib/core/personal-numbers';
import type { AuditRecord } from './audit';
import { appendAudit } from './audit-store';

/**
 * Writes down what somebody of the office did, in the transaction that does it: last in it, since one
 * chain holds all rows and is locked until the commit. Of a phone, an ID or a card number in the reason only
 * its end is kept: nothing is ever taken out of this log.
 */
export const recordAudit = (tx: Tx, record: AuditRecord): Promise<void> =>
  appendAudit(tx, record.why ? { ...record, why: maskPersonalNumbers(record.why) } : record);
