import { db } from '@/lib/core/db';
import { cny, type Money } from '@/lib/money/money';
import type { RefundCaseState } from '@/lib/refund-cases/states';

/** A refund case as its order's page names it. */
export interface OrderCase {
  id: string;
  state: RefundCaseState;
  amount: Money;
  openedAt: Date;
}

/** Oldest first. */
export async function selectOrderCases(orderId: string): Promise<OrderCase[]> {
  const rows = await db().refundCase.findMany({
    where: { orderId },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, state: true, amountMinor: true, openedAt: true },
  });
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amount: cny(amountMinor) }));
}
