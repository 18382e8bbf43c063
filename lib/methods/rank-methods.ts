import type { BalanceContract } from '@/lib/merchants/merchant';
import type { Money } from '@/lib/money/money';
import type { Quota, QuotaRefusal } from '@/lib/persons/quota';
import { isQuotaRefusal, strengthNeeded } from '@/lib/persons/quota-rules';
import { combineOf, type RestMethod } from './combine';
import type { QuickPassSurface, SurfaceReason, WayOut } from './quickpass-surface';

export type MethodCode = 'balance' | 'quickpass' | 'card' | 'carrier';

/** Why a method cannot be used here and now; the page has words and, where there is one, a way out. */
export type OfferReason =
  | 'balance_not_opened' // nobody has set up a balance for this shopper at this merchant
  | 'balance_insufficient'
  | 'account_frozen'
  | QuotaRefusal
  | 'payment_password_unset'
  | 'payment_password_locked'
  /** `maintenance` is any channel's; the offer says until when. */
  | SurfaceReason
  /** Cards belong to somebody: who that is has to be known first. */
  | 'card_sign_in'
  | 'amount_out_of_range'
  /** Phone bills are charged on Android phones alone. */
  | 'carrier_android_only'
  /** No line has a price of this amount; the offer says which there are. */
  | 'carrier_amount';

export interface Offer {
  method: MethodCode;
  available: boolean;
  recommended: boolean;
  lastUsed: boolean;
  reason?: OfferReason;
  /** Shown only to the shopper who has proved who they are on this browser. */
  balance?: Money;
  quota?: OfferedQuota;
  lockedUntil?: Date;
  /** QuickPass: how it would be carried here, and whether UnionPay's promotions hold there. */
  surface?: QuickPassSurface;
  promotions?: boolean;
  wayOut?: WayOut;
  maintenanceUntil?: Date;
  /** It works still, and will not from then on. */
  maintenanceFrom?: Date;
  /** A balance that does not cover the amount: what it can pay, and what another way pays beside it. */
  combine?: {
    balance: Money;
    rest: Money;
    /** The ways that may pay the rest. */
    restBy: readonly RestMethod[];
    /** The balance's part takes a code by text message beside the password. */
    needsCode: boolean;
  };
  /** QuickPass and cards: what the contracts take at once. */
  range?: AmountRange;
  /** Phone bill: the dearest price, and all of them. */
  billable?: { most: Money | null; prices: readonly Money[] };
}

/** null: no such end is agreed. */
export interface AmountRange {
  least: Money | null;
  most: Money | null;
}

/** What the rules of payment accounts leave this shopper, and what they ask for this amount. */
export interface OfferedQuota {
  leftToday: Money;
  period: 'total' | 'year';
  leftInPeriod: Money;
  /** This amount takes a code by text message beside the password. */
  needsCode: boolean;
}

/** A time in which a channel takes nothing: the end of one that has begun, the start of one that is near. */
export interface Maintenance {
  until?: Date;
  from?: Date;
}

export interface MethodFacts {
  amount: Money;
  /** Paying begins or renews a subscription: only a phone bill is charged again by itself. */
  periodic?: boolean;
  merchant: {
    balanceContract: BalanceContract;
    hiddenMethods: readonly string[];
    /** Those that the merchant has moved, in its order; the others follow in ours. */
    methodOrder?: readonly string[];
  };
  /** The balance account that the order's customer claim or the signed-in shopper points to. */
  account?: {
    /** The shopper is signed in on this browser as the account's owner. */
    proved: boolean;
    /** What can be paid with: holds are taken off. */
    balance: Money;
    frozen: boolean;
    /** Read for the proved owner only. */
    quota?: Quota;
    passwordSet: boolean;
    passwordLockedUntil?: Date;
  };
  quickpass: {
    surface: QuickPassSurface;
    promotions: boolean;
    /** Not so where the contract takes no such amount, or nothing at this hour. */
    open?: 'yes' | 'channel_unavailable' | 'amount_out_of_range';
    range?: AmountRange;
  };
  /** What is planned: a way in maintenance now has `until`, one that soon will be has `from`. */
  maintenance?: Partial<Record<MethodCode, Maintenance>>;
  /** Bound cards: absent where no channel takes them under the merchant's contracts. */
  card?: {
    signedIn: boolean;
    /** Some channel takes a card now; `amount`: none takes this amount. */
    open: 'yes' | 'channel_unavailable' | 'amount_out_of_range';
    /** Of all channels that take cards together. */
    range?: AmountRange;
  };
  /** Phone bill: absent for physical goods, and where no contract or no line covers it. */
  carrier?: {
    android: boolean;
    /** A PC's shopper may have the right phone beside it. */
    screen: 'pc' | 'mobile';
    open: 'yes' | 'channel_unavailable' | 'amount_out_of_range';
    most: Money | null;
    prices: readonly Money[];
  };
  /** What takes the amount that a balance would leave, as far as its contract goes. */
  takesRest?: readonly RestMethod[];
  lastUsed?: MethodCode;
}

export const PRIORITY: readonly MethodCode[] = ['balance', 'quickpass', 'card', 'carrier'];

/** The product's order, with what the merchant has moved before the rest. */
export function methodsInOrder(moved: readonly string[] = []): MethodCode[] {
  const first = moved.flatMap((code) => PRIORITY.find((method) => method === code) ?? []);
  return [...new Set([...first, ...PRIORITY])];
}

/**
 * Facts in, ordered offers with reasons out: usable methods by the merchant's order and ours, then those
 * that cannot be used, with why. A method outside the merchant's contract, or hidden by the
 * merchant, is not offered at all.
 */
export function rankMethods(facts: MethodFacts): Offer[] {
  const ways = methodsInOrder(facts.merchant.methodOrder);
  const offers = ways
    .filter((method) => isContracted(method, facts))
    .map((method) => {
      const { until, from } = facts.maintenance?.[method] ?? {};
      // Said before anything else: what the shopper could do about the rest would help nothing.
      const reason = until ? 'maintenance' : REASONS[method](facts);
      return {
        method,
        available: reason === undefined,
        recommended: false,
        lastUsed: facts.lastUsed === method,
        ...(reason ? { reason } : {}),
        ...(method === 'balance' ? balanceDetail(facts) : {}),
        ...(method === 'quickpass' ? quickpassDetail(facts, reason) : {}),
        ...(method === 'card' ? rangeDetail(facts.card) : {}),
        ...(method === 'carrier' ? carrierDetail(facts, reason) : {}),
        ...(until ? { maintenanceUntil: until } : {}),
        ...(from && reason === undefined ? { maintenanceFrom: from } : {}),
      } satisfies Offer;
    });
  const open = offers.filter(({ available }) => available).map(({ method }) => method);
  const combine = combineOf(facts, open);
  const combined = offers.map((offer) =>
    offer.method === 'balance' && combine ? { ...offer, combine } : offer,
  );
  const ranked = [...combined.filter((o) => o.available), ...combined.filter((o) => !o.available)];
  return ranked.map((offer, place) => ({ ...offer, recommended: place === 0 && offer.available }));
}

const isContracted = (method: MethodCode, facts: MethodFacts): boolean =>
  !facts.merchant.hiddenMethods.includes(method) &&
  (method === 'carrier' || !facts.periodic) &&
  (method !== 'balance' || facts.merchant.balanceContract !== 'none') &&
  (method !== 'card' || facts.card !== undefined) &&
  (method !== 'carrier' || facts.carrier !== undefined);

function balanceReason({ account, amount }: MethodFacts): OfferReason | undefined {
  if (!account) return 'balance_not_opened';
  if (!account.passwordSet) return 'payment_password_unset';
  if (account.passwordLockedUntil) return 'payment_password_locked';
  // Whether a stranger's balance would do is nobody's business until they prove who they are.
  if (!account.proved) return undefined;
  if (account.frozen) return 'account_frozen';
  if (account.balance.amountMinor < amount.amountMinor) return 'balance_insufficient';
  return account.quota && limitInTheWay(account.quota, amount);
}

function limitInTheWay(quota: Quota, amount: Money): QuotaRefusal | undefined {
  const needed = strengthNeeded(quota, amount);
  return isQuotaRefusal(needed) ? needed : undefined;
}

const REASONS: Record<MethodCode, (facts: MethodFacts) => OfferReason | undefined> = {
  balance: balanceReason,
  quickpass: ({ quickpass: { surface, open = 'yes' } }) => {
    if (surface.kind === 'unavailable') return surface.reason;
    return open === 'yes' ? undefined : open;
  },
  card: ({ card }) => {
    if (!card) return 'channel_unavailable';
    if (card.open !== 'yes') return card.open;
    return card.signedIn ? undefined : 'card_sign_in';
  },
  carrier: ({ carrier }) => {
    // What the shopper can change by another device comes last: it is said only where it would help.
    if (!carrier || carrier.open === 'channel_unavailable') return 'channel_unavailable';
    if (carrier.open === 'amount_out_of_range') return 'carrier_amount';
    return carrier.android ? undefined : 'carrier_android_only';
  },
};

const carrierDetail = ({ carrier }: MethodFacts, reason?: OfferReason): Partial<Offer> => ({
  ...(carrier ? { billable: { most: carrier.most, prices: carrier.prices } } : {}),
  ...(carrier?.screen === 'pc' && reason === 'carrier_android_only'
    ? { wayOut: 'use_phone' as const }
    : {}),
});

const quickpassDetail = ({ quickpass }: MethodFacts, reason?: OfferReason): Partial<Offer> => ({
  surface: quickpass.surface,
  promotions: quickpass.promotions,
  ...rangeDetail(quickpass),
  ...(quickpass.surface.kind === 'unavailable' && reason === quickpass.surface.reason
    ? { wayOut: quickpass.surface.wayOut }
    : {}),
});

const rangeDetail = (way?: { range?: AmountRange }): Partial<Offer> =>
  way?.range ? { range: way.range } : {};

const balanceDetail = ({ account, amount }: MethodFacts): Partial<Offer> => ({
  ...(account?.proved ? { balance: account.balance } : {}),
  ...(account?.proved && account.quota ? { quota: offeredQuota(account.quota, amount) } : {}),
  ...(account?.passwordLockedUntil ? { lockedUntil: account.passwordLockedUntil } : {}),
});

const offeredQuota = (quota: Quota, amount: Money): OfferedQuota => ({
  leftToday: quota.day.leftTwoFactors,
  period: quota.period.kind,
  leftInPeriod: quota.period.left,
  needsCode: strengthNeeded(quota, amount) === 'password_and_code',
});
