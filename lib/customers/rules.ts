/**
 * A merchant's name for its shopper, enough of it to recognise and not enough to use: it may be a
 * phone number. How long it was is not told.
 */
export function maskReference(reference: string): string {
  const letters = [...reference];
  const end = letters.length >= 6 ? letters.slice(-2).join('') : '';
  return `${letters[0] ?? ''}***${end}`;
}
