import { log } from '@/lib/core/log';
import { Cashier } from '@/lib/sdk/client';
import { CashierProblem, CashierUnreachable } from '@/lib/sdk/problem';
import { returnUrl, type Sale } from './payment-link';
import { type Shop, TEST_SHOPPER } from './shop';

type OrderAnswer = { payUrl: string } | 'not_found' | 'unavailable';

// A shopper waits for the answer: one more try, which an idempotency key makes safe, and then the shop's own words.
const cashierOf = ({ origin, apiKey }: Shop): Cashier =>
  new Cashier({ origin, apiKey, retries: 1, timeoutMs: 8000 });

/** Places the order. Its number is the idempotency key too: a repeat makes no second order. */
export const createOrder = (shop: Shop, { purchase, goods, subject }: Sale): Promise<OrderAnswer> =>
  answered(async () => {
    const order = await cashierOf(shop).createOrder(
      {
        merchant_order_no: purchase.orderNo,
        amount: Number(purchase.amountMinor),
        currency: 'CNY',
        subject,
        goods: goods.kind,
        ...(goods.subscription && { subscription: { period: goods.subscription } }),
        return_url: returnUrl(shop, purchase),
        customer_reference: TEST_SHOPPER.reference,
      },
      { idempotencyKey: purchase.orderNo },
    );
    return order.pay_url;
  });

/** The order of this number, to pay one that was placed before. */
export const findOrder = (shop: Shop, orderNo: string): Promise<OrderAnswer> =>
  answered(async () => {
    const { orders } = await cashierOf(shop).listOrders({ merchant_order_no: orderNo });
    return orders[0]?.pay_url;
  });

async function answered(ask: () => Promise<string | undefined>): Promise<OrderAnswer> {
  try {
    const payUrl = await ask();
    return payUrl === undefined ? 'not_found' : { payUrl };
  } catch (error) {
    if (error instanceof CashierProblem) {
      const { code, status, requestId } = error;
      log().warn({ code, status, requestId }, 'demo shop: the cashier refused');
    } else if (error instanceof CashierUnreachable) {
      log().warn({ error }, 'demo shop: no answer from the cashier');
    } else throw error;
    return 'unavailable';
  }
}
