import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId, newToken } from '@/lib/core/ids';
import { requireOpenMerchant } from '@/lib/merchants/require-open-merchant';
import { keepItem } from '@/lib/vault/keep-item';
import type { Order, OrderTerms } from './order';
import { readOrder } from './read-order';
import { requireWithinLimits } from './require-within-limits';
import { findNumberedOrder, insertOrder, setPayerPhone } from './store';

export interface OrderRequest extends OrderTerms {
  merchantId: string;
  metadata?: Record<string, string>;
  payerPhone?: string;
  expiresAt: Date;
  contentHash: string;
  /** A renewal that the shopper has agreed to: what the merchant limits since does not stop it. */
  agreedBefore?: boolean;
}

/**
 * Makes the order, or finds the one that this merchant order number already has: the unique number
 * decides, however many come at once. Refusals: merchant_not_open; as requireWithinLimits; order_conflict, when `isSame` says that
 * the one that is there was agreed otherwise.
 */
export async function placeOrder(
  tx: Tx,
  { payerPhone, agreedBefore, ...request }: OrderRequest,
  isSame: (known: { order: Order; contentHash: string }) => boolean,
): Promise<{ order: Order; created: boolean }> {
  await requireOpenMerchant(tx, request.merchantId);
  const id = newId('ord');
  if (await insertOrder(tx, { ...request, id, payToken: newToken() })) {
    if (!agreedBefore) await requireWithinLimits(tx, request);
    if (payerPhone) {
      const itemId = await keepItem(tx, { purpose: 'payer_phone', plain: payerPhone });
      await setPayerPhone(tx, id, { itemId, tail: payerPhone.slice(-4) });
    }
    return { order: await readOrder(id, tx), created: true };
  }
  const { merchantId, merchantOrderNo } = request;
  const known = await findNumberedOrder(merchantId, merchantOrderNo, tx);
  if (!known || !isSame(known))
    throw new Refusal('order_conflict', { merchantId, merchantOrderNo });
  return { order: known.order, created: false };
}
