import { z } from 'zod';

/** The check digit of ISO/IEC 7812: catches a mistyped digit before the bank is asked. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A bank card's number, as people type it: in groups, with spaces or hyphens between. */
export const bankCardSchema = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .refine((digits) => /^62[0-9]{14,17}$/.test(digits) && passesLuhn(digits), 'a bank card number');
