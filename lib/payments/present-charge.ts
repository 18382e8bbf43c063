import type { Order } from '@/lib/orders/order';
import { presentOrder } from '@/lib/orders/present-order';
import type { Attempt } from './attempt';
import type { ChargeAnswer } from './schema';

/**
 * A charge as the merchant API shows it: the order, and what has become of its newest payment.
 * pending: the channel has not decided; the order's webhook tells when it has.
 */
export const presentCharge = (order: Order, attempt: Attempt | undefined): ChargeAnswer => ({
  order: presentOrder(order),
  payment: {
    state: stateOf(order, attempt),
    channel: attempt?.channel ?? null,
    card_type: attempt?.cardType ?? null,
    failure_reason: attempt?.state === 'failed' ? attempt.failureReason : null,
  },
});

function stateOf(order: Order, attempt: Attempt | undefined): 'paid' | 'pending' | 'failed' {
  if (order.state === 'paid') return 'paid';
  return attempt && attempt.state !== 'failed' ? 'pending' : 'failed';
}
