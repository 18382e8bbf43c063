import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { cny, type Money } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import { readPaidView } from '@/lib/payments/read-paid-view';
import { listShopperCases } from '@/lib/refund-cases/list-shopper-cases';
import { getShopperRefund } from '@/lib/refunds/get-shopper-refund';
import type { Receipt, RefundProgress } from './receipt';
import { lateMoneyOf, refundsOf, returnedOf } from './rules';
import { selectLateAttempts, selectRefundRows } from './store';

const MOVING: readonly RefundProgress[] = ['asked', 'requested', 'processing'];

/**
 * What was paid for an order and what became of it. Refuses order_not_found, and order_not_paid where no
 * money has come.
 */
export async function getReceipt({ orderId }: { orderId: string }): Promise<Receipt> {
  const order = await readOrder(orderId);
  const [rows, lateAttempts, payment, merchant, ask, cases] = await Promise.all([
    selectRefundRows(orderId),
    selectLateAttempts(orderId),
    order.paidAttemptId ? paymentOf(order.paidAttemptId) : null,
    getMerchant(order.merchantId),
    getShopperRefund({ orderId }),
    listShopperCases({ orderId }),
  ]);
  const late = lateMoneyOf(lateAttempts, rows);
  if (!payment && late.length === 0) throw new Refusal('order_not_paid', { orderId });
  const refunds = refundsOf(rows, cases);
  const { id, merchantOrderNo, subject, amount, paidAt } = order;
  const { mode, name, nameEn, accentColor, logo } = merchant;
  return {
    order: { id, merchantOrderNo, subject, amount, paidAt },
    merchant: { mode, name, nameEn, accentColor, logo },
    payment,
    refunds,
    refunded: cny(returnedOf(refunds)),
    late,
    ask,
    moving:
      late.some(({ state }) => state !== 'returned') ||
      refunds.some(({ progress }) => MOVING.includes(progress)),
  };
}

async function paymentOf(attemptId: string): Promise<Receipt['payment']> {
  const [attempt, now] = await Promise.all([readAttempt(attemptId), databaseNow()]);
  const byChannel = attempt.channel !== 'balance';
  return {
    ...(await readPaidView(attempt, now)),
    rest: attempt.amount satisfies Money,
    channelOrderNo: byChannel ? attempt.channelOrderNo : null,
    channelRef: byChannel ? attempt.channelRef : null,
  };
}
