import { assert, present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { nextTerm } from '@/lib/orders/period-rules';
import { findPhonePayment } from '@/lib/payments/find-phone-payment';
import { releasePhone } from '@/lib/payments/release-phone';
import { businessDayOf } from './rules';
import { insertSubscriptionEvent, moveSubscription } from './store';
import type { Subscription, SubscriptionTerm } from './subscription';
import { markTermPaid } from './term-store';

/** The order of a term is paid: its days are added to what is paid for, once. The caller holds the lock. */
export async function renewSubscription(
  tx: Tx,
  facts: {
    subscription: Subscription;
    term: SubscriptionTerm;
    order: Order;
    clocks: { business: Date; real: Date };
  },
): Promise<void> {
  const { subscription, term, order, clocks } = facts;
  if (term.paidAt) return;
  const { id, merchantId, period, paidThrough, paidTerms } = subscription;
  const { seq } = term;
  assert(seq === paidTerms + 1, `term ${seq} of ${id} was paid out of turn`);
  const paidAt = present(order.paidAt, 'when the order was paid');
  const days = nextTerm(period, { endsOn: paidThrough }, businessDayOf(paidAt, clocks));
  await markTermPaid(tx, { subscriptionId: id, seq, paidAt, ...days });
  // The subscription has the phone in its own keeping: the payment's is no longer needed.
  const charged = await findPhonePayment(present(order.paidAttemptId, 'what paid the order'), tx);
  if (charged) await releasePhone(tx, charged, { charged: true });
  const over = subscription.state === 'ended';
  await moveSubscription(tx, subscription, {
    event: 'renew',
    actor: 'schedule',
    cause: order.id,
    set: {
      paidThrough: days.endsOn,
      paidTerms: seq,
      nextStepAt: over ? null : clocks.business,
    },
  });
  await insertSubscriptionEvent(tx, {
    topic: 'subscription.renewed',
    merchantId,
    subjectId: `${id}-${seq}`,
  });
}
