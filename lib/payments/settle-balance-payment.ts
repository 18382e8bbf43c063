import { newId, newSortableNumber } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { noteInLog } from '@/lib/core/log-context';
import type { RefusalCode } from '@/lib/core/refusals';
import { okOf } from '@/lib/core/sql-answer';
import type { Order } from '@/lib/orders/order';
import type { CountedQuota } from '@/lib/persons/quota';
import { type SettleItem, settleItem } from './settle-item';
import { settleGathered } from './store';

export interface BalancePayer {
  customerId: string;
  host: 'pc' | 'mobile';
  /** Hash of the browser that began it. */
  begunBy?: string | undefined;
  /** What is counted against the payer's limits, in the same commit. */
  quota: CountedQuota;
}

/**
 * Moves the money of one balance payment, once the shopper has proved who they are: one statement,
 * gathered with those of the same moment, that makes the attempt, moves the order, books the entry
 * and announces it, or does none of these and answers why:
 * order_not_payable, payment_in_progress, day_limit_exceeded, class_limit_exceeded or what the
 * ledger refuses.
 */
export async function settleBalancePayment(
  order: Order,
  payer: BalancePayer,
): Promise<RefusalCode | undefined> {
  const attemptId = newId('att');
  noteInLog({ orderId: order.id, attemptId });
  const answer = await settleGathered(balanceItem(order, attemptId, payer));
  if ('refused' in answer) return answer.refused;
  okOf(answer, { orderId: order.id });
  log().info('paid from balance');
  return undefined;
}

function balanceItem(
  order: Order,
  id: string,
  { customerId, host, begunBy, quota }: BalancePayer,
): SettleItem {
  const item = settleItem({
    attempt: { id, orderId: order.id, merchantId: order.merchantId },
    event: 'succeed',
    to: 'succeeded',
    order: { event: 'pay', unexpired: true },
    booked: {
      event: 'balance_payment',
      entryKey: `payment:${id}`,
      businessRef: order.id,
      amount: order.amount,
      customerId,
      merchantId: order.merchantId,
    },
    actor: customerId,
    cause: 'paid from balance',
  });
  const create = {
    orderId: order.id,
    merchantId: order.merchantId,
    method: 'balance',
    channel: 'balance',
    channelOrderNo: newSortableNumber(),
    amountMinor: order.amount.amountMinor.toString(),
    currency: order.amount.currency,
    customerId,
    host,
    ...(begunBy === undefined ? {} : { begunBy }),
  };
  return { ...item, quota, attempt: { ...item.attempt, channelRef: item.entry.id, create } };
}
