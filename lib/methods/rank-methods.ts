import type { BalanceContract } from '@/lib/merchants/merchant';
import type { Money } from '@/lib/money/money';
import type { Quota, QuotaRefusal } from '@/lib/persons/quota';
import { isQuotaRefusal, strengthNeeded } from '@/lib/persons/quota-rules';
import type { QuickPassSurface, SurfaceReason, WayOut } from './quickpass-surface';

export type MethodCode = 'balance' | 'quickpass' | 'card';

/** Why a method cannot be used here and now; the page has words and, where there is one, a way out. */
export type OfferReason =
  | 'balance_not_opened' // nobody has set up a balance for this shopper at this merchant
  | 'balance_insufficient'
  | 'account_frozen'
  | QuotaRefusal
  | 'payment_password_unset'
  | 'payment_password_locked'
  | SurfaceReason
  /** Cards belong to somebody: who that is has to be known first. */
  | 'card_sign_in'
  | 'amount_out_of_range';

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
}

/** What the rules of payment accounts leave this shopper, and what they ask for this amount. */
export interface OfferedQuota {
  leftToday: Money;
  period: 'total' | 'year';
  leftInPeriod: Money;
  /** This amount takes a code by text message beside the password. */
  needsCode: boolean;
}

export interface MethodFacts {
  amount: Money;
  merchant: { balanceContract: BalanceContract; hiddenMethods: readonly string[] };
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
  quickpass: { surface: QuickPassSurface; promotions: boolean };
  /** Bound cards: absent where no channel takes them under the merchant's contracts. */
  card?: {
    signedIn: boolean;
    /** Some channel takes a card now; `amount`: none takes this amount. */
    open: 'yes' | 'channel_unavailable' | 'amount_out_of_range';
  };
  lastUsed?: MethodCode;
}

const PRIORITY: readonly MethodCode[] = ['balance', 'quickpass', 'card'];

/**
 * Facts in, ordered offers with reasons out: usable methods by the product's priority, then those
 * that cannot be used, with why. A method outside the merchant's contract, or hidden by the
 * merchant, is not offered at all.
 */
export function rankMethods(facts: MethodFacts): Offer[] {
  const offers = PRIORITY.filter((method) => isContracted(method, facts)).map((method) => {
    const reason = REASONS[method](facts);
    return {
      method,
      available: reason === undefined,
      recommended: false,
      lastUsed: facts.lastUsed === method,
      ...(reason ? { reason } : {}),
      ...(method === 'balance' ? balanceDetail(facts) : {}),
      ...(method === 'quickpass' ? quickpassDetail(facts) : {}),
    } satisfies Offer;
  });
  const ranked = [...offers.filter((o) => o.available), ...offers.filter((o) => !o.available)];
  return ranked.map((offer, place) => ({ ...offer, recommended: place === 0 && offer.available }));
}

const isContracted = (method: MethodCode, { merchant, card }: MethodFacts): boolean =>
  !merchant.hiddenMethods.includes(method) &&
  (method !== 'balance' || merchant.balanceContract !== 'none') &&
  (method !== 'card' || card !== undefined);

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
  quickpass: ({ quickpass: { surface } }) =>
    surface.kind === 'unavailable' ? surface.reason : undefined,
  card: ({ card }) => {
    if (!card) return 'channel_unavailable';
    if (card.open !== 'yes') return card.open;
    return card.signedIn ? undefined : 'card_sign_in';
  },
};

const quickpassDetail = ({ quickpass: { surface, promotions } }: MethodFacts): Partial<Offer> => ({
  surface,
  promotions,
  ...(surface.kind === 'unavailable' ? { wayOut: surface.wayOut } : {}),
});

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
