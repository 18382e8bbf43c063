import { passesLuhn } from '@/lib/core/luhn';
import { BANKS, type BankCode, type Limits } from './banks';
import { BINS } from './bins';

export type RecognisedCard =
  | { kind: 'card'; bank: BankCode; cardType: 'debit' | 'credit' }
  /** Digits that no card has: mistyped. */
  | { kind: 'not_a_card' }
  /** A number that may be a card's, of no bank we know. */
  | { kind: 'card_unsupported' };

/** Whose card that is, by its first digits; the longest prefix that fits decides. */
export function recogniseCard(cardNo: string): RecognisedCard {
  if (!/^[0-9]{15,19}$/.test(cardNo) || !passesLuhn(cardNo)) return { kind: 'not_a_card' };
  let best: (typeof BINS)[number] | undefined;
  for (const bin of BINS) {
    const fits = cardNo.startsWith(bin.prefix) && bin.lengths.includes(cardNo.length);
    if (fits && bin.prefix.length > (best?.prefix.length ?? 0)) best = bin;
  }
  if (!best) return { kind: 'card_unsupported' };
  return { kind: 'card', bank: best.bank, cardType: best.cardType };
}

/** What one payment and one day may take by agreement; a credit limit for all that is no debit card. */
export const limitsOf = (bank: BankCode, cardType: string): Limits =>
  cardType === 'debit' ? BANKS[bank].limits.debit : BANKS[bank].limits.credit;

const BEIJING_MS = 8 * 3_600_000;
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Is the bank closed for agreement payments at this moment? */
export function isUnderMaintenance(bank: BankCode, at: Date): boolean {
  const minute = Math.floor((at.getTime() + BEIJING_MS) / 60_000) % 1440;
  return BANKS[bank].maintenance.some((window) => {
    const [from = '', until = ''] = window.split('-');
    const [start, end] = [minuteOf(from), minuteOf(until)];
    return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
  });
}
