import { cny, type Money } from '@/lib/money/money';
import type { Quota } from '@/lib/persons/quota';
import { strengthNeeded } from '@/lib/persons/quota-rules';
import type { MethodCode, MethodFacts, Offer } from './rank-methods';

/** What may pay the rest beside a balance: no fixed prices, and nothing of the shopper's to be charged later. */
export type RestMethod = 'quickpass' | 'card';

const isRestMethod = (method: MethodCode): method is RestMethod =>
  method === 'quickpass' || method === 'card';

/**
 * The part of an amount that a balance pays beside another way: all that is there, as far as the
 * limits of payment accounts leave it. Nothing where that is nothing, or where it covers the amount.
 */
export function balancePart(
  amount: Money,
  { balance, quota }: { balance: Money; quota: Pick<Quota, 'period' | 'day'> },
): Money | undefined {
  const part = [balance, quota.period.left, quota.day.leftTwoFactors].reduce((a, b) =>
    b.amountMinor < a.amountMinor ? b : a,
  );
  return part.amountMinor > 0n && part.amountMinor < amount.amountMinor ? part : undefined;
}

export const restOf = (amount: Money, part: Money): Money =>
  cny(amount.amountMinor - part.amountMinor);

/** What the balance and one other way could pay together; `open` are the ways that work here and now. */
export function combineOf(
  { amount, periodic, account, takesRest = [] }: MethodFacts,
  open: readonly MethodCode[],
): Offer['combine'] | undefined {
  // Only its owner may hear what is on an account, and only what can be confirmed can be held.
  if (periodic || !account?.proved || !account.quota || account.frozen) return undefined;
  if (!account.passwordSet || account.passwordLockedUntil) return undefined;
  const part = balancePart(amount, { balance: account.balance, quota: account.quota });
  const ways = open.filter(isRestMethod).filter((method) => takesRest.includes(method));
  if (!part || ways.length === 0) return undefined;
  const needsCode = strengthNeeded(account.quota, part) === 'password_and_code';
  return { balance: part, rest: restOf(amount, part), restBy: ways, needsCode };
}
