import { stopLine } from '@/lib/carriers/stop-line';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { enqueueJobs } from '@/lib/core/queue';
import { listFeeTerms } from '@/lib/settlement/list-fee-terms';
import { bookMerchantPart } from './book-merchant-part';
import {
  insertDeductions,
  insertMerchantStatement,
  insertPaidLines,
  insertStatement,
  lockStatements,
  selectAlike,
  selectCarried,
  selectComplained,
  selectRefunded,
  selectShareDiffers,
  selectUndecided,
} from './booking-store';
import { type AlikeLines, hasTooManyComplaints, partOf } from './rules';
import { selectStatementFile } from './view-store';

export type Booked =
  | { kind: 'booked'; statementId: string; lines: number; matched: number; stopped: number }
  /** This very file was booked before. */
  | { kind: 'known'; statementId: string };

/** So many are asked about at once; the next sweep asks about the others anyway. */
const MOST_QUESTIONS = 5_000;

/**
 * Compares a draft's lines with our payments and books what matches: entries of each merchant's part,
 * its row, and a stop of the line for a merchant with too many complaints. What does not match is kept
 * as a difference and books nothing.
 *
 * Refusals: statement_exists {month}, statement_of_another_line, statement_share_differs.
 */
export async function bookCarrierStatement(
  tx: Tx,
  file: {
    draftId: string;
    lineId: string;
    month: string;
    fileHash: string;
    lines: number;
    dueOn: string;
    actor: string;
  },
): Promise<Booked> {
  const { draftId, lineId, month, actor, ...rest } = file;
  await lockStatements(tx);
  const known = await selectStatementFile({ lineId, month }, tx);
  if (known && known.fileHash !== file.fileHash) throw new Refusal('statement_exists', { month });
  if (known) return { kind: 'known', statementId: known.id };

  const statementId = newId('cas');
  await insertStatement(tx, { ...rest, id: statementId, lineId, month, importedBy: actor });
  await insertPaidLines(tx, { statementId, draftId, lineId });
  await insertDeductions(tx, { statementId, draftId, lineId });
  const alike = await selectAlike(tx, statementId);
  if (alike.length === 0) {
    const shares = await selectShareDiffers(tx, statementId);
    const code = shares ? 'statement_share_differs' : 'statement_of_another_line';
    throw new Refusal(code, { lineId, month });
  }

  let stopped = 0;
  for (const [merchantId, about] of await byMerchant(tx, { statementId, lineId, alike })) {
    const { carrier } = await listFeeTerms(merchantId, tx);
    const part = await bookMerchantPart(tx, {
      statementId,
      merchantId,
      part: partOf({ ...about, terms: carrier.any }),
    });
    await insertMerchantStatement(tx, { statementId, merchantId, ...part });
    if (!hasTooManyComplaints(part)) continue;
    const { complained: complaints, payments } = part;
    if (await stopLine(tx, { merchantId, lineId, month, complaints, payments })) stopped += 1;
  }
  const undecided = await selectUndecided(tx, statementId, MOST_QUESTIONS);
  await enqueueJobs(
    tx,
    'resolve-attempt',
    undecided.map(({ attemptId }) => ({ attemptId, failedToo: true })),
  );
  const matched = alike.reduce((sum, { count }) => sum + count, 0);
  return { kind: 'booked', statementId, lines: file.lines, matched, stopped };
}

interface About {
  lines: AlikeLines[];
  complained: number;
  refundedMinor: bigint;
  carriedMinor: bigint;
}

/**
 * Merchants that the statement lists, those about whose payments it tells of a complaint, and those that it
 * owes or takes something since the last one.
 */
async function byMerchant(
  tx: Tx,
  {
    statementId,
    lineId,
    alike,
  }: {
    statementId: string;
    lineId: string;
    alike: readonly (AlikeLines & { merchantId: string })[];
  },
): Promise<[merchantId: string, About][]> {
  const found = new Map<string, About>();
  const about = (merchantId: string): About => {
    const none = { lines: [], complained: 0, refundedMinor: 0n, carriedMinor: 0n };
    const one = found.get(merchantId) ?? none;
    found.set(merchantId, one);
    return one;
  };
  for (const { merchantId, ...lines } of alike) about(merchantId).lines.push(lines);
  for (const { merchantId, complained } of await selectComplained(tx, statementId)) {
    about(merchantId).complained = complained;
  }
  for (const { merchantId, refundedMinor } of await selectRefunded(tx, lineId)) {
    about(merchantId).refundedMinor = refundedMinor;
  }
  for (const { merchantId, carriedMinor } of await selectCarried(tx)) {
    const one = found.get(merchantId);
    if (one) one.carriedMinor = carriedMinor;
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
