import { createHmac } from 'node:crypto';
import { cny, type Money } from '@/lib/money/money';

/** Far more than any bill; every amount up to it is told apart by a JSON number. */
const LARGEST_FEN = 99_999_999_999n;
const DAY_MS = 86_400_000;
/** How long a carrier may tell us of what became of a payment or refund. */
const NOTICES_MS = 30 * DAY_MS;

/** Yuan as the number that JSON writes exactly: 605 fen are 6.05. Throws for what the field cannot say. */
export function toYuan({ amountMinor, currency }: Money): number {
  if (currency !== 'CNY' || amountMinor < 1n || amountMinor > LARGEST_FEN) {
    throw new RangeError(`not an amount a carrier can take: ${amountMinor} ${currency}`);
  }
  return Number(`${amountMinor / 100n}.${String(amountMinor % 100n).padStart(2, '0')}`);
}

/** Undefined for what is not exact to the fen, negative, or more than any bill. */
export function fromYuan({ amount, currency }: { amount: number; currency: string }) {
  const parts = /^([0-9]{1,9})(?:\.([0-9]{1,2}))?$/.exec(String(amount));
  if (!parts || currency !== 'CNY') return undefined;
  return cny(BigInt(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`));
}

/** `x-correlator` of a call: ours, and never anything of the payer's. */
export const correlatorOf = (channelOrderNo: string, operation: string): string =>
  `${channelOrderNo}.${operation}`;

/** The bearer token by which an event about our number authenticates itself. */
export const noticeTokenOf = (noticeKey: Buffer, channelOrderNo: string): string =>
  `${channelOrderNo}.${createHmac('sha256', noticeKey).update(channelOrderNo).digest('hex')}`;

export const tokenEnd = (from: Date): string => new Date(from.getTime() + NOTICES_MS).toISOString();

/** The standard says nothing of how long a code is good for: carriers take it for five minutes. */
const CODE_MS = 5 * 60_000;
export const codeEnd = (request: { requestedAt: Date; payableUntil: Date }): Date =>
  new Date(Math.min(request.requestedAt.getTime() + CODE_MS, request.payableUntil.getTime()));

/** The page of the carrier, told where it sends the payer back: the standard has no field for it. */
export function withWayBack(validationUrl: string, returnUrl: string): string {
  const url = new URL(validationUrl);
  url.searchParams.set('back', returnUrl);
  return url.href;
}
