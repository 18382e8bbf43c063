import { z } from 'zod';
import { log } from '@/lib/core/log';
import { returnUrl, type Sale } from './payment-link';
import { type Shop, TEST_SHOPPER } from './shop';

const PATIENCE_MS = 10_000;
const orderAnswer = z.object({ pay_url: z.url() });
type OrderAnswer = { payUrl: string } | 'not_found' | 'unavailable';

/** `POST /api/v1/orders`. The order number is the idempotency key too: a repeat makes no second order. */
export function createOrder(shop: Shop, { purchase, goods, subject }: Sale): Promise<OrderAnswer> {
  return ask(shop, '/api/v1/orders', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${purchase.orderNo}"`,
    },
    body: JSON.stringify({
      merchant_order_no: purchase.orderNo,
      amount: Number(purchase.amountMinor),
      currency: 'CNY',
      subject,
      goods: goods.kind,
      return_url: returnUrl(shop, purchase),
      customer_reference: TEST_SHOPPER.reference,
    }),
  });
}

/** `GET /api/v1/orders?merchant_order_no=…`, to pay an order that was placed before. */
export const findOrder = (shop: Shop, orderNo: string): Promise<OrderAnswer> =>
  ask(shop, `/api/v1/orders?${new URLSearchParams({ merchant_order_no: orderNo })}`, {});

async function ask(shop: Shop, path: string, request: RequestInit): Promise<OrderAnswer> {
  try {
    const response = await fetch(`${shop.origin}${path}`, {
      ...request,
      headers: { ...request.headers, Authorization: `Bearer ${shop.apiKey}` },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 404) return 'not_found';
    if (response.ok) return { payUrl: orderAnswer.parse(await response.json()).pay_url };
    log().warn({ path, status: response.status }, 'demo shop: the cashier refused');
  } catch (error) {
    log().warn({ path, error }, 'demo shop: no answer from the cashier');
  }
  return 'unavailable';
}
