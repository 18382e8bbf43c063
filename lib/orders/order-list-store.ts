import { momentOf } from '@/lib/core/beijing';
import { db, type Tx } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { ListedFilter, ListedOrder } from './listed-order';
import type { Order } from './order';
import type { OrderState } from './states';
import { ORDER_COLUMNS, orderOf } from './store';

type ListedRow = Omit<ListedOrder, 'amount'> & { amountMinor: bigint };

/** A merchant's orders, newest first. */
export async function selectListedOrders(
  { merchantId, state, merchantOrderNo, method, least, most, from, to, before }: ListedFilter,
  limit: number,
): Promise<ListedOrder[]> {
  const wanted = (is: boolean, condition: Prisma.Sql) => (is ? [condition] : []);
  const conditions = [
    Prisma.sql`o.merchant_id = ${merchantId}`,
    ...wanted(state !== undefined, Prisma.sql`o.state = ${state}::order_state`),
    ...wanted(merchantOrderNo !== undefined, Prisma.sql`o.merchant_order_no = ${merchantOrderNo}`),
    ...wanted(least !== undefined, Prisma.sql`o.amount_minor >= ${least?.amountMinor ?? 0n}`),
    ...wanted(most !== undefined, Prisma.sql`o.amount_minor <= ${most?.amountMinor ?? 0n}`),
    ...wanted(from !== undefined, Prisma.sql`o.created_at >= ${momentOf(from ?? '1970-01-01')}`),
    ...wanted(to !== undefined, Prisma.sql`o.created_at < ${momentOf(to ?? '1970-01-01', 24)}`),
    ...wanted(before !== undefined, Prisma.sql`o.id < ${before}`),
    ...wanted(
      method !== undefined,
      Prisma.sql`EXISTS (SELECT FROM attempts a WHERE a.id = o.paid_attempt_id AND a.method = ${method}::method)`,
    ),
  ];
  const rows = await db().$queryRaw<ListedRow[]>`
    SELECT o.id, o.merchant_order_no AS "merchantOrderNo", o.subject, o.amount_minor AS "amountMinor",
           o.state::text AS state, o.created_at AS "createdAt", o.paid_attempt_id AS "paidAttemptId"
      FROM orders o WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY o.id DESC LIMIT ${limit}`;
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amount: cny(amountMinor) }));
}

/** Orders of that number, whosever: one look into the unique index for each merchant. */
export async function selectIdsByNumber(merchantOrderNo: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT o.id FROM merchants m
      JOIN orders o ON o.merchant_id = m.id AND o.merchant_order_no = ${merchantOrderNo}
     ORDER BY o.id DESC`;
  return rows.map(({ id }) => id);
}

export interface OrderFilter {
  merchantId: string;
  merchantOrderNo?: string | undefined;
  state?: OrderState | undefined;
  customerReference?: string | undefined;
  createdFrom?: Date | undefined;
  createdTo?: Date | undefined;
  before?: string | undefined;
}

/** Whole orders of one merchant, newest first. */
export async function selectOrdersPage(
  { createdFrom, createdTo, before, ...same }: OrderFilter,
  most: number,
): Promise<Order[]> {
  const rows = await db().order.findMany({
    where: {
      ...same,
      createdAt: { gte: createdFrom, lt: createdTo },
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    take: most,
    select: ORDER_COLUMNS,
  });
  return rows.map(orderOf);
}

/** Might a channel be carrying a payment of it just now? For who holds the order. */
export async function awaitsChannel(tx: Tx, orderId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ awaits: boolean }[]>`
    SELECT order_awaits_channel(${orderId}) AS awaits`;
  return rows[0]?.awaits ?? false;
}
