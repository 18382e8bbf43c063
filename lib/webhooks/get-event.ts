import { Refusal } from '@/lib/core/errors';
import type { MerchantEvent } from './event';
import { selectMerchantEvent } from './log-store';

/** One event of the merchant. Refusal: event_not_found (another merchant's, too). */
export async function getEvent(which: {
  merchantId: string;
  eventId: string;
}): Promise<MerchantEvent> {
  const event = await selectMerchantEvent(which);
  if (!event) throw new Refusal('event_not_found', { eventId: which.eventId });
  return event;
}
