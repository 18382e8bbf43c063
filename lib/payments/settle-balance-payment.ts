import { newId, newSortableNumber } from '@/lib/core/ids';
import type { RefusalCode } from '@/lib/core/refusals';
import type { Order } from '@/lib/orders/order';
import { type SettleItem, settleItem } from './settle-item';
import { settleAtOnce } from './store';

/**
 * Moves the money of one balance payment, once the shopper has proved who they are: one statement
 * that makes the attempt, moves the order, books the entry and announces it, or does none of these
 * and answers why: order_not_payable, payment_in_progress or insufficient_funds.
 */
export async function settleBalancePayment(
  order: Order,
  payer: { customerId: string; host: 'pc' | 'mobile' },
): Promise<RefusalCode | undefined> {
  const [answer] = await settleAtOnce([balanceItem(order, payer)]);
  return answer && 'refused' in answer ? answer.refused : undefined;
}

function balanceItem(
  order: Order,
  { customerId, host }: { customerId: string; host: 'pc' | 'mobile' },
): SettleItem {
  const id = newId('att');
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
  };
  return { ...item, attempt: { ...item.attempt, channelRef: item.entry.id, create } };
}
