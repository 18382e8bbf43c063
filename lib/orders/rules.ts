import { sameMoney } from '@/lib/money/money';
import type { OrderTerms } from './order';

/** ¥10,000,000: far above any shop's basket, far below where a double loses a fen. */
export const MOST_AMOUNT_MINOR = 1_000_000_000;
const SHORTEST_EXPIRY_S = 60;
const LONGEST_EXPIRY_S = 30 * 24 * 60 * 60;
export const USUAL_EXPIRY_S = 30 * 60;
const LONGEST_RETURN_URL = 1024;

/** Could a pay link lead by this? Anything else was never given to anybody. */
export const isPayToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);

/** Would a repeat of these terms be the same order? */
export const sameTerms = (a: OrderTerms, b: OrderTerms): boolean =>
  a.merchantOrderNo === b.merchantOrderNo &&
  sameMoney(a.amount, b.amount) &&
  a.subject === b.subject &&
  a.goods === b.goods &&
  a.returnUrl === b.returnUrl &&
  a.customerReference === b.customerReference &&
  a.subscriptionPeriod === b.subscriptionPeriod;

/**
 * One text for one content: keys sorted, so that the order a caller writes its fields in means
 * nothing. Absent and undefined are the same.
 */
export function contentText(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** 1 minute to 30 days. */
export const expiryInRange = (seconds: number): boolean =>
  seconds >= SHORTEST_EXPIRY_S && seconds <= LONGEST_EXPIRY_S;

/** An order made through a link ends when the link does, and no later than any order may. */
export const linkOrderExpiry = (linkExpiresAt: Date, now: Date): Date =>
  new Date(Math.min(linkExpiresAt.getTime(), now.getTime() + LONGEST_EXPIRY_S * 1000));

/**
 * The address as a browser will read it (WHATWG URL), when its origin is exactly one of the
 * merchant's; undefined when a shopper may not be sent there. Plain http is for this very machine.
 */
export function allowedReturnUrl(text: string, origins: readonly string[]): string | undefined {
  const url = parseReturnUrl(text);
  if (!url || !(url.protocol === 'https:' || isLoopback(url.hostname))) return undefined;
  return origins.includes(url.origin) && url.href.length <= LONGEST_RETURN_URL
    ? url.href
    : undefined;
}

export const isAllowedReturnUrl = (text: string, origins: readonly string[]): boolean =>
  allowedReturnUrl(text, origins) !== undefined;

/**
 * Parsers forgive what people do not see: "https:\\evil", "https:evil", tabs inside a host. Such an
 * address is refused before it is parsed, and so is a log-in or a fragment, even an empty one.
 */
function parseReturnUrl(text: string): URL | undefined {
  if (text.length > LONGEST_RETURN_URL || !/^https?:\/\/[^/]/i.test(text)) return undefined;
  if (/[\\#\p{White_Space}\p{C}]/u.test(text)) return undefined;
  const [authority = ''] = text.slice(text.indexOf('//') + 2).split(/[/?]/);
  return authority.includes('@') || !URL.canParse(text) ? undefined : new URL(text);
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname);
