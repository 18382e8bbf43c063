import type { RefundRequest } from '@/lib/channels/port';
import { adapterOf, isRemoteChannel, type RemoteChannel } from '@/lib/channels/registry';
import { getContract } from '@/lib/contracts/get-contract';
import { assert, present } from '@/lib/core/assert';
import { findPhonePayment } from '@/lib/payments/find-phone-payment';
import { readAttempt } from '@/lib/payments/read-attempt';
import type { Refund } from './refund';
import { originalOf } from './rules';

/** What every call to the channel about this refund says: the same on every repeat. */
export async function refundCall(refund: Refund): Promise<{
  channel: RemoteChannel;
  adapter: ReturnType<typeof adapterOf>;
  call: Omit<RefundRequest, 'noticeUrl'>;
  /** The channel's own number of the refund, for questions about it. */
  known: { channelRef?: string };
}> {
  const { channel, route: kind, channelOrderNo, amount } = refund;
  const requestedAt = refund.sentAt ?? refund.requestedAt;
  assert(
    isRemoteChannel(channel) && (kind === 'undo' || kind === 'refund'),
    `${refund.id} goes through no channel`,
  );
  const attempt = await readAttempt(refund.attemptId);
  const contract = await getContract(attempt.contractId, channel);
  const channelRef = present(attempt.channelRef, `the channel's number of ${attempt.id}`);
  return {
    channel,
    adapter: adapterOf(channel),
    call: {
      channelOrderNo,
      kind,
      contract: contract.channelContract,
      requestedAt,
      amount,
      original: originalOf(attempt, channelRef, await findPhonePayment(attempt.id)),
    },
    known: refund.channelRef ? { channelRef: refund.channelRef } : {},
  };
}
