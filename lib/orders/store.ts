import { db, type Tx } from '@/lib/core/db';
import type { Currency } from '@/lib/money/money';
import type { Prisma } from '@/prisma/generated/client';
import type { Order, OrderTerms } from './order';
import type { OrderState } from './states';

export const ORDER_COLUMNS = {
  id: true,
  merchantId: true,
  merchantOrderNo: true,
  amountMinor: true,
  currency: true,
  subject: true,
  goods: true,
  returnUrl: true,
  customerReference: true,
  subscriptionPeriod: true,
  metadata: true,
  payToken: true,
  state: true,
  expiresAt: true,
  paidAt: true,
  paidAttemptId: true,
  createdAt: true,
} as const;

export type OrderRow = Prisma.OrderGetPayload<{ select: typeof ORDER_COLUMNS }>;

export function orderOf({ amountMinor, currency, metadata, ...rest }: OrderRow): Order {
  return {
    ...rest,
    amount: { amountMinor, currency: currency as Currency },
    metadata: metadata as Record<string, string> | null,
  };
}

export async function findOrder(where: { id: string }, tx: Tx = db()): Promise<Order | undefined> {
  const row = await tx.order.findUnique({ where, select: ORDER_COLUMNS });
  return row ? orderOf(row) : undefined;
}

export async function selectSubjects(
  orderIds: readonly string[],
): Promise<{ orderId: string; merchantId: string; merchantOrderNo: string; subject: string }[]> {
  const rows = await db().order.findMany({
    where: { id: { in: [...orderIds] } },
    select: { id: true, merchantId: true, merchantOrderNo: true, subject: true },
  });
  return rows.map(({ id, ...order }) => ({ orderId: id, ...order }));
}

export async function findOrderWithToken(
  payToken: string,
  tx: Tx = db(),
): Promise<Order | undefined> {
  const row = await tx.order.findUnique({ where: { payToken }, select: ORDER_COLUMNS });
  return row ? orderOf(row) : undefined;
}

/** The order under the merchant's own number, with the hash of what it was made from. */
export async function findNumberedOrder(
  merchantId: string,
  merchantOrderNo: string,
  tx: Tx = db(),
): Promise<{ order: Order; contentHash: string } | undefined> {
  const found = await tx.order.findUnique({
    where: { merchantId_merchantOrderNo: { merchantId, merchantOrderNo } },
    select: { ...ORDER_COLUMNS, contentHash: true },
  });
  if (!found) return undefined;
  const { contentHash, ...row } = found;
  return { order: orderOf(row), contentHash };
}

export interface NewOrder extends OrderTerms {
  id: string;
  merchantId: string;
  metadata?: Record<string, string>;
  contentHash: string;
  payToken: string;
  expiresAt: Date;
}

/** False when the merchant's number is taken; waits for whoever is taking it just now. */
export async function insertOrder(tx: Tx, { amount, ...order }: NewOrder): Promise<boolean> {
  const { count } = await tx.order.createMany({
    data: [{ ...order, amountMinor: amount.amountMinor, currency: amount.currency }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The phone rests in the vault; its tail stays beside the order, for as long, so that support finds it. */
export async function setPayerPhone(
  tx: Tx,
  orderId: string,
  { itemId, tail }: { itemId: string; tail: string },
): Promise<void> {
  await tx.order.update({
    where: { id: orderId },
    data: { payerPhoneItemId: itemId, payerPhoneTail: tail },
    select: { id: true },
  });
}

/** Holds the order's row until the transaction ends. */
export async function lockOrderRow(tx: Tx, orderId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM orders WHERE id = ${orderId} FOR UPDATE`;
}

/** Moves an order that the caller holds. */
export async function moveOrder(
  tx: Tx,
  { id, from, to }: { id: string; from: OrderState; to: OrderState },
): Promise<void> {
  await tx.order.updateMany({ where: { id, state: from }, data: { state: to } });
}

/**
 * Expires at most `most` open orders whose time is over by the database's clock, each with its
 * transition row, in one statement, and answers which. Rows that somebody holds, and orders that a payment
 * is under way for, are left for the next time.
 */
export async function expireDueOrders(
  tx: Tx,
  move: { from: OrderState; to: OrderState; event: string; actor: string; most: number },
): Promise<{ id: string; merchantId: string }[]> {
  return tx.$queryRaw<{ id: string; merchantId: string }[]>`
    WITH due AS (
      SELECT id FROM orders
       WHERE state = ${move.from}::order_state AND expires_at <= clock_timestamp()
         AND NOT order_awaits_channel(id)
       ORDER BY expires_at LIMIT ${move.most} FOR UPDATE SKIP LOCKED
    ), moved AS (
      UPDATE orders SET state = ${move.to}::order_state, updated_at = now()
       WHERE id IN (SELECT id FROM due) RETURNING id, merchant_id
    ), noted AS (
      INSERT INTO transitions (subject_type, subject_id, event, from_state, to_state, actor)
      SELECT 'order', id, ${move.event}, ${move.from}, ${move.to}, ${move.actor} FROM moved
    )
    SELECT id, merchant_id AS "merchantId" FROM moved`;
}
