import { randomInt } from 'node:crypto';
import { planted } from './canaries';

/** The digits with the check digit of ISO/IEC 7812 behind them. */
export function withLuhn(digits: string): string {
  const passes = (number: string): boolean =>
    [...number].reverse().reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0) %
      10 ===
    0;
  const last = [...'0123456789'].find((digit) => passes(digits + digit));
  return `${digits}${last}`;
}

/** Behind a demo bank's first digits these are no real bank's, which would go before it. */
const NO_REAL_BANK = '04';

/** A card number of that bank's (by its first four digits) that no other test uses. */
export const someCardNo = (prefix = '6217'): string =>
  planted('card', withLuhn(prefix + NO_REAL_BANK + String(randomInt(1e9)).padStart(9, '0')));
