import type { RefundCaseState } from './states';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So long a case waits for its shopper before the merchant's policy decides. */
export const EXPIRY_DAYS = 45;
/** So long after it was paid a bank may still send it back: until then the payee is kept. */
export const RETURN_WATCH_DAYS = 7;

export const expiryOf = (from: Date): Date => new Date(from.getTime() + EXPIRY_DAYS * DAY_MS);

/** The shopper has a week; everybody of ours a day; the bank a day. What has ended is due no more. */
const DUE_HOURS: Record<RefundCaseState, number | null> = {
  open: 7 * 24,
  claimed: 24,
  proposed: 24,
  approved: 1,
  sent: 24,
  paid: null,
  closed: null,
};

/** By when the step after this state should be taken (SLA); an approved one counts from its cool-off. */
export function dueAtOf(state: RefundCaseState, from: Date): Date | null {
  const hours = DUE_HOURS[state];
  return hours === null ? null : new Date(from.getTime() + hours * HOUR_MS);
}
