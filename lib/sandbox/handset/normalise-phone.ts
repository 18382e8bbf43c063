/** Digits only, without China's +86, so that one handset has one number however it is written. */
export function normalisePhone(written: string): string {
  const digits = written.replace(/[\s()-]/g, '');
  return digits.replace(/^(\+|00)86(?=1\d{10}$)/, '');
}
