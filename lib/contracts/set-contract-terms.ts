import { Refusal } from '@/lib/core/errors';
import { requireMay } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { ContractChannel } from './contract';
import { environmentContract, termsOf } from './environment';
import { readTerms } from './read-terms';
import { type Agreed, replaceContract } from './replace-contract';
import { type ContractTerms, termsSchemaOf } from './schema';
import { lockContracts, selectOwnContract, selectParty } from './terms-store';

/**
 * Agrees other terms under the same number at the channel: a new contract with them, and the one
 * before (null: the environment's) ends. Answers the new one's id. Refusals: not_permitted, not_found,
 * invalid_request, and state_conflict when it is no longer the one that holds.
 */
export async function setContractTerms({
  channel,
  contractId,
  terms,
  ...agreed
}: Agreed & {
  channel: ContractChannel;
  contractId: string | null;
  terms: ContractTerms;
}): Promise<string> {
  requireMay(agreed.by, 'contract.change');
  const parsed = readTerms(termsSchemaOf(channel), terms);
  return inTransaction(async (tx) => {
    const party = contractId ? await selectParty(tx, contractId, channel) : { merchantId: null };
    if (!party) throw new Refusal('not_found', { channel });
    await lockContracts(tx, channel, party.merchantId);
    const live = await selectOwnContract(channel, party.merchantId, tx);
    if ((live?.id ?? null) !== contractId) throw new Refusal('state_conflict', { channel });
    return replaceContract(tx, {
      ...agreed,
      ...party,
      channel,
      live: contractId,
      channelContract: termsOf(live ?? environmentContract(channel)),
      terms: parsed,
    });
  });
}
