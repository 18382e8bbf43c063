import type { ChannelContract } from '@/lib/channels/port';
import { Refusal } from '@/lib/core/errors';
import { requireMay } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import type { ContractChannel } from './contract';
import { readTerms } from './read-terms';
import { type Agreed, replaceContract } from './replace-contract';
import { type ContractTerms, channelContractSchemaOf, termsSchemaOf } from './schema';
import { lockContracts, selectOwnContract } from './terms-store';

/**
 * Agrees under whose number and under what terms a merchant's payments (null: those of all merchants
 * without a contract of their own) run on a channel from now on. The contract before ends; what ran
 * under it stays with it. Answers the new one's id. Refusals: not_permitted, merchant_not_found, invalid_request.
 */
export async function setContract({
  channel,
  merchantId,
  channelContract,
  terms,
  ...agreed
}: Agreed & {
  channel: ContractChannel;
  merchantId: string | null;
  channelContract: ChannelContract;
  terms: ContractTerms;
}): Promise<string> {
  requireMay(agreed.by, 'contract.change');
  const contract = {
    channel,
    merchantId,
    channelContract: readTerms(channelContractSchemaOf(channel), channelContract),
    terms: readTerms(termsSchemaOf(channel), terms),
  };
  // Merchants are never deleted, so it may be asked before the transaction.
  if (merchantId !== null && !(await listMerchantNames([merchantId])).has(merchantId)) {
    throw new Refusal('merchant_not_found', { merchantId });
  }
  return inTransaction(async (tx) => {
    await lockContracts(tx, channel, merchantId);
    const live = await selectOwnContract(channel, merchantId, tx);
    return replaceContract(tx, { ...contract, ...agreed, live: live?.id ?? null });
  });
}
