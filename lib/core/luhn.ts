/**
 * The check digit of ISO/IEC 7812 (Luhn): it catches every single mistyped digit and nearly every
 * swapped pair.
 */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    // Counted from the right, where the check digit will stand.
    const digit = Number(digits.charAt(digits.length - 1 - place));
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

export const withCheckDigit = (digits: string): string => `${digits}${checkDigit(digits)}`;

/** Is the last of these digits the one that those before it ask for? */
export const passesLuhn = (digits: string): boolean =>
  withCheckDigit(digits.slice(0, -1)) === digits;
