import { db } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { begunIn } from './begun-in';
import { claimAttempt } from './claim-attempt';
import type { StartPayment } from './start-payment';
import { selectAttemptByForm, selectLiveAttempt } from './store';

type Press = Pick<StartPayment, 'method' | 'formKey' | 'device' | 'balancePartFen'>;

/**
 * What an earlier press of the same form has begun; of two hands' payments, also one of the same method:
 * its password and code are not asked for a second time. A payment from balance alone is none of a form's.
 */
export async function findBegun(order: Order, press: Press): Promise<Attempt | undefined> {
  const { method, formKey, balancePartFen } = press;
  if (method === 'balance') return undefined;
  const orderId = order.id;
  const sent = formKey ? await selectAttemptByForm(db(), { orderId, formKey }) : undefined;
  const begun = sent && (await claimAttempt(sent, begunIn(press).begunBy));
  if (begun && begun.state !== 'failed') return begun;
  if (!begun && balancePartFen === undefined) return undefined;
  // Another line may carry what the form's own attempt could not.
  const live = await selectLiveAttempt(orderId);
  return live?.method === method ? live : begun;
}
