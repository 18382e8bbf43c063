import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import {
  QUEUES,
  type QueueCount,
  type QueueFilter,
  type QueueKind,
  type QueueName,
  type QueueRow,
  type QueueSort,
} from './queue';
import type { Cursor } from './queue-rules';
import { QUEUE_SQL } from './queue-sql-store';

type Row = Omit<QueueRow, 'amount'> & { amountMinor: bigint | null };

/** `mayDecide`: among approvals, what the person of `mine` may decide. */
export interface QueueQuestion {
  queue: QueueName;
  filter: QueueFilter;
  mayDecide: readonly QueueKind[];
}

function fits({ queue, filter, mayDecide }: QueueQuestion): Prisma.Sql {
  const { merchant, channel, minutes, least, most, mine } = filter;
  const all = [
    Prisma.sql`true`,
    ...(merchant === undefined ? [] : [Prisma.sql`q.merchant_id = ${merchant}`]),
    ...(channel === undefined ? [] : [Prisma.sql`q.channel = ${channel}`]),
    ...(minutes === undefined
      ? []
      : [Prisma.sql`q.since <= now() - make_interval(mins => ${minutes}::int)`]),
    ...(least === undefined ? [] : [Prisma.sql`q.amount_minor >= ${least}`]),
    ...(most === undefined ? [] : [Prisma.sql`q.amount_minor <= ${most}`]),
    ...(mine === undefined
      ? []
      : [
          queue === 'approvals'
            ? decidableBy(mine, mayDecide)
            : Prisma.sql`q.assigned_to = ${mine}`,
        ]),
  ];
  return Prisma.join(all, ' AND ');
}

/** Nobody decides twice, or what is their own. */
const decidableBy = (userId: string, kinds: readonly QueueKind[]): Prisma.Sql => Prisma.sql`
  q.kind = ANY (${[...kinds]}::text[]) AND q.made_by IS DISTINCT FROM ${userId}
  AND NOT EXISTS (SELECT FROM refund_cases c JOIN refund_approvals a ON a.proposal_id = c.proposal_id
                   WHERE c.id = q.id AND a.checker_id = ${userId})`;

/** Behind the last row shown, in the order of the rows. */
const behind = (sort: QueueSort, { at, id }: Cursor): Prisma.Sql => {
  if (sort === 'amount') {
    const amount = Prisma.sql`coalesce(q.amount_minor, 0)`;
    return Prisma.sql`(${amount} < ${BigInt(at)} OR (${amount} = ${BigInt(at)} AND q.id > ${id}))`;
  }
  const moment = new Date(Number(at));
  return sort === 'newest'
    ? Prisma.sql`(q.since, q.id) < (${moment}, ${id})`
    : Prisma.sql`(q.since, q.id) > (${moment}, ${id})`;
};

const ORDER: Record<QueueSort, Prisma.Sql> = {
  oldest: Prisma.sql`q.since, q.id`,
  newest: Prisma.sql`q.since DESC, q.id DESC`,
  amount: Prisma.sql`coalesce(q.amount_minor, 0) DESC, q.id`,
};

/** A page of a queue as one statement, so that it can be explained as well as run. */
export function queueStatement(
  question: QueueQuestion,
  { sort, after, most }: { sort: QueueSort; after?: Cursor | undefined; most: number },
): Prisma.Sql {
  const where = after ? Prisma.sql`${fits(question)} AND ${behind(sort, after)}` : fits(question);
  return Prisma.sql`
    SELECT q.kind, q.id, q.order_id AS "orderId", q.case_id AS "caseId", q.merchant_id AS "merchantId",
           o.merchant_order_no AS "merchantOrderNo", q.channel, q.amount_minor AS "amountMinor", q.state,
           q.detail, q.assigned_to AS "assignedTo", q.since, q.due_at AS "dueAt"
      FROM (SELECT * FROM (${QUEUE_SQL[question.queue]}) q WHERE ${where}
             ORDER BY ${ORDER[sort]} LIMIT ${most}) q
      LEFT JOIN orders o ON o.id = q.order_id
     ORDER BY ${ORDER[sort]}`;
}

export async function selectQueue(
  question: QueueQuestion,
  page: { sort: QueueSort; after?: Cursor | undefined; most: number },
): Promise<QueueRow[]> {
  return toRows(await db().$queryRaw<Row[]>(queueStatement(question, page)));
}

/** These of a queue, as far as they are still in it. */
export async function selectQueueRows(
  queue: QueueName,
  ids: readonly string[],
): Promise<QueueRow[]> {
  return toRows(
    await db().$queryRaw<Row[]>`
    SELECT q.kind, q.id, q.order_id AS "orderId", q.case_id AS "caseId", q.merchant_id AS "merchantId",
           o.merchant_order_no AS "merchantOrderNo", q.channel, q.amount_minor AS "amountMinor", q.state,
           q.detail, q.assigned_to AS "assignedTo", q.since, q.due_at AS "dueAt"
      FROM (${QUEUE_SQL[queue]}) q LEFT JOIN orders o ON o.id = q.order_id
     WHERE q.id = ANY (${[...ids]}::text[]) ORDER BY q.since, q.id`,
  );
}

const toRows = (rows: Row[]): QueueRow[] =>
  rows.map(({ amountMinor, ...row }) => ({
    ...row,
    amount: amountMinor === null ? null : cny(amountMinor),
  }));

/** Nobody works through more; a longer queue is shown as "999+". */
const COUNTED = 1_000;

/** How full each queue is, in one statement. */
export async function selectQueueCounts(): Promise<QueueCount[]> {
  const each = QUEUES.map(
    (queue) => Prisma.sql`
    SELECT ${queue} AS queue, count(*)::int AS waiting, (count(*) FILTER (WHERE due_at <= now()))::int AS late
      FROM (SELECT due_at FROM (${QUEUE_SQL[queue]}) q LIMIT ${COUNTED}) q`,
  );
  return db().$queryRaw<QueueCount[]>(Prisma.join(each, ' UNION ALL '));
}

/** Another text whenever a queue holds other things, or they stand otherwise. */
export async function selectQueueMark(queue: QueueName): Promise<string> {
  const rows = await db().$queryRaw<{ mark: string }[]>`
    SELECT md5(coalesce(string_agg(concat_ws('|', q.id, q.state, q.detail, q.assigned_to, q.due_at <= now()), ','
                                   ORDER BY q.since, q.id), '')) AS mark
      FROM (SELECT * FROM (${QUEUE_SQL[queue]}) q ORDER BY q.since, q.id LIMIT ${COUNTED}) q`;
  return rows[0]?.mark ?? '';
}

/** Whose rows are in a queue, for choosing among them. */
export async function selectQueueMerchants(queue: QueueName, most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT q.merchant_id AS id FROM (${QUEUE_SQL[queue]}) q
     WHERE q.merchant_id IS NOT NULL ORDER BY 1 LIMIT ${most}`;
  return rows.map(({ id }) => id);
}
