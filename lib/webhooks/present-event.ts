import type { MerchantEvent } from './event';
import type { EventAnswer } from './schema';

/** An event as the merchant API shows it: its data as they are sent. */
export const presentEvent = (event: MerchantEvent): EventAnswer => ({
  id: event.id,
  type: event.topic,
  timestamp: event.createdAt.toISOString(),
  object_id: event.objectId,
  sequence: event.sequence,
  data: event.body === null ? null : (JSON.parse(event.body) as { data: EventAnswer['data'] }).data,
});
