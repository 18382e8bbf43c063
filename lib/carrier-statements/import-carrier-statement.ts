import { createHash } from 'node:crypto';
import { recordAudit } from '@/lib/audit/record-audit';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { findLine } from '@/lib/carriers/find-line';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { type Booked, bookCarrierStatement } from './book-carrier-statement';
import {
  analyzeDraftLines,
  deleteDraft,
  deleteOldDrafts,
  insertDraft,
  insertDraftLines,
} from './draft-store';
import { readStatementFile } from './read-statement-file';
import { dueOnOf, isOfMonth, LINES_AT_ONCE } from './rules';
import type { FileLine } from './statement';
import { selectBusinessDay, selectStatementFile } from './view-store';

/** A month of a large carrier is compared and booked in a minute or so; ten are for a bad day. */
const BOOKING_MS = 600_000;

/**
 * Takes in a carrier's settlement statement of one month for one line, as it comes: its lines go to a
 * draft, a few thousand at a time, and then into the books, all in one commit or not at all. The same
 * file again is `known` and changes nothing; another one for the same line and month is refused.
 *
 * Refusals: not_permitted, those of verifyStaffCode, not_found, statement_month_invalid, statement_exists {month}, statement_of_another_month
 * {line, month}, statement_of_another_line, statement_share_differs, body_incomplete, and those of reading.
 */
export async function importCarrierStatement({
  lineId,
  month,
  bytes,
  code,
  by,
}: {
  lineId: string;
  /** YYYY-MM */
  month: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Of the authenticator: the whole month is booked. */
  code: string;
  by: StaffActor;
}): Promise<Booked> {
  requireMay(by, 'statement.import');
  await verifyStaffCode({ userId: by.id, code });
  const line = await findLine({ lineId });
  if (!line) throw new Refusal('not_found', { lineId });
  const thisMonth = (await selectBusinessDay()).slice(0, 7);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || month >= thisMonth) {
    throw new Refusal('statement_month_invalid', { month });
  }
  const hash = createHash('sha256');
  const known = await selectStatementFile({ lineId, month });
  if (known) {
    for await (const chunk of bytes) hash.update(chunk);
    if (known.fileHash !== hash.digest('hex')) throw new Refusal('statement_exists', { month });
    return { kind: 'known', statementId: known.id };
  }
  await deleteOldDrafts();
  const draftId = newId('cas');
  await insertDraft(draftId);
  try {
    const lines = await keepDraft(draftId, month, hashed(bytes, hash));
    const file = { draftId, lines, fileHash: hash.digest('hex') };
    const statement = { ...file, lineId, month, dueOn: dueOnOf(month, line.termDays) };
    return await inTransaction((tx) => book(tx, statement, by), { timeoutMs: BOOKING_MS });
  } finally {
    await deleteDraft(draftId);
  }
}

async function book(
  tx: Tx,
  statement: Omit<Parameters<typeof bookCarrierStatement>[1], 'actor'>,
  { id: actor }: StaffActor,
): Promise<Booked> {
  const booked = await bookCarrierStatement(tx, { ...statement, actor });
  if (booked.kind === 'known') return booked;
  const { statementId, lines, matched, stopped } = booked;
  await recordAudit(tx, {
    actor,
    action: 'statement.import',
    subjectType: 'carrier_statement',
    subjectId: statementId,
    after: { line: statement.lineId, month: statement.month, lines, matched, stopped },
  });
  return booked;
}

async function keepDraft(
  draftId: string,
  month: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  let some: FileLine[] = [];
  let kept = 0;
  const keep = async (): Promise<void> => {
    if (some.length > 0) await insertDraftLines(draftId, some);
    kept += some.length;
    some = [];
  };
  for await (const line of readStatementFile(bytes)) {
    if (!isOfMonth(line, month)) {
      throw new Refusal('statement_of_another_month', { line: line.lineNo, month });
    }
    some.push(line);
    if (some.length >= LINES_AT_ONCE) await keep();
  }
  await keep();
  await analyzeDraftLines();
  return kept;
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: { update(chunk: Uint8Array): unknown },
): AsyncGenerator<Uint8Array, void, void> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}
