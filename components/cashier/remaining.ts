const MINUTE_MS = 60_000;

/** "14:32", "1:02:33"; never below "00:00". Part seconds count as whole ones until they are over. */
export function formatRemaining(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Longer than this is better said as a date. */
export const COUNTED_MS = 24 * 60 * MINUTE_MS;
/** From here on the time is getting short. */
export const SHORT_MS = 5 * MINUTE_MS;

/** Whole minutes at which the remaining time is said aloud: crossed between two looks at it. */
export const minuteCrossed = (beforeMs: number, leftMs: number): number | undefined =>
  [5, 1].find((minutes) => beforeMs > minutes * MINUTE_MS && leftMs <= minutes * MINUTE_MS);
