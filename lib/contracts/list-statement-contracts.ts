import type { ChannelContract } from '@/lib/channels/port';
import type { ContractChannel } from './contract';
import { environmentContract, termsOf } from './environment';
import { selectRecentContracts } from './store';

/** One of our numbers at a channel, under which it writes its files. */
export interface StatementContract {
  channelContract: ChannelContract;
  /** Every contract that runs under this number; null is the environment's. */
  contractIds: (string | null)[];
}

/**
 * Our numbers at a channel: the environment's, and those of contracts that are live or ended so few
 * days ago that their last files may still be missing.
 */
export async function listStatementContracts({
  channel,
  days,
}: {
  channel: ContractChannel;
  days: number;
}): Promise<StatementContract[]> {
  const recent = await selectRecentContracts(channel, days);
  const byNumber = new Map<string, StatementContract>();
  for (const contract of [environmentContract(channel), ...recent]) {
    const channelContract = termsOf(contract);
    const { contractIds = [] } = byNumber.get(channelContract.merchantNo) ?? {};
    byNumber.set(channelContract.merchantNo, {
      channelContract,
      contractIds: [...contractIds, contract.id],
    });
  }
  return [...byNumber.values()];
}
