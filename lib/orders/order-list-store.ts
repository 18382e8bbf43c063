import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { ListedOrder } from './listed-order';
import type { OrderState } from './states';

/** A merchant's orders, newest first. */
export async function selectListedOrders(
  filter: { merchantId: string; state?: OrderState; merchantOrderNo?: string; before?: string },
  most: number,
): Promise<ListedOrder[]> {
  const { merchantId, state, merchantOrderNo, before } = filter;
  const rows = await db().order.findMany({
    where: { merchantId, state, merchantOrderNo, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: 'desc' },
    take: most,
    select: {
      id: true,
      merchantOrderNo: true,
      subject: true,
      amountMinor: true,
      state: true,
      createdAt: true,
      paidAttemptId: true,
    },
  });
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
