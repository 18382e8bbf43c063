import { Refusal } from '@/lib/core/errors';
import type { DeliveryTry, ListedDelivery } from './delivery';
import { type Diagnosis, diagnoseTry } from './diagnose-delivery';
import { selectDelivery, selectTries } from './log-store';

export interface WatchedDelivery extends ListedDelivery {
  /** To the byte what is signed and sent. */
  body: string;
  /** The first one first, each with what the doctor says; null: it arrived. */
  made: (DeliveryTry & { diagnosis: Diagnosis | null })[];
}

/** One delivery with its tries. Refusal: delivery_not_found (another merchant's, too). */
export async function getDelivery(which: {
  merchantId: string;
  deliveryId: string;
}): Promise<WatchedDelivery> {
  const found = await selectDelivery(which);
  if (!found) throw new Refusal('delivery_not_found', { deliveryId: which.deliveryId });
  const tries = await selectTries(which.deliveryId);
  const made = tries.map((each) => ({ ...each, diagnosis: diagnoseTry(each, found.url) }));
  return { ...found, made };
}
