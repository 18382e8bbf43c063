import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { recordTransition } from '@/lib/core/transitions';
import type { Order } from '@/lib/orders/order';
import { termFrom } from '@/lib/orders/period-rules';
import { findPhonePayment } from '@/lib/payments/find-phone-payment';
import { takeChargePhone } from '@/lib/payments/take-charge-phone';
import { keepItem } from '@/lib/vault/keep-item';
import { businessDayOf } from './rules';
import { insertSubscription, insertSubscriptionEvent, setPhoneItem } from './store';
import { insertTerm } from './term-store';

const ACTOR = 'subscription';

/**
 * The first paid order of a period: the term that was bought, and the phone that the following ones
 * are charged to, handed over from the payment's keeping to the subscription's. Again it changes nothing.
 */
export async function beginSubscription(
  tx: Tx,
  order: Order,
  clocks: { business: Date; real: Date },
): Promise<void> {
  const attemptId = present(order.paidAttemptId, 'what paid the order');
  const charged = await findPhonePayment(attemptId, tx);
  if (!charged) {
    // There is no phone to charge again; the order stays paid, for the one term that it paid for.
    log().error(
      { orderId: order.id, attemptId },
      'a period was paid by something else than a phone',
    );
    return;
  }
  const paidAt = present(order.paidAt, 'when the order was paid');
  const period = present(order.subscriptionPeriod, 'the period of the order');
  const term = termFrom(period, businessDayOf(paidAt, clocks));
  const id = newId('sub');
  const { merchantId, amount, subject, customerReference } = order;
  const { phoneMasked, consentVersion } = charged;
  const isNew = await insertSubscription(tx, {
    ...{ id, merchantId, orderId: order.id, period, amount, subject, customerReference },
    ...{ phoneHash: charged.phoneHash, phoneMasked, consentVersion },
    paidThrough: term.endsOn,
    nextStepAt: clocks.business,
  });
  if (!isNew) return;
  const taken = await takeChargePhone(tx, { attemptId, actor: ACTOR });
  const plain = present(taken, `the phone that ${attemptId} charged`);
  await setPhoneItem(tx, id, await keepItem(tx, { purpose: 'subscription_phone', plain }));
  await insertTerm(tx, { subscriptionId: id, seq: 1, orderId: order.id, ...term, paidAt });
  const moved = { event: 'begin', from: 'none', to: 'active', actor: ACTOR, cause: order.id };
  await recordTransition(tx, { subjectType: 'subscription', subjectId: id, ...moved });
  await insertSubscriptionEvent(tx, {
    topic: 'subscription.created',
    merchantId,
    subjectId: `${id}-1`,
  });
}
