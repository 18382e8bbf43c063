import type { Outcome } from '@/lib/channels/port';
import type { AttemptState } from './states';
import { LIVE } from './states';

/** How long a shopper may take at the channel, and how long after that its late word is awaited. */
export const PAYABLE_MS = 15 * 60_000;
export const SETTLING_MARGIN_MS = 60_000;
/** A channel is not asked about the same attempt more often than this at the shopper's wish. */
export const ASK_AGAIN_MS = 2_000;

export const payableUntil = (now: Date, orderExpiresAt: Date): Date =>
  new Date(Math.min(now.getTime() + PAYABLE_MS, orderExpiresAt.getTime()));

export type SuccessDecision = 'pay' | 'accept' | 'refund' | 'hold' | 'nothing';

/**
 * The channel says that the money moved: what does that mean for the order? An open order takes it.
 * A paid one gives it back, always: nobody pays twice. An expired or closed one does what the
 * merchant chose.
 */
export function decideSuccess(facts: {
  attempt: AttemptState;
  order: 'open' | 'paid' | 'expired' | 'closed';
  policy: 'accept' | 'refund' | 'hold';
}): SuccessDecision {
  const { attempt, order, policy } = facts;
  if (attempt === 'succeeded' || attempt === 'late_succeeded' || attempt === 'returned') {
    return 'nothing';
  }
  if (order === 'paid') return 'refund';
  if (order === 'open') return LIVE.includes(attempt) ? 'pay' : 'accept';
  return policy;
}

export type SwitchDecision = 'paid' | 'choose' | 'close' | 'supersede' | 'refuse';

/** May the shopper leave an attempt that the channel has just said this about? */
export function decideSwitch(outcome: Outcome, channelCanClose: boolean): SwitchDecision {
  switch (outcome.kind) {
    case 'succeeded':
      return 'paid';
    case 'failed':
      return 'choose';
    case 'pending':
      return channelCanClose ? 'close' : 'supersede';
    case 'unknown':
      return 'refuse';
  }
}

/**
 * When an undecided attempt is asked about next: by the channel's schedule (seconds after the
 * request), once more when it can no longer be paid, and after that every two hours until the
 * answer is definite.
 */
export function nextAskAt(facts: {
  now: Date;
  requestedAt: Date;
  payableUntil: Date;
  scheduleSeconds: readonly number[];
}): Date {
  const now = facts.now.getTime();
  const lastCall = facts.payableUntil.getTime() + SETTLING_MARGIN_MS;
  const scheduled = facts.scheduleSeconds
    .map((seconds) => facts.requestedAt.getTime() + seconds * 1000)
    .filter((at) => at > now);
  const soonest = Math.min(
    scheduled[0] ?? now + 2 * 3_600_000,
    lastCall > now ? lastCall : Number.POSITIVE_INFINITY,
  );
  return new Date(soonest);
}
