import { present } from '@/lib/core/assert';
import { pool } from '@/lib/core/db';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { selectAttempts } from '@/lib/payments/store';
import { noteSubscriptionPayment } from '@/lib/subscriptions/note-subscription-payment';
import { runSubscriptionStep } from '@/lib/subscriptions/run-subscription-step';
import type { CarrierRails } from '@/tests/support/carrier-rails';
import { phoneWith } from '@/tests/support/phone-bill-scene';
import {
  buy,
  clock,
  eventsOf,
  leaveAlone,
  at as onDay,
  remind,
  termsOf,
} from '@/tests/support/subscription-scene';
import { fromNowOn } from './at-channel';
import { type Die, diedAt } from './die';
import { findingsNow, findingsOf, forgotten } from './findings';
import { paymentsOf, timePasses } from './phone-scenes';
import type { RenewalCrash } from './plan';
import type { Played } from './play';

const BOUGHT = '2027-03-15T12:00';
/** Each with a try to charge at most. */
const DAYS = [15, 16, 17, 18, 19, 20].map((day) => `2027-04-${day}T10:01` as const);

/** Plays one crash of a subscription's renewal, which two workers carry on at once, until its term is paid. */
export async function playRenewal(
  rails: CarrierRails,
  crash: RenewalCrash,
  die: Die = diedAt,
): Promise<Played> {
  // Subscriptions of other stories are none of this one's business.
  await leaveAlone();
  try {
    return await renew(rails, crash, die);
  } finally {
    await clock.giveBack();
  }
}

async function renew(rails: CarrierRails, crash: RenewalCrash, die: Die): Promise<Played> {
  await clock.setTo(BOUGHT);
  const phone = phoneWith('7000');
  const { id: subscriptionId } = await buy(rails, { period: 'rolling_31', phone });
  await remind('2027-04-15');
  const at = await fromNowOn(paymentsOf(rails, phone));
  if (crash.channel !== 'ok') {
    const behaviour = { lose: { create: crash.channel === 'reply lost' ? 'reply' : 'request' } };
    // Once: what is lost at every try is a charge that failed in the end, and so does the subscription.
    await rails.control('carrier/script', { match: { phone }, behaviour, times: 1 });
  }
  const died: string[] = [];
  const found: string[] = [];
  await clock.setTo(DAYS[0] ?? BOUGHT);
  const step = () => runSubscriptionStep({ subscriptionId });
  const path = '@/lib/subscriptions/run-subscription-step';
  if (crash.step && (await die(crash.step, path, 'runSubscriptionStep', { subscriptionId }))) {
    died.push(crash.step);
  }
  found.push(...(await findingsNow()));
  await Promise.all([step(), step()]);
  const orderId = present((await termsOf(subscriptionId))[1], 'the second term').order_id;
  found.push(...(await forgotten(orderId)));
  for (const attemptId of await undecided(orderId)) {
    for (let time = 0; crash.worker && time < 2; time += 1) {
      const ask = ['@/lib/payments/resolve-attempt', 'resolveAttempt', { attemptId }] as const;
      if (await die(crash.worker, ...ask)) died.push(crash.worker);
      found.push(...(await findingsNow()));
    }
  }
  for (const day of DAYS) {
    for (const attemptId of await undecided(orderId)) await resolveAttempt({ attemptId });
    await noteSubscriptionPayment({ orderId });
    await onDay(day);
    if ((await undecided(orderId)).length > 0) await timePasses(orderId, at);
  }
  found.push(...(await findingsOf(at, orderId)), ...(await termFindings(subscriptionId)));
  return { died, findings: [...new Set(found)] };
}

async function undecided(orderId: string): Promise<string[]> {
  return (await selectAttempts(orderId))
    .filter(({ state }) => ['sent', 'waiting', 'unknown'].includes(state))
    .map(({ id }) => id);
}

/** The term is paid, its owner was reminded and its merchant told, each once. */
async function termFindings(subscriptionId: string): Promise<string[]> {
  const { rows } = await pool().query<{ state: string; terms: string }>(
    `SELECT s.state, (SELECT count(*) FROM subscription_terms WHERE subscription_id = s.id AND paid_at IS NOT NULL) AS terms
       FROM subscriptions s WHERE s.id = $1`,
    [subscriptionId],
  );
  const told = (await eventsOf(subscriptionId)).filter((topic) => topic !== 'renewal_failed');
  const once = told.join() === 'created,renewal_upcoming,renewed';
  const isPaid = rows[0]?.state === 'active' && rows[0].terms === '2';
  return [
    ...(isPaid ? [] : [`the subscription is ${rows[0]?.state}, ${rows[0]?.terms} terms are paid`]),
    ...(once ? [] : [`told: ${told.join(', ')}`]),
  ];
}
