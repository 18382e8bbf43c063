import type { Contract, ContractChannel } from './contract';
import { findContracts } from './find-contracts';

/** The one of that channel; undefined where the channel is not set up here. */
export async function findContract({
  merchantId,
  channel,
}: {
  merchantId: string;
  channel: ContractChannel;
}): Promise<Contract | undefined> {
  const [contract] = await findContracts({ merchantId, channels: [channel] });
  return contract;
}
