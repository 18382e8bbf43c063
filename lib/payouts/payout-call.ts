import type { PayoutPort, PayoutQuery } from '@/lib/channels/payout-port';
import { payoutPortOf } from '@/lib/channels/registry';
import { getContract } from '@/lib/contracts/get-contract';
import type { Payout } from './payout';

/** Whom to call about this payout, and what every call says: the same on every repeat. */
export async function payoutCall(
  payout: Payout,
): Promise<{ port: PayoutPort; call: Omit<PayoutQuery, 'askedAt'> }> {
  const { channel, channelOrderNo, amount, requestedAt } = payout;
  const contract = channel === 'bank' ? undefined : await getContract(payout.contractId, channel);
  return {
    port: payoutPortOf(channel),
    call: { channelOrderNo, amount, requestedAt, contract: contract?.channelContract },
  };
}
