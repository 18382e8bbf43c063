import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { ContractChannel } from './contract';
import { environmentContract, termsOf } from './environment';
import type { ListedContract } from './listed-contract';
import { selectOwnContract, selectOwnContracts } from './terms-store';

/**
 * What holds at a channel now: `shared` for all merchants that have no contract of their own (the
 * institution's, else the environment's), and those that have one, by merchant, page by page.
 * Refusal: not_permitted.
 */
export async function listContracts({
  channel,
  after,
  limit = 50,
  by,
}: {
  channel: ContractChannel;
  after?: string;
  limit?: number;
  by: StaffActor;
}): Promise<{ shared: ListedContract; own: ListedContract[]; next: string | null }> {
  requireMay(by, 'channel.read');
  const [shared, found] = await Promise.all([
    selectOwnContract(channel, null),
    selectOwnContracts(channel, { after, limit: limit + 1 }),
  ]);
  const own = found.slice(0, limit);
  return {
    shared: shared ?? environmentListed(channel),
    own,
    next: found.length > limit ? (own.at(-1)?.merchantId ?? null) : null,
  };
}

function environmentListed(channel: ContractChannel): ListedContract {
  const contract = environmentContract(channel);
  return { ...contract, channelContract: termsOf(contract), merchantId: null, since: null };
}
