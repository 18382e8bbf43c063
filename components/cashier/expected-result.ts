import type { CashierView } from '@/lib/payments/cashier-view';

type Live = NonNullable<CashierView['live']>;

/** Most answers that got lost come back within this. */
const SOON_MS = 60_000;
/** The channel is asked once more when the attempt can no longer be paid; its answer needs a moment. */
const LAST_ANSWER_MS = 120_000;

/** By when a result is expected of whoever still has time to pay. */
export const lastAnswerAt = (payableUntil: Date): Date =>
  new Date(payableUntil.getTime() + LAST_ANSWER_MS);

/**
 * When the result can be expected: soon after the request, then by the time the channel has been asked
 * for the last time; after that nobody can promise a time, and the asking goes on. `order_marks` in the
 * migrations changes at both moments.
 */
export function expectedResult(
  { requestedAt, payableUntil }: Pick<Live, 'requestedAt' | 'payableUntil'>,
  now: Date,
): { when: 'soon' | 'slow' } | { when: 'by'; time: Date } {
  if (now.getTime() - requestedAt.getTime() < SOON_MS) return { when: 'soon' };
  const time = lastAnswerAt(payableUntil);
  return time > now ? { when: 'by', time } : { when: 'slow' };
}
