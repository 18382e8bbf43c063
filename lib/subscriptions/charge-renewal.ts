import { findNumber } from '@/lib/carriers/find-number';
import { present } from '@/lib/core/assert';
import { dayOf } from '@/lib/core/beijing';
import { businessNow } from '@/lib/core/clock';
import { isRefusal, type Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import { startPhonePayment } from '@/lib/payments/start-phone-payment';
import { openItem } from '@/lib/vault/open-item';
import { noteMissedRenewal } from './note-missed-renewal';
import { readRenewal } from './read-renewal';
import { helpOf } from './rules';
import { lockSubscription, setNextStep } from './store';
import type { Subscription } from './subscription';

const ACTOR = 'schedule';
const AGAIN_MS = 10 * 60_000;

/**
 * Charges the order of a term, with nobody there: at once, where the merchant's contract allows it. True
 * when the order's attempts say what came of it; false when it could not be sent, which is written down.
 */
export async function chargeRenewal({
  subscription,
  order,
}: {
  subscription: Subscription;
  order: Order;
}): Promise<boolean> {
  const { id, consentVersion, phoneItemId } = subscription;
  failPoint('renew.placed');
  const itemId = present(phoneItemId, `the phone of ${id}`);
  const phone = await openItem({ itemId, actor: ACTOR, purpose: 'subscription_phone' });
  try {
    const number = await findNumber({ phone: phone.replace(/^\+86/, '') });
    if (!number) return await missed(subscription, 'number_unknown');
    await startPhonePayment(order, {
      number,
      modes: ['direct'],
      periodic: true,
      customerId: await customerOf(subscription),
      host: 'mobile',
      actor: ACTOR,
      consentVersion,
      // Whoever cancelled meanwhile was told that nothing more is sent.
      mayStart: async (tx) => isRenewing(await lockSubscription(tx, id)),
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refused(subscription, error);
  }
  failPoint('renew.charged');
  return true;
}

/** Whose payments the first one was counted among. */
async function customerOf({ orderId }: Subscription): Promise<string | null> {
  const first = await readOrder(orderId);
  return (await readAttempt(present(first.paidAttemptId, 'what began it'))).customerId;
}

/** Nothing was sent. What may pass within the day is tried again; anything else is a failed try. */
async function refused(subscription: Subscription, error: Refusal): Promise<boolean> {
  const { code, facts } = error;
  const reason = typeof facts.reason === 'string' ? facts.reason : code;
  log().warn({ subscriptionId: subscription.id, code, reason }, 'a renewal could not be charged');
  if (helpOf(reason) !== 'minutes') return missed(subscription, reason);
  await inTransaction(async (tx) => {
    const at = (await businessNow(tx)).getTime() + AGAIN_MS;
    await setNextStep(tx, subscription.id, new Date(at));
  });
  return false;
}

/** True: look again. Somebody who has charged, cancelled or noted it meanwhile is right. */
function missed({ id }: Subscription, reason: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const subscription = await lockSubscription(tx, id);
    const renewal = await readRenewal(tx, subscription);
    if (
      !isRenewing(subscription) ||
      !renewal ||
      renewal.facts.undecided ||
      renewal.order.state !== 'open'
    )
      return true;
    const now = await businessNow(tx);
    const failed = { attemptId: renewal.failed?.attemptId ?? null, reason, on: dayOf(now) };
    if (renewal.term.failedOn !== failed.on) {
      await noteMissedRenewal(tx, { subscription, term: renewal.term, failed, now });
    }
    return true;
  });
}

const isRenewing = ({ state }: Subscription): boolean => state === 'active' || state === 'past_due';
