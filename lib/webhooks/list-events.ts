import type { MerchantEvent } from './event';
import { type EventFilter, selectEvents } from './log-store';

const MOST = 100;

/** A merchant's events, newest first; `next` starts the page after (`before`). */
export async function listEvents({
  limit = 50,
  ...filter
}: EventFilter & { limit?: number }): Promise<{ events: MerchantEvent[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectEvents(filter, size + 1);
  const events = found.slice(0, size);
  return { events, next: found.length > size ? (events.at(-1)?.id ?? null) : null };
}
