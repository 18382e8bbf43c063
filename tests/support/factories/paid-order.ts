import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { startPayment } from '@/lib/payments/start-payment';
import { DESKTOP } from '@/tests/support/hosts';
import { makePayableOrder, PASSWORD } from './payable-order';

/** Pays an open order from its customer's balance. */
export async function payFromBalance(order: Order): Promise<Order> {
  await startPayment({
    token: order.payToken,
    method: 'balance',
    paymentPassword: PASSWORD,
    host: DESKTOP,
    actor: { userId: null },
  });
  return readOrder(order.id);
}

/** A paid order of a new merchant that has told us these addresses for its notices. */
export async function makePaidOrder(urls: readonly string[] = []) {
  const { order, merchantId } = await makePayableOrder();
  const endpoints: { id: string; secret: string }[] = [];
  for (const url of urls) endpoints.push(await createWebhookEndpoint({ merchantId, url }));
  return { order: await payFromBalance(order), merchantId, endpoints };
}
