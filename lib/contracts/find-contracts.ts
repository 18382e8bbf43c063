import { isChannelConfigured } from '@/lib/channels/registry';
import { railsAreReal } from '@/lib/core/real-rails';
import type { Contract, ContractChannel } from './contract';
import { environmentContract, withCertificate } from './environment';
import { selectLiveContracts } from './store';

/**
 * Under what terms a merchant's new payments run on channels: its own contract, else the institution's,
 * else what the environment says. A channel that is not set up here has none, nor has a test merchant where the
 * channels move real money.
 */
export async function findContracts({
  merchantId,
  channels,
}: {
  merchantId: string;
  channels: readonly ContractChannel[];
}): Promise<Contract[]> {
  const configured = channels.filter(isChannelConfigured);
  if (configured.length === 0) return [];
  const live = await selectLiveContracts(configured, { merchantId, liveOnly: railsAreReal() });
  return live.map(({ channel, contract = environmentContract(channel), pem }) =>
    withCertificate(contract, pem),
  );
}
