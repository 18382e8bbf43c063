import type { Instrument, PayRequest } from '@/lib/channels/port';
import { channelNoticeUrl, channelReturnUrl, type RemoteChannel } from '@/lib/channels/registry';
import type { Contract } from '@/lib/contracts/contract';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';

/** What an adapter is asked to pay: from what was committed alone, so that a repeat is the same request. */
export const payRequestOf = (
  attempt: Attempt,
  carried: { order: Order; channel: RemoteChannel; contract: Contract; instrument: Instrument },
): PayRequest => ({
  channelOrderNo: attempt.channelOrderNo,
  instrument: carried.instrument,
  ...(carried.contract.channelContract ? { contract: carried.contract.channelContract } : {}),
  amount: attempt.amount,
  requestedAt: attempt.requestedAt,
  payableUntil: attempt.payableUntil,
  subject: carried.order.subject,
  host: attempt.host,
  noticeUrl: channelNoticeUrl(carried.channel),
  returnUrl: channelReturnUrl(carried.channel),
});
