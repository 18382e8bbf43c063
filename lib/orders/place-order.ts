import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId, newToken } from '@/lib/core/ids';
import { keepItem } from '@/lib/vault/keep-item';
import type { Order, OrderTerms } from './order';
import { readOrder } from './read-order';
import { findNumberedOrder, insertOrder, setPayerPhone } from './store';

export interface OrderRequest extends OrderTerms {
  merchantId: string;
  metadata?: Record<string, string>;
  payerPhone?: string;
  expiresAt: Date;
  contentHash: string;
}

/**
 * Makes the order, or finds the one that this merchant order number already has: the unique number
 * decides, however many come at once. Refusal: order_conflict, when `isSame` says that the one that
 * is there was agreed otherwise.
 */
export async function placeOrder(
  tx: Tx,
  { payerPhone, ...request }: OrderRequest,
  isSame: (known: { order: Order; contentHash: string }) => boolean,
): Promise<{ order: Order; created: boolean }> {
  const id = newId('ord');
  if (await insertOrder(tx, { ...request, id, payToken: newToken() })) {
    if (payerPhone) {
      const itemId = await keepItem(tx, { purpose: 'payer_phone', plain: payerPhone });
      await setPayerPhone(tx, id, itemId);
    }
    return { order: await readOrder(id, tx), created: true };
  }
  const { merchantId, merchantOrderNo } = request;
  const known = await findNumberedOrder(merchantId, merchantOrderNo, tx);
  if (!known || !isSame(known))
    throw new Refusal('order_conflict', { merchantId, merchantOrderNo });
  return { order: known.order, created: false };
}
