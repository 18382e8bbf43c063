import { callChannel } from '@/lib/channel-health/call-channel';
import { adapterOf } from '@/lib/channels/registry';
import type { StatementAnswer, StatementPort } from '@/lib/channels/statement-port';
import type { ContractChannel } from '@/lib/contracts/contract';
import type { StatementContract } from '@/lib/contracts/list-statement-contracts';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { around, compareLine, latestDayOf } from './rules';
import type { OurRecord } from './statement';
import {
  type ComparedLine,
  hasStatement,
  insertAdjustments,
  insertLines,
  insertMissing,
  insertStatement,
  selectListed,
  selectOurs,
  selectSettled,
} from './store';

export interface StatementOf {
  channel: ContractChannel;
  /** The clearing day, YYYY-MM-DD. */
  day: string;
  under: StatementContract;
}

/**
 * Downloads a channel's file of one clearing day, compares every line with our own record and every
 * record of ours with the file, and keeps what it found, once. `absent`: there is none (yet).
 * `unknown`: it could not be had or read; nothing is kept, and it is asked for again. The books are
 * not touched: what we call undecided and the file has is asked about at once.
 */
export async function importStatement(
  which: StatementOf,
): Promise<'imported' | 'known' | 'absent' | 'unknown'> {
  const { channel, day, under } = which;
  const { merchantNo } = under.channelContract;
  if (await hasStatement({ channel, merchantNo, day })) return 'known';
  const port = present(adapterOf(channel).statements, `files of ${channel}`);
  const answer = await download(port, which);
  if (answer.kind !== 'file') return answer.kind;

  const ours = await selectOurs(
    channel,
    answer.lines.map(({ channelOrderNo }) => channelOrderNo),
  );
  const lines = answer.lines.map((line): ComparedLine => {
    const found = ours.get(line.channelOrderNo);
    return { ...line, ours: found, finding: compareLine(line, found) };
  });
  const missing = await findMissing(port, which, new Set(ours.keys()));
  const id = newId('cst');
  const matched = lines.filter(({ finding }) => finding === 'matched').length;
  const isNew = await inTransaction(async (tx) => {
    const counted = { fileName: answer.fileName, lines: lines.length, matched };
    if (!(await insertStatement(tx, { id, channel, merchantNo, day, ...counted }))) return false;
    await insertLines(tx, id, lines);
    await insertMissing(tx, id, missing);
    await insertAdjustments(tx, id, answer.adjustments);
    await askAboutUndecided(tx, lines);
    return true;
  });
  if (!isNew) return 'known';
  const counts = {
    differing: lines.length - matched,
    missing: missing.length,
    adjusted: answer.adjustments.length,
  };
  if (Object.values(counts).some((count) => count > 0)) {
    log().warn({ channel, day, ...counts }, 'a file of a channel needs a look');
  }
  return 'imported';
}

async function download(
  port: StatementPort,
  { channel, day, under }: StatementOf,
): Promise<StatementAnswer> {
  const requestedAt = await databaseNow();
  const requestNo = newSortableNumber();
  const contract = under.channelContract;
  const answer = await callChannel({ channel, operation: 'file' }, () =>
    port.download({ day, requestNo, requestedAt, contract }),
  );
  if (answer.kind === 'unknown') log().warn({ channel, day, cause: answer.cause }, 'no file');
  return answer;
}

/** What we settled on that day, and neither this file nor an earlier one has. */
async function findMissing(
  port: StatementPort,
  { channel, day, under }: StatementOf,
  inFile: ReadonlySet<string>,
): Promise<OurRecord[]> {
  const { contractIds } = under;
  const settled = await selectSettled({ channel, contractIds, ...around(day) });
  const expected = settled.filter(
    ({ settledAt, channelOrderNo }) =>
      latestDayOf(settledAt, port.clearingDayOf) === day && !inFile.has(channelOrderNo),
  );
  const listed = await selectListed(
    channel,
    expected.map(({ channelOrderNo }) => channelOrderNo),
  );
  return expected.filter(({ channelOrderNo }) => !listed.has(channelOrderNo));
}

/** The channel says that it moved money: what we have not heard of yet is a question, not a booking. */
async function askAboutUndecided(tx: Tx, lines: readonly ComparedLine[]): Promise<void> {
  const idsOf = (...kinds: ComparedLine['kind'][]) =>
    lines.flatMap(({ finding, ours }) =>
      finding === 'state_differs' && ours && kinds.includes(ours.kind) ? [ours.id] : [],
    );
  const attempts = idsOf('payment').map((attemptId) => ({ attemptId }));
  const refunds = idsOf('undo', 'refund').map((refundId) => ({ refundId }));
  const payouts = idsOf('payout').map((payoutId) => ({ payoutId }));
  await enqueueJobs(tx, 'resolve-attempt', attempts);
  await enqueueJobs(tx, 'resolve-refund', refunds);
  await enqueueJobs(tx, 'resolve-payout', payouts);
}
