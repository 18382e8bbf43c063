import { browserHash } from './browser-hash';
import { insertOpening } from './opening-store';

/** Writes down that a browser has opened an order's page: its first time, and the order's first few browsers. */
export const noteOpening = ({
  orderId,
  device,
}: {
  orderId: string;
  device: string;
}): Promise<void> => insertOpening({ orderId, deviceHash: browserHash(device) });
