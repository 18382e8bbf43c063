import type { Money } from '@/lib/money/money';
import { sameMoney } from '@/lib/money/money';
import type { PaymentLink, Standing, Uses } from './payment-link';

/** A link may live for a year: what hangs on a wall for longer has no end at all. */
export const LONGEST_LIFE_S = 366 * 24 * 60 * 60;
export const MOST_USES = 1_000_000;

/** From a minute ahead (a second of grace for the way) to a year. */
export function endInRange(end: Date, now: Date): boolean {
  const seconds = (end.getTime() - now.getTime()) / 1000;
  return seconds >= 59 && seconds <= LONGEST_LIFE_S;
}

/** How long an order of a link stays open, in seconds; shorter where it keeps others from paying. */
export const orderLifetimeS = ({ mostUses }: Pick<PaymentLink, 'mostUses'>): number =>
  mostUses === null ? 30 * 60 : 15 * 60;

export const isFixed = ({ least, most }: Pick<PaymentLink, 'least' | 'most'>): boolean =>
  sameMoney(least, most);

/** Could a link's address lead by this? Anything else was never given to anybody. */
export const isLinkCode = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{20}$/.test(text);

/**
 * What becomes of the next shopper. `busy` passes by itself: the uses that are left are held by orders
 * that are still open.
 */
export function standingOf(
  link: Pick<PaymentLink, 'state' | 'expiresAt' | 'mostUses'>,
  uses: Uses,
  now: Date,
): Standing {
  if (link.state === 'stopped') return 'stopped';
  if (link.expiresAt && link.expiresAt <= now) return 'over';
  if (link.mostUses === null || uses.paid + uses.open < link.mostUses) return 'open';
  return uses.paid >= link.mostUses ? 'used_up' : 'busy';
}

/** What the order is to cost: the link's own amount, or the shopper's where it lies between the bounds. */
export function amountOf(
  link: Pick<PaymentLink, 'least' | 'most'>,
  asked: Money | undefined,
): Money | undefined {
  if (isFixed(link)) return link.least;
  if (!asked || asked.currency !== link.least.currency) return undefined;
  const within =
    asked.amountMinor >= link.least.amountMinor && asked.amountMinor <= link.most.amountMinor;
  return within ? asked : undefined;
}

/** A link that nobody has opened yet. */
export const NO_USES = { paid: 0, open: 0 } as const;
