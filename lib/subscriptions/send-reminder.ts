import { sendText } from '@/lib/auth/client';
import { present } from '@/lib/core/assert';
import { type Day, dayOf } from '@/lib/core/beijing';
import { businessNow } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { openItem } from '@/lib/vault/open-item';
import { reminderText } from './reminder-rules';
import { chargeableFrom } from './rules';
import { insertSubscriptionEvent, lockSubscription, noteReminded, setNextStep } from './store';
import type { Subscription } from './subscription';

const AGAIN_MS = 10 * 60_000;

/**
 * Tells the phone's owner that it will be charged soon, and how to stop it; then the merchant, once. The
 * message goes first: sent twice after a crash is better than never. False when the gateway did not take
 * it: it is tried again for as long as a charge may still follow it, and nothing is charged before.
 */
export async function sendReminder({
  subscription,
  due,
}: {
  subscription: Subscription;
  due: Day;
}): Promise<boolean> {
  const { id, merchantId, subject, amount, phoneItemId, paidTerms } = subscription;
  const merchant = await getMerchant(merchantId);
  const address = `${env().APP_ORIGIN}/subscriptions`;
  const itemId = present(phoneItemId, `the phone of ${id}`);
  const phone = await openItem({ itemId, actor: 'schedule', purpose: 'subscription_phone' });
  try {
    const from = chargeableFrom({ due, remindedOn: dayOf(await businessNow()) });
    const text = reminderText({ merchant, subject, amount, from, address });
    await sendText({ phone: phone.replace(/^\+86/, ''), text });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log().warn({ subscriptionId: id, ...error.facts }, 'a reminder was not sent');
    await inTransaction(async (tx) => {
      const at = (await businessNow(tx)).getTime() + AGAIN_MS;
      await setNextStep(tx, id, new Date(at));
    });
    return false;
  }
  await inTransaction(async (tx) => {
    const { state } = await lockSubscription(tx, id);
    // Cancelled while the message was on its way.
    if (state !== 'active' && state !== 'past_due') return;
    await noteReminded(tx, { id, due, on: dayOf(await businessNow(tx)) });
    const subjectId = `${id}-${paidTerms + 1}`;
    await insertSubscriptionEvent(tx, {
      topic: 'subscription.renewal_upcoming',
      merchantId,
      subjectId,
    });
  });
  return true;
}
