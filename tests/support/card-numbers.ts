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

/** A card number of that bank's (by its first digits) that no other test uses. */
export const someCardNo = (prefix = '6217'): string =>
  planted('card', withLuhn(prefix + String(randomInt(1e11)).padStart(11, '0')));
