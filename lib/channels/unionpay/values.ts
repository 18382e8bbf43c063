import { cny, type Money } from '@/lib/money/money';
import type { CardType } from '../port';

const LARGEST_FEN = 999_999_999_999n;
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;
const DESCRIPTION_BYTES = 32;

/** ISO 4217 number of CNY, the only currency of this channel. */
export const CURRENCY_CODE = '156';

/** `txnAmt`: fen without a decimal point, N1..12. Throws for what the field cannot say exactly. */
export function toTxnAmt(money: Money): string {
  if (money.currency !== 'CNY' || money.amountMinor < 1n || money.amountMinor > LARGEST_FEN) {
    throw new RangeError(`not an amount UnionPay can take: ${money.amountMinor} ${money.currency}`);
  }
  return money.amountMinor.toString();
}

/** Undefined for anything but 1 to 12 ASCII digits that make a positive amount. */
export function fromTxnAmt(text: string | undefined): Money | undefined {
  if (text === undefined || !/^[0-9]{1,12}$/.test(text)) return undefined;
  const fen = BigInt(text);
  return fen > 0n ? cny(fen) : undefined;
}

/** YYYYMMDDhhmmss in Beijing (UTC+8 all year), the fraction of a second cut off. */
export const toBeijingTime = (moment: Date): string =>
  new Date(moment.getTime() + BEIJING_OFFSET_MS)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/\D/g, '');

/** `payCardType` (sent only where the merchant's profile has it on). */
export function toCardType(code: string | undefined): CardType | undefined {
  switch (code) {
    case undefined:
    case '':
      return undefined;
    case '01':
      return 'debit';
    case '02':
      return 'credit';
    case '03':
      return 'semi_credit';
    case '04':
      return 'debit_credit';
    case '05':
    case '06':
      return 'prepaid';
    default:
      return 'unknown';
  }
}

/** `orderDesc`: what is bought, as far as the field goes. */
export const toOrderDescription = (subject: string): string =>
  toPlainText(subject, DESCRIPTION_BYTES);

/**
 * Words for a field of so many bytes of UTF-8: never half a character, without what the gateway's
 * own message format uses as punctuation, without controls and characters of four bytes.
 */
export function toPlainText(words: string, bytes: number): string {
  const clean = words
    .replace(/[&={}[\]"'<>\\\s]/g, ' ')
    .replace(/[\p{C}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
  let text = '';
  for (const character of clean) {
    if (Buffer.byteLength(text + character) > bytes) break;
    text += character;
  }
  return text.trim();
}
