import { isChannelConfigured } from '@/lib/channels/registry';
import type { Contract, ContractChannel } from './contract';
import { environmentContract, withCertificate } from './environment';
import { selectLiveContract } from './store';

/**
 * Under what terms a merchant's new payments run on a channel: its own contract, else the
 * institution's, else what the environment says. undefined where the channel is not set up here.
 */
export async function findContract({
  merchantId,
  channel,
}: {
  merchantId: string;
  channel: ContractChannel;
}): Promise<Contract | undefined> {
  if (!isChannelConfigured(channel)) return undefined;
  const live = await selectLiveContract(channel, merchantId);
  return withCertificate(live ?? environmentContract(channel));
}
