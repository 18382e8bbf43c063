import { present } from '@/lib/core/assert';
import { dayOf } from '@/lib/core/beijing';
import { businessNow, databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { endSubscription } from './end-subscription';
import { noteMissedRenewal } from './note-missed-renewal';
import { placeRenewal } from './place-renewal';
import { readRenewal } from './read-renewal';
import { renewSubscription } from './renew-subscription';
import { decideStep } from './rules';
import { lockSubscription, setNextStep } from './store';
import type { Subscription } from './subscription';

/** What is left to do outside of the transaction. */
export type Call =
  | { do: 'nothing' }
  /** Something was written down; there may be more to do at once. */
  | { do: 'look' }
  | { do: 'remind'; subscription: Subscription; due: string }
  | { do: 'charge'; subscription: Subscription; order: Order };

/** Decides the next step under the subscription's lock, and takes it as far as the database goes. */
export async function takeStep(tx: Tx, subscriptionId: string): Promise<Call> {
  const subscription = await lockSubscription(tx, subscriptionId);
  const renewal = await readRenewal(tx, subscription);
  const now = await businessNow(tx);
  const step = decideStep({ ...subscription, renewal: renewal?.facts ?? null }, now);
  switch (step.do) {
    case 'wait':
      await setNextStep(tx, subscriptionId, step.until);
      return { do: 'nothing' };
    case 'remind':
      return { do: 'remind', subscription, due: step.due };
    case 'charge': {
      const order =
        renewal?.order ?? (await placeRenewal(tx, subscription, { due: step.due, now }));
      return { do: 'charge', subscription, order };
    }
    case 'renew': {
      const { term, order } = present(renewal, 'the paid renewal');
      const clocks = { business: now, real: await databaseNow(tx) };
      await renewSubscription(tx, { subscription, term, order, clocks });
      return { do: 'look' };
    }
    case 'miss': {
      const { term, failed } = present(renewal, 'the failed renewal');
      const { attemptId, reason } = present(failed, 'the failed attempt');
      const on = dayOf(now);
      await noteMissedRenewal(tx, { subscription, term, failed: { attemptId, reason, on }, now });
      return { do: 'look' };
    }
    case 'end':
      await endSubscription(tx, subscription, renewal?.term);
      return { do: 'nothing' };
  }
}
