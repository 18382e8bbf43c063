import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { ListedOrder } from './listed-order';

/** Those orders, newest first. */
export async function selectOrdersById(orderIds: readonly string[]): Promise<ListedOrder[]> {
  const rows = await db().order.findMany({
    where: { id: { in: [...orderIds] } },
    orderBy: { id: 'desc' },
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
