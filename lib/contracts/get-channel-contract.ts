import type { ChannelContract } from '@/lib/channels/port';
import type { ContractChannel } from './contract';
import { termsOf } from './environment';
import { getContract } from './get-contract';

/** Under whose number, and who stood between: of a contract, ended or not; null is the environment's. */
export const getChannelContract = async (
  contractId: string | null,
  channel: ContractChannel,
): Promise<ChannelContract> => termsOf(await getContract(contractId, channel));
