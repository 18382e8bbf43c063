import type { ChannelHealth } from '@/lib/channel-health/health';
import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { CONTRACT_CHANNELS, type Contract, type ContractChannel } from '@/lib/contracts/contract';
import { findContract } from '@/lib/contracts/find-contract';
import { databaseNow } from '@/lib/core/clock';

/** What decides which channel carries a merchant's payment, read once for all who ask. */
export interface ChannelFacts {
  now: Date;
  health: readonly ChannelHealth[];
  /** undefined where the channel may not be used. */
  contracts: Record<ContractChannel, Contract | undefined>;
}

/** Under which contracts a merchant's payments run now, and how the channels are doing. */
export async function findChannelFacts({
  merchantId,
}: {
  merchantId: string;
}): Promise<ChannelFacts> {
  const [now, health, ...contracts] = await Promise.all([
    databaseNow(),
    listChannelHealth(),
    ...CONTRACT_CHANNELS.map((channel) => findContract({ merchantId, channel })),
  ]);
  const of = (channel: ContractChannel) => contracts.find((one) => one?.channel === channel);
  return { now, health, contracts: { unionpay: of('unionpay'), netsunion: of('netsunion') } };
}
