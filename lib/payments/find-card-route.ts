import type { Agreement, ChannelAgreement } from '@/lib/agreements/agreement';
import { listChannelAgreements } from '@/lib/agreements/list-channel-agreements';
import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { healthOf } from '@/lib/channel-health/rules';
import { CONTRACT_CHANNELS, type ContractChannel } from '@/lib/contracts/contract';
import { findContract } from '@/lib/contracts/find-contract';
import { missingForCards } from '@/lib/contracts/rules';
import { databaseNow } from '@/lib/core/clock';
import type { Money } from '@/lib/money/money';
import { chooseChannel } from '@/lib/routing/choose-channel';
import type { Candidate, Route } from '@/lib/routing/route';
import { termsOf } from './routing-facts';

/**
 * Which channel carries a payment by bound card. Without a card it says whether any channel would
 * take such an amount at all.
 */
export async function findCardRoute({
  merchantId,
  amount,
  agreement,
  exclude = [],
}: {
  merchantId: string;
  amount: Money;
  agreement?: Pick<Agreement, 'id' | 'cardType'>;
  exclude?: readonly ContractChannel[];
}): Promise<Route> {
  const [now, health, signed] = await Promise.all([
    databaseNow(),
    listChannelHealth(),
    agreement ? listChannelAgreements(agreement.id) : [],
  ]);
  const candidates = CONTRACT_CHANNELS.map(async (channel): Promise<Candidate> => {
    const contract = await findContract({ merchantId, channel });
    const here = signed.filter((one) => one.channel === channel);
    return {
      channel,
      contract: contract ? termsOf(contract) : null,
      needs: (contract && missingForCards(contract)) ?? null,
      supportsCard: !refusedTheCard(here),
      agreement: here.some(({ state }) => state === 'active') ? 'active' : 'none',
      health: healthOf(health, { channel, operation: 'pay' }),
    };
  });
  const cardType = agreement?.cardType ?? null;
  return chooseChannel({
    amount,
    cardType,
    now,
    candidates: await Promise.all(candidates),
    exclude,
  });
}

/** The channel has said about this very card that it does not take it, and nothing else since. */
function refusedTheCard(here: readonly ChannelAgreement[]): boolean {
  const newest = here.at(-1);
  return newest?.state === 'failed' && newest.failureReason === 'card_unsupported';
}
