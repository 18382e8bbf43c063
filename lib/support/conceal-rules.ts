import { passesLuhn } from '@/lib/core/luhn';

/** What the search form holds, as it was typed. */
export interface TypedSearch {
  q: string;
  amount: string;
  at: string;
  phone: string;
  card: string;
}

const PHONE = /^(?:\+?86)?1[3-9]\d{9}$/;
const CARD = /^\d{13,19}$/;
/** As people write them, in one or in groups, where they stand alone among other words. */
const RUNS = [
  /(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}/,
  /\d{13,19}/,
  /\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,3}(?![\d:.-]))?/,
].map(({ source }) => new RegExp(`(?<![\\p{L}\\d_.-])${source}(?![\\p{L}\\d_])`, 'gu'));

const kindOf = (digits: string): 'phone' | 'card' | undefined => {
  if (PHONE.test(digits)) return 'phone';
  return CARD.test(digits) && passesLuhn(digits) ? 'card' : undefined;
};

/** Is all that was typed somebody's phone, or the number of a card? */
export function personalNumber(
  typed: string,
): { kind: 'phone' | 'card'; number: string } | undefined {
  const number = typed.normalize('NFKC').replace(/[\s-]+/g, '');
  const kind = kindOf(number);
  return kind && { kind, number };
}

/** The same words with whole phones and cards as their last four digits, by which they are found as well. */
export const withTails = (typed: string): string =>
  RUNS.reduce(
    (text, run) => text.replace(run, (found) => personalNumber(found)?.number.slice(-4) ?? found),
    typed.normalize('NFKC'),
  );

/** Of a field for four digits that holds more of them: the last four. */
export function tailOf(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/[\s-]+/g, '');
  return /^\+?\d{5,}$/.test(digits) ? digits.slice(-4) : typed;
}
