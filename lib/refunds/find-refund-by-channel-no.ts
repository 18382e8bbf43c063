import type { RemoteChannel } from '@/lib/channels/registry';
import type { RefundState } from './states';
import { selectRefundByChannelNo } from './store';

/** The refund behind a number that a channel quotes. */
export async function findRefundByChannelNo(
  channel: RemoteChannel,
  channelOrderNo: string,
): Promise<{ id: string; orderId: string; state: RefundState } | undefined> {
  const refund = await selectRefundByChannelNo(channel, channelOrderNo);
  return refund && { id: refund.id, orderId: refund.orderId, state: refund.state };
}
