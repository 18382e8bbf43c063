import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getWebhookEndpoint } from '@/lib/merchants/get-webhook-endpoint';
import { lockWebhookEndpoints } from '@/lib/merchants/lock-webhook-endpoints';
import { insertDeliveries } from './event-store';
import { putInLine } from './line-store';
import {
  countInRange,
  type ResendRange,
  reopenDeliveries,
  selectInRange,
} from './redelivery-store';
import { MOST_AT_ONCE } from './rules';

/** So many at once: they go out in one commit. */
const MOST = 5_000;

/**
 * Sends the events of a time again to one endpoint: those that it missed (given up, or never sent while it was
 * off), or all of them. Of each object they arrive in order. With `countOnly` nothing is sent. Answers how many
 * events that is.
 * @throws Refusal not_permitted, endpoint_not_found, endpoint_off, resend_range_too_large
 */
export async function resendDeliveries({
  by,
  countOnly = false,
  ...given
}: Omit<ResendRange, 'merchantId'> & { by: MerchantActor; countOnly?: boolean }): Promise<{
  count: number;
}> {
  requireMerchantMay(by, 'delivery.resend');
  const { merchantId } = by;
  const { endpointId } = given;
  const range = { ...given, merchantId };
  return inTransaction(async (tx) => {
    const { disabledAt } = await getWebhookEndpoint({ merchantId, endpointId }, tx);
    if (countOnly) return { count: await countInRange(tx, range) };
    if (disabledAt) throw new Refusal('endpoint_off', { endpointId });
    await lockWebhookEndpoints(tx, [endpointId]);
    const count = await countInRange(tx, range);
    if (count > MOST) throw new Refusal('resend_range_too_large', { most: MOST, count });
    const found = await selectInRange(tx, range);
    const reopened = await reopenDeliveries(
      tx,
      found.flatMap(({ deliveryId }) => (deliveryId ? [deliveryId] : [])),
    );
    const made = await insertDeliveries(
      tx,
      found.flatMap(({ deliveryId, ...event }) =>
        deliveryId ? [] : [{ ...event, id: newId('dlv'), endpointId }],
      ),
    );
    // As many as may be under way; each that ends calls the next ones, so that they fill nobody else's queue.
    const due = [...reopened, ...made];
    await putInLine(tx, due.slice(MOST_AT_ONCE.endpoint));
    const jobs = due.slice(0, MOST_AT_ONCE.endpoint).map((deliveryId) => ({ deliveryId }));
    await enqueueJobs(tx, 'deliver-event', jobs);
    return { count };
  });
}
