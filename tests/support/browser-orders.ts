import { randomUUID } from 'node:crypto';
import type { StackInfo } from './browser-settings';

export interface OrderInput {
  amount?: number;
  subject?: string;
  /** Whose balance may be used; null for a shopper the shop does not know. */
  customer?: string | null;
  /** Another merchant's; the demo shop places it otherwise. */
  apiKey?: string;
}

/** Places an order as a merchant's server does; answers its pay page. */
export async function placeOrder(stack: StackInfo, input: OrderInput = {}): Promise<string> {
  const { amount = 1, subject = '测试商品', customer = 'alice' } = input;
  const { apiKey = stack.env.DEMO_SHOP_API_KEY } = input;
  const orderNo = `T${randomUUID()}`;
  const response = await fetch(`${stack.origin}/api/v1/orders`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': orderNo,
    },
    body: JSON.stringify({
      merchant_order_no: orderNo,
      amount,
      currency: 'CNY',
      subject,
      goods: 'digital',
      return_url: `${stack.origin}/demo`,
      ...(customer ? { customer_reference: customer } : {}),
    }),
  });
  if (response.status !== 201) throw new Error(`no order: ${await response.text()}`);
  return ((await response.json()) as { pay_url: string }).pay_url;
}
