import { findAccount } from '@/lib/customers/find-account';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import type { getMerchant } from '@/lib/merchants/get-merchant';
import { balancePart, type RestMethod, restOf } from '@/lib/methods/combine';
import {
  announcesPromotions,
  type HostFacts,
  type QuickPassSurface,
} from '@/lib/methods/quickpass-surface';
import { type MethodFacts, type Offer, rankMethods } from '@/lib/methods/rank-methods';
import { cny, type Money } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { getQuota } from '@/lib/persons/get-quota';
import type { Route } from '@/lib/routing/route';
import { cardRoute, quickpassRoute, rangeOf, surfaceHere } from './channel-rules';
import { findCarrierFacts } from './find-carrier-facts';
import { type ChannelFacts, findChannelFacts } from './find-channel-facts';
import { maintenanceOf } from './maintenance-rules';
import { selectLastUsed } from './store';

type Merchant = Awaited<ReturnType<typeof getMerchant>>;

/** Every way to pay this order, here and now, the best one first. */
export async function findOffers(
  order: Order,
  merchant: Merchant,
  { userId, host, now }: { userId: string | null; host: HostFacts; now: Date },
): Promise<Offer[]> {
  const { merchantId } = order;
  const [account, channels] = await Promise.all([
    findAccount({ merchantId, reference: order.customerReference, userId }),
    findChannelFacts({ merchantId, now }),
  ]);
  const surface = surfaceHere(channels, host);
  const cards = cardRoute(channels, { amount: order.amount });
  const card = cardFacts(cards, channels, userId);
  const carrier = await findCarrierFacts(channels, order, host);
  const facts: MethodFacts = {
    amount: order.amount,
    periodic: order.subscriptionPeriod !== null,
    merchant,
    quickpass: {
      surface,
      promotions: announcesPromotions(surface, host),
      ...rangeOf([channels.contracts.unionpay]),
      ...(surface.kind === 'unavailable'
        ? {}
        : { open: openBy(quickpassRoute(channels, { amount: order.amount, surface })) }),
    },
    maintenance: maintenanceOf(channels, { card: cards }),
    ...(card ? { card } : {}),
    ...(carrier ? { carrier } : {}),
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
    const part = quota && balancePart(order.amount, { balance: facts.account.balance, quota });
    if (part) facts.takesRest = takersOf(channels, surface, restOf(order.amount, part));
    const lastUsed = account.proved ? await selectLastUsed(owner) : undefined;
    if (lastUsed) facts.lastUsed = lastUsed;
  }
  return rankMethods(facts);
}

/** What would carry that amount, whoever pays the other part. */
function takersOf(channels: ChannelFacts, surface: QuickPassSurface, rest: Money): RestMethod[] {
  const quickpass =
    surface.kind !== 'unavailable' && quickpassRoute(channels, { amount: rest, surface }).chosen;
  const card = cardRoute(channels, { amount: rest }).chosen;
  return [...(quickpass ? ['quickpass' as const] : []), ...(card ? ['card' as const] : [])];
}

/** Would any channel take a card for this amount? Nothing where no contract covers cards at all. */
function cardFacts(
  { chosen, ranking }: Route,
  { contracts }: ChannelFacts,
  userId: string | null,
): MethodFacts['card'] {
  const covered = ranking.filter(
    ({ reason }) => reason !== 'no_contract' && reason !== 'not_permitted',
  );
  if (covered.length === 0) return undefined;
  const range = rangeOf(covered.map(({ channel }) => contracts[channel]));
  return { signedIn: userId !== null, open: openBy({ chosen, ranking: covered }), ...range };
}

/** What a shopper is told of a route: that there is one, or what is in the way of all channels. */
function openBy({ chosen, ranking }: Pick<Route, 'chosen' | 'ranking'>) {
  if (chosen) return 'yes';
  const outOfRange = ranking.every(
    ({ reason }) => reason === 'below_least' || reason === 'above_most',
  );
  return outOfRange ? 'amount_out_of_range' : 'channel_unavailable';
}
