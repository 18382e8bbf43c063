const GROUP = 4;
const MOST_DIGITS = 19;

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** "6200 0000 0000 0005": a card number in groups, whatever was typed between its digits. */
export const groupDigits = (text: string): string =>
  digitsOf(text)
    .slice(0, MOST_DIGITS)
    .replace(new RegExp(`(\\d{${GROUP}})(?=\\d)`, 'g'), '$1 ');

/** Where the cursor belongs after grouping: behind the same digit as before. */
export function caretAfterGrouping(text: string, caret: number): number {
  const before = Math.min(digitsOf(text.slice(0, caret)).length, MOST_DIGITS);
  return before + Math.max(0, Math.ceil(before / GROUP) - 1);
}
