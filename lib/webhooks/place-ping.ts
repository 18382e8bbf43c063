import type { Tx } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { enqueueJob } from '@/lib/core/queue';
import { pingData } from './endpoint-told';
import { eventBody } from './event-body';
import { insertDeliveries, insertOwnEvent, setEventBody } from './event-store';

/** A test event to this endpoint only, on its way from the commit on. */
export async function placePing(
  tx: Tx,
  { merchantId, endpointId }: { merchantId: string; endpointId: string },
): Promise<{ deliveryId: string; eventId: string }> {
  const eventId = newId('evt');
  const topic = 'test.ping';
  const subjectId = `${endpointId}-${newSortableNumber()}`;
  const { sequence, createdAt: at } = await insertOwnEvent(tx, {
    ...{ id: eventId, topic, merchantId, subjectId },
  });
  const body = eventBody({ topic, at, sequence, data: pingData({ id: endpointId }) });
  await setEventBody(tx, eventId, body);
  const deliveryId = newId('dlv');
  // Whatever else waits there: a test is tried at once.
  const delivery = { id: deliveryId, eventId, endpointId, merchantId, body };
  await insertDeliveries(tx, [{ ...delivery, objectId: null, sequence }]);
  await enqueueJob(tx, 'deliver-event', { deliveryId });
  return { deliveryId, eventId };
}
