import type { StatementAdjustment, StatementLine } from '@/lib/channels/statement-port';
import type { ContractChannel } from '@/lib/contracts/contract';
import { db, type Tx } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { Finding, OurRecord, RecordKind } from './statement';

const AT_ONCE = 5_000;
/** Nothing settles later than this after it was made; ids sort by the time they were made. */
const OLDEST_MS = 30 * 86_400_000;

export async function hasStatement(which: {
  channel: ContractChannel;
  merchantNo: string;
  day: string;
}): Promise<boolean> {
  const where = { ...which, day: new Date(which.day) };
  return (await db().channelStatement.count({ where })) > 0;
}

interface OurRow {
  id: string;
  kind: RecordKind;
  channelOrderNo: string;
  amountMinor: bigint;
  done: boolean;
}
const toOurs = ({ amountMinor, ...row }: OurRow): OurRecord => ({
  ...row,
  amount: cny(amountMinor),
});

/** Our records under these numbers at the channel, by number. */
export async function selectOurs(
  channel: ContractChannel,
  numbers: readonly string[],
): Promise<Map<string, OurRecord>> {
  const found = new Map<string, OurRecord>();
  for (const some of inPortions(numbers)) {
    const ours = Prisma.sql`channel = ${channel}::channel AND channel_order_no = ANY(${some})`;
    const rows = await db().$queryRaw<OurRow[]>`
      SELECT id, 'payment' AS kind, channel_order_no AS "channelOrderNo", amount_minor AS "amountMinor",
             state IN ('succeeded', 'late_succeeded', 'returned') AS done FROM attempts WHERE ${ours}
      UNION ALL
      SELECT id, route::text, channel_order_no, amount_minor, state = 'succeeded' OR returned_at IS NOT NULL FROM refunds
       WHERE ${ours} AND route <> 'transfer'
      UNION ALL
      SELECT id, 'payout', channel_order_no, amount_minor, state IN ('succeeded', 'returned')
        FROM payouts WHERE ${ours}`;
    for (const row of rows) found.set(row.channelOrderNo, toOurs(row));
  }
  return found;
}

/** What we settled with the channel under these contracts between two moments, and when. */
export async function selectSettled(given: {
  channel: ContractChannel;
  contractIds: readonly (string | null)[];
  from: Date;
  until: Date;
}): Promise<(OurRecord & { settledAt: Date })[]> {
  const { channel, contractIds, from, until } = given;
  const ids = contractIds.filter((id) => id !== null);
  const under = (contractId: Prisma.Sql) =>
    contractIds.includes(null)
      ? Prisma.sql`(${contractId} IS NULL OR ${contractId} = ANY(${ids}))`
      : Prisma.sql`${contractId} = ANY(${ids})`;
  const since = newSortableNumber(from.getTime() - OLDEST_MS).slice(0, 10);
  const rows = await db().$queryRaw<(OurRow & { settledAt: Date })[]>`
    SELECT a.id, 'payment' AS kind, a.channel_order_no AS "channelOrderNo",
           a.amount_minor AS "amountMinor", true AS done, t.at AS "settledAt"
      FROM attempts a JOIN transitions t ON t.subject_type = 'attempt' AND t.subject_id = a.id
       AND t.event IN ('succeed', 'succeedLate')
     WHERE a.id >= ${`att_${since}`} AND a.channel = ${channel}::channel
       AND ${under(Prisma.sql`a.contract_id`)} AND t.at >= ${from} AND t.at < ${until}
    UNION ALL
    SELECT r.id, r.route::text, r.channel_order_no, r.amount_minor, true, t.at
      FROM refunds r JOIN attempts a ON a.id = r.attempt_id
      JOIN transitions t ON t.subject_type = 'refund' AND t.subject_id = r.id
       AND t.event IN ('succeed', 'succeedLate')
     WHERE r.route <> 'transfer' AND r.id >= ${`ref_${since}`} AND r.channel = ${channel}::channel
       AND ${under(Prisma.sql`a.contract_id`)} AND t.at >= ${from} AND t.at < ${until}
    UNION ALL
    SELECT p.id, 'payout', p.channel_order_no, p.amount_minor, true, p.finished_at
      FROM payouts p WHERE p.channel = ${channel}::channel AND p.state IN ('succeeded', 'returned')
       AND ${under(Prisma.sql`p.contract_id`)} AND p.finished_at >= ${from} AND p.finished_at < ${until}`;
  return rows.map(({ settledAt, ...row }) => ({ ...toOurs(row), settledAt }));
}

/** Which of these numbers stand in a file of the channel that was imported before. */
export async function selectListed(
  channel: ContractChannel,
  numbers: readonly string[],
): Promise<Set<string>> {
  const listed = new Set<string>();
  for (const some of inPortions(numbers)) {
    const rows = await db().$queryRaw<{ no: string }[]>`
      SELECT DISTINCT l.channel_order_no AS no FROM channel_statement_lines l
        JOIN channel_statements s ON s.id = l.statement_id
       WHERE s.channel = ${channel}::channel AND l.channel_order_no = ANY(${some})`;
    for (const { no } of rows) listed.add(no);
  }
  return listed;
}

/** False when the file of that number and day is there already: somebody else was quicker. */
export async function insertStatement(
  tx: Tx,
  {
    day,
    ...statement
  }: {
    id: string;
    channel: ContractChannel;
    merchantNo: string;
    day: string;
    fileName: string;
    lines: number;
    matched: number;
  },
): Promise<boolean> {
  const data = [{ ...statement, day: new Date(day) }];
  const { count } = await tx.channelStatement.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export type ComparedLine = StatementLine & { finding: Finding; ours: OurRecord | undefined };

export async function insertLines(
  tx: Tx,
  statementId: string,
  lines: readonly ComparedLine[],
): Promise<void> {
  const data = lines.map((line, index) => ({
    statementId,
    lineNo: index + 1,
    kind: line.kind,
    channelOrderNo: line.channelOrderNo,
    channelRef: line.channelRef,
    amountMinor: line.amount.amountMinor,
    feeMinor: line.fee.amountMinor,
    cardType: line.cardType ?? null,
    settledAt: line.at,
    finding: line.finding,
    oursId: line.ours?.id ?? null,
  }));
  for (const some of inPortions(data)) await tx.channelStatementLine.createMany({ data: some });
}

export async function insertMissing(
  tx: Tx,
  statementId: string,
  missing: readonly OurRecord[],
): Promise<void> {
  const data = missing.map(({ id, kind, channelOrderNo, amount }) => ({
    statementId,
    oursId: id,
    kind,
    channelOrderNo,
    amountMinor: amount.amountMinor,
  }));
  for (const some of inPortions(data)) await tx.statementMissing.createMany({ data: some });
}

export async function insertAdjustments(
  tx: Tx,
  statementId: string,
  adjustments: readonly StatementAdjustment[],
): Promise<void> {
  const data = adjustments.map(({ amount, fee, net, at, ...rest }, index) => ({
    ...rest,
    statementId,
    lineNo: index + 1,
    amountMinor: amount.amountMinor,
    feeMinor: fee.amountMinor,
    netMinor: net.amountMinor,
    settledAt: at,
  }));
  for (const some of inPortions(data)) await tx.statementAdjustment.createMany({ data: some });
}

function inPortions<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / AT_ONCE);
  return Array.from({ length: count }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}
