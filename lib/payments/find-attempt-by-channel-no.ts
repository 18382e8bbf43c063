import type { PaymentChannel } from '@/lib/channels/port';
import { readOrder } from '@/lib/orders/read-order';
import { selectAttemptByChannelNo } from './store';

/** The attempt behind a number that a channel quotes, and the page its shopper belongs to. */
export async function findAttemptByChannelNo(
  channel: PaymentChannel,
  channelOrderNo: string,
): Promise<{ id: string; orderId: string; payToken: string } | undefined> {
  const attempt = await selectAttemptByChannelNo(channel, channelOrderNo);
  if (!attempt) return undefined;
  const { payToken } = await readOrder(attempt.orderId);
  return { id: attempt.id, orderId: attempt.orderId, payToken };
}
