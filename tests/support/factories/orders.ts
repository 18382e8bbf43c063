import { newSortableNumber } from '@/lib/core/ids';
import { signFieldsHmac } from '@/lib/merchants/canonical-fields';
import { createOrder } from '@/lib/orders/create-order';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { type CreateOrderInput, createOrderSchema } from '@/lib/orders/schema';
import { seedMerchant } from './merchants';

/** A body for POST /api/v1/orders that is right in every field. */
export const orderInput = (overrides: Partial<CreateOrderInput> = {}): CreateOrderInput => ({
  merchant_order_no: `T${newSortableNumber()}`,
  amount: 6_800,
  currency: 'CNY',
  subject: '亚麻短袖衬衫',
  goods: 'physical',
  return_url: 'https://shop.example/orders/1',
  ...overrides,
});

/** An open order, of the given merchant or of one made for it. */
export async function seedOrder({
  merchantId,
  ...overrides
}: Partial<CreateOrderInput> & { merchantId?: string } = {}): Promise<Order> {
  const input = createOrderSchema.parse(orderInput(overrides));
  const { body } = await createOrder({
    merchantId: merchantId ?? (await seedMerchant()).id,
    idempotencyKey: newSortableNumber(),
    input,
  });
  return readOrder(JSON.parse(body).id);
}

/** A signed redirect link's fields, good for ten minutes; whatever is overridden is signed too. */
export function linkFields(
  key: { merchantId: string; id: string; secret: string },
  overrides: Record<string, string> = {},
): Record<string, string> {
  const fields = {
    merchant: key.merchantId,
    key_id: key.id,
    order_no: `L${newSortableNumber()}`,
    amount: '600',
    subject: '游戏金币 60 枚',
    goods: 'digital',
    customer: 'alice',
    return_url: 'https://shop.example/back',
    expires: String(Math.floor(Date.now() / 1000) + 600),
    ...overrides,
  };
  return { ...fields, sign: signFieldsHmac(fields, key.secret) };
}
