import type { AgreementPort } from '@/lib/channels/agreement-port';
import type { ChannelContract } from '@/lib/channels/port';
import { adapterOf, type RemoteChannel } from '@/lib/channels/registry';
import { isCardChannel } from '@/lib/contracts/contract';
import { findContract } from '@/lib/contracts/find-contract';
import { getContract } from '@/lib/contracts/get-contract';
import { missingForCards } from '@/lib/contracts/rules';
import { present } from '@/lib/core/assert';
import type { ChannelAgreement } from './agreement';

/** Every channel that signs cards, in the order that is tried unless the caller knows a better one. */
export const SIGNING_CHANNELS: readonly RemoteChannel[] = ['unionpay', 'netsunion'];

/** A channel on which this merchant's cards may be signed now. */
export interface SigningTerms {
  channel: RemoteChannel;
  contractId: string | null;
  /** Without a code, for cards that were verified elsewhere. */
  silently: boolean;
}

/** undefined where the contract or the channel does not sign cards. */
export async function termsOf(
  merchantId: string,
  channel: RemoteChannel,
): Promise<SigningTerms | undefined> {
  if (!isCardChannel(channel)) return undefined;
  const contract = await findContract({ merchantId, channel });
  if (!contract) return undefined;
  const { agreements } = adapterOf(channel);
  const { permissions } = contract;
  if (!agreements || missingForCards({ channel, permissions })) return undefined;
  const silently = agreements.signsSilently && contract.permissions.includes('silent_signing');
  return { channel, contractId: contract.id, silently };
}

/** Those of the channels on which this merchant's cards may be signed, in the same order. */
export async function permittedOf(
  merchantId: string,
  channels: readonly RemoteChannel[],
): Promise<SigningTerms[]> {
  const all = await Promise.all(channels.map((channel) => termsOf(merchantId, channel)));
  return all.filter((terms) => terms !== undefined);
}

/** The channel's port, and the contract that this signing runs under for good. */
export async function portOf(
  row: Pick<ChannelAgreement, 'channel' | 'contractId'>,
): Promise<{ port: AgreementPort; contract: { contract?: ChannelContract } }> {
  const { channelContract } = await getContract(row.contractId, row.channel);
  return {
    port: signingPort(row.channel),
    contract: channelContract ? { contract: channelContract } : {},
  };
}

export const signingPort = (channel: RemoteChannel): AgreementPort =>
  present(adapterOf(channel).agreements, `the agreements of ${channel}`);
