import type { ListedDelivery } from './delivery';
import { type DeliveryFilter, selectDeliveries } from './log-store';

const MOST = 100;

/** A merchant's log of deliveries, newest first; `next` starts the page after (`before`). */
export async function listDeliveries({
  limit = 50,
  ...filter
}: DeliveryFilter & { limit?: number }): Promise<{
  deliveries: ListedDelivery[];
  next: string | null;
}> {
  const size = Math.min(limit, MOST);
  const found = await selectDeliveries(filter, size + 1);
  const deliveries = found.slice(0, size);
  return { deliveries, next: found.length > size ? (deliveries.at(-1)?.id ?? null) : null };
}
