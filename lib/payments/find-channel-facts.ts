import { findChannelCondition } from '@/lib/channel-health/find-channel-condition';
import type { ChannelHealth } from '@/lib/channel-health/health';
import type { Maintenance } from '@/lib/channel-health/maintenance';
import { CONTRACT_CHANNELS, type Contract, type ContractChannel } from '@/lib/contracts/contract';
import { findContracts } from '@/lib/contracts/find-contracts';
import { databaseNow } from '@/lib/core/clock';

/** What decides which channel carries a merchant's payment, read once for all who ask. */
export interface ChannelFacts {
  now: Date;
  health: readonly ChannelHealth[];
  /** What the channels have said beforehand about now and the next half hour. */
  maintenance: Partial<Record<ContractChannel, Maintenance>>;
  /** undefined where the channel may not be used. */
  contracts: Record<ContractChannel, Contract | undefined>;
}

/** Under which contracts a merchant's payments run now, and how the channels are doing. */
export async function findChannelFacts({
  merchantId,
  now: given,
}: {
  merchantId: string;
  /** The database's clock, where it has just been read. */
  now?: Date;
}): Promise<ChannelFacts> {
  const [now, condition, contracts] = await Promise.all([
    given ?? databaseNow(),
    findChannelCondition(),
    findContracts({ merchantId, channels: CONTRACT_CHANNELS }),
  ]);
  const of = (channel: ContractChannel) => contracts.find((one) => one.channel === channel);
  return {
    now,
    ...condition,
    contracts: { unionpay: of('unionpay'), netsunion: of('netsunion'), carrier: of('carrier') },
  };
}
