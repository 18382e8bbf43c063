import { cny, type Money } from '@/lib/money/money';
import type { AccountClass, CountedQuota, Quota, QuotaRefusal, Strength } from './quota';

/** 非银行支付机构网络支付业务管理办法, article 11: class I in all, II and III within a year. */
const PERIOD_LIMIT: Record<AccountClass, { kind: 'total' | 'year'; limit: Money }> = {
  I: { kind: 'total', limit: cny(100_000n) },
  II: { kind: 'year', limit: cny(10_000_000n) },
  III: { kind: 'year', limit: cny(20_000_000n) },
};

// Article 24: what a day's payments may come to, by how they are confirmed.
const ONE_FACTOR = cny(100_000n);
const TWO_FACTORS = cny(500_000n);
const DAY_LIMIT: Record<Strength, Money | null> = {
  password: ONE_FACTOR,
  password_and_code: TWO_FACTORS,
  certified: null,
};

/**
 * The account class that the verifications make. Whoever nobody has verified is held to the limits
 * of class I.
 */
export function classOf(verified: { sources: number; faceToFace: boolean }): AccountClass {
  if (verified.faceToFace || verified.sources >= 5) return 'III';
  return verified.sources >= 3 ? 'II' : 'I';
}

export interface Used {
  total: Money;
  year: Money;
  day: Money;
}

/** What is left to a payer of that class who has used up that much. */
export function quotaLeft(payer: { payerId: string; class: AccountClass; used: Used }): Quota {
  const { kind, limit } = PERIOD_LIMIT[payer.class];
  const { day } = payer.used;
  const used = kind === 'total' ? payer.used.total : payer.used.year;
  return {
    payerId: payer.payerId,
    class: payer.class,
    period: { kind, limit, used, left: rest(limit, used) },
    day: {
      used: day,
      leftOneFactor: rest(ONE_FACTOR, day),
      leftTwoFactors: rest(TWO_FACTORS, day),
    },
  };
}

/** Never below nothing: counters that were merged may be past a limit already. */
const rest = (limit: Money, used: Money): Money =>
  cny(limit.amountMinor > used.amountMinor ? limit.amountMinor - used.amountMinor : 0n);

/**
 * How a payment of that amount has to be confirmed on our page, or why it cannot be: the class limit
 * is said first, since a code would not help against it.
 */
export function strengthNeeded(
  { period, day }: Pick<Quota, 'period' | 'day'>,
  { amountMinor }: Money,
): Exclude<Strength, 'certified'> | QuotaRefusal {
  if (amountMinor > period.left.amountMinor) return 'class_limit_exceeded';
  if (amountMinor > day.leftTwoFactors.amountMinor) return 'day_limit_exceeded';
  return amountMinor > day.leftOneFactor.amountMinor ? 'password_and_code' : 'password';
}

export const isQuotaRefusal = (code: string): code is QuotaRefusal =>
  code === 'day_limit_exceeded' || code === 'class_limit_exceeded';

/** How much would still have been possible where a limit refused. */
export const leftUnder = (limit: QuotaRefusal, { period, day }: Quota): Money =>
  limit === 'class_limit_exceeded' ? period.left : day.leftTwoFactors;

type Payer = Pick<Quota, 'payerId' | 'class'>;

/** A payment as it is counted. */
export const quotaOf = (
  payer: Payer,
  { amount, strength }: { amount: Money; strength: Strength },
): CountedQuota => ({
  ...periodOf(payer, amount),
  dayLimitMinor: DAY_LIMIT[strength]?.amountMinor.toString() ?? null,
});

/**
 * A transfer to the payer's own bank account as it is counted: in class I towards the total, in II
 * and III not at all.
 */
export const withdrawalQuotaOf = (payer: Payer, amount: Money): CountedQuota | undefined =>
  payer.class === 'I'
    ? { ...periodOf(payer, amount), dayLimitMinor: null, sameName: true }
    : undefined;

function periodOf(payer: Payer, amount: Money) {
  const { kind, limit } = PERIOD_LIMIT[payer.class];
  return {
    payerId: payer.payerId,
    amountMinor: amount.amountMinor.toString(),
    periodKind: kind,
    periodLimitMinor: limit.amountMinor.toString(),
  };
}
