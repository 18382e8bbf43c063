import { findAccount } from '@/lib/customers/find-account';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import type { getMerchant } from '@/lib/merchants/get-merchant';
import { announcesPromotions, type HostFacts } from '@/lib/methods/quickpass-surface';
import { type MethodFacts, type Offer, rankMethods } from '@/lib/methods/rank-methods';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { getQuota } from '@/lib/persons/get-quota';
import { cardRoute, surfaceHere } from './channel-rules';
import { type ChannelFacts, findChannelFacts } from './find-channel-facts';
import { selectLastUsed } from './store';

type Merchant = Awaited<ReturnType<typeof getMerchant>>;

/** Every way to pay this order, here and now, the best one first. */
export async function findOffers(
  order: Order,
  merchant: Merchant,
  { userId, host }: { userId: string | null; host: HostFacts },
): Promise<Offer[]> {
  const { merchantId } = order;
  const [account, channels] = await Promise.all([
    findAccount({ merchantId, reference: order.customerReference, userId }),
    findChannelFacts({ merchantId }),
  ]);
  const surface = surfaceHere(channels, host);
  const card = cardFacts(channels, order, userId);
  const facts: MethodFacts = {
    amount: order.amount,
    merchant,
    quickpass: { surface, promotions: announcesPromotions(surface, host) },
    ...(card ? { card } : {}),
  };
  if (account) {
    const owner = account.customerId;
    const [ledger, quota] = await Promise.all([
      findLedgerAccount({ subject: 'customer_balance', owner }),
      account.proved ? getQuota(account) : undefined,
    ]);
    facts.account = {
      proved: account.proved,
      balance: ledger?.available ?? cny(0n),
      frozen: ledger?.state === 'frozen',
      ...(quota ? { quota } : {}),
      passwordSet: account.passwordSet,
      ...(account.passwordLockedUntil ? { passwordLockedUntil: account.passwordLockedUntil } : {}),
    };
    const lastUsed = account.proved ? await selectLastUsed(owner) : undefined;
    if (lastUsed) facts.lastUsed = lastUsed;
  }
  return rankMethods(facts);
}

/** Would any channel take a card for this amount? Nothing where no contract covers cards at all. */
function cardFacts(
  channels: ChannelFacts,
  { amount }: Order,
  userId: string | null,
): MethodFacts['card'] {
  const { chosen, ranking } = cardRoute(channels, { amount });
  const covered = ranking.filter(
    ({ reason }) => reason !== 'no_contract' && reason !== 'not_permitted',
  );
  if (covered.length === 0) return undefined;
  const outOfRange = covered.every(
    ({ reason }) => reason === 'below_least' || reason === 'above_most',
  );
  const closed = outOfRange ? 'amount_out_of_range' : 'channel_unavailable';
  return { signedIn: userId !== null, open: chosen ? 'yes' : closed };
}
