import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { browserHash } from './browser-hash';
import { findOrderByToken } from './find-order-by-token';
import { upsertScan } from './scan-store';

/**
 * Writes down that this phone has come by the code on another screen; nothing within two seconds of another
 * scan, and no more than the order's last few phones. Refuses order_not_found.
 */
export async function noteScan({
  token,
  device,
}: {
  token: string;
  device: string;
}): Promise<void> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  const scan = { orderId: order.id, deviceHash: browserHash(device) };
  await inTransaction((tx) => upsertScan(tx, scan));
}
