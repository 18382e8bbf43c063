import { randomUUID } from 'node:crypto';
import type { StackInfo } from './browser-settings';

export interface OrderInput {
  amount?: number;
  subject?: string;
  /** Whose balance may be used; null for a shopper the shop does not know. */
  customer?: string | null;
  /** The payer's own, as the shop has it: eleven digits. */
  phone?: string;
  /** Paying it begins a subscription of this period. */
  subscription?: 'natural_month' | 'rolling_30' | 'rolling_31';
  /** Gives an address to go back to, which a paid page then does by itself. */
  returns?: boolean;
  /** Another merchant's; the demo shop places it otherwise. */
  apiKey?: string;
}

/** Places an order as a merchant's server does; answers its pay page. */
export async function placeOrder(stack: StackInfo, input: OrderInput = {}): Promise<string> {
  const { amount = 1, subject = '测试商品', customer = 'alice' } = input;
  const { subscription: period, returns } = input;
  const { apiKey = stack.env.DEMO_SHOP_API_KEY } = input;
  const orderNo = `T${randomUUID()}`;
  const send = async () =>
    fetch(`${stack.origin}/api/v1/orders`, {
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
        ...(returns ? { return_url: `${stack.origin}/demo` } : {}),
        ...(period ? { subscription: { period } } : {}),
        ...(customer ? { customer_reference: customer } : {}),
        ...(input.phone ? { payer_phone: input.phone } : {}),
      }),
    });
  // A merchant's server repeats what got lost on the way: the same key is the same order.
  const response = await send().catch(send);
  if (response.status !== 201) throw new Error(`no order: ${await response.text()}`);
  return ((await response.json()) as { pay_url: string }).pay_url;
}

/** A link of the demo's merchant where the shopper types the amount. */
export async function makePaymentLink(stack: StackInfo): Promise<{ id: string; url: string }> {
  const response = await fetch(`${stack.origin}/api/v1/payment-links`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${stack.env.DEMO_SHOP_API_KEY}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify({
      ...{ subject: '柜台收款', goods: 'digital', currency: 'CNY' },
      ...{ amount_min: 100, amount_max: 50_000, max_uses: 20, expires_in: 86_400 },
    }),
  });
  return (await response.json()) as { id: string; url: string };
}
