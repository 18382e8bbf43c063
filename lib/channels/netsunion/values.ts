import { createHash } from 'node:crypto';
import { cny, type Money } from '@/lib/money/money';
import type { CardType } from '../port';

const LARGEST_FEN = 99_999_999_999_999n;
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;
const LONGEST_DESCRIPTION = 64;
const TRX_ID_LENGTH = 31;

/** `CNY1.00`. Throws for what the field cannot say exactly. */
export function toTrxAmt({ amountMinor, currency }: Money): string {
  if (currency !== 'CNY' || amountMinor < 1n || amountMinor > LARGEST_FEN) {
    throw new RangeError(`not an amount NetsUnion can take: ${amountMinor} ${currency}`);
  }
  return `CNY${amountMinor / 100n}.${String(amountMinor % 100n).padStart(2, '0')}`;
}

/** Undefined for anything but a positive amount in the one spelling. */
export function fromTrxAmt(text: string | undefined): Money | undefined {
  const parts = /^CNY(0|[1-9][0-9]{0,11})\.([0-9]{2})$/.exec(text ?? '');
  if (!parts) return undefined;
  const fen = BigInt(`${parts[1]}${parts[2]}`);
  return fen > 0n ? cny(fen) : undefined;
}

/** yyyy-MM-ddThh:mm:ss in Beijing (UTC+8 all year), the fraction of a second cut off. */
export const toBeijingTime = (moment: Date): string =>
  new Date(moment.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 19);

export function fromBeijingTime(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return undefined;
  const moment = new Date(`${text}+08:00`);
  // 31 February is read as a day in March: only what comes back the same was a real moment.
  return !Number.isNaN(moment.getTime()) && toBeijingTime(moment) === text ? moment : undefined;
}

/** The channel's fixed length of a number, for ours of any: it depends on nothing else. */
export const trxIdOf = (issuerId: string, ordrId: string): string =>
  createHash('sha256').update(`${issuerId}/${ordrId}`).digest('hex').slice(0, TRX_ID_LENGTH);

/** `SgnAcctTp` and `PyerAcctTp`. */
export function toCardType(code: string | undefined): CardType | undefined {
  switch (code) {
    case undefined:
      return undefined;
    case '00':
      return 'debit';
    case '01':
      return 'credit';
    default:
      return 'unknown';
  }
}

/** `OrdrDesc`: at most 64 characters, never half a one, without controls. */
export const toDescription = (subject: string): string =>
  [...subject.replace(/\p{C}+/gu, ' ').trim()].slice(0, LONGEST_DESCRIPTION).join('');
