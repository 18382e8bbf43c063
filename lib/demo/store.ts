import { db } from '@/lib/core/db';
import type { Purchase } from './purchase';

const FIELDS = {
  orderNo: true,
  goodsCode: true,
  amountMinor: true,
  state: true,
  placedAt: true,
  paidAt: true,
} as const;

export async function insertPurchase(
  purchase: Pick<Purchase, 'orderNo' | 'goodsCode' | 'amountMinor'>,
): Promise<Purchase> {
  return db().demoPurchase.create({ data: purchase, select: FIELDS });
}

export async function selectPurchase(orderNo: string): Promise<Purchase | undefined> {
  const row = await db().demoPurchase.findUnique({ where: { orderNo }, select: FIELDS });
  return row ?? undefined;
}

/** Placed becomes paid, once; a repeated notice finds nothing left to change. */
export async function markPaid(
  orderNo: string,
  notice: { eventId: string; paidAt: Date },
): Promise<void> {
  await db().demoPurchase.updateMany({
    where: { orderNo, state: 'placed' },
    data: { state: 'paid', ...notice },
  });
}
