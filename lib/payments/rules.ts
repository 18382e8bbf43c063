import type { FailureReason, Outcome, PayRequest } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';
import type { Attempt } from './attempt';
import type { AttemptState } from './states';
import { LIVE } from './states';

/** How long a shopper may take at the channel, and how long after that its late word is awaited. */
export const PAYABLE_MS = 15 * 60_000;
export const SETTLING_MARGIN_MS = 60_000;
/** A channel is not asked about the same attempt more often than this at the shopper's wish. */
export const ASK_AGAIN_MS = 2_000;

export const payableUntil = (now: Date, orderExpiresAt: Date, payableMs = PAYABLE_MS): Date =>
  new Date(Math.min(now.getTime() + payableMs, orderExpiresAt.getTime()));

/** A QR code is replaced so long before it ends, so that nobody scans one that is about to. */
export const RENEW_BEFORE_MS = 15_000;
export const renewAt = (until: Date): Date => new Date(until.getTime() - RENEW_BEFORE_MS);

/** What the shopper's page does next about an attempt. */
export function resultOf({ state, nextStep }: Pick<Attempt, 'state' | 'nextStep'>): {
  result: 'paid' | 'continue' | 'waiting' | 'failed';
} {
  if (state === 'succeeded') return { result: 'paid' };
  if (state === 'failed') return { result: 'failed' };
  return { result: nextStep ? 'continue' : 'waiting' };
}

/**
 * Asking for a code charges nothing. When its answer got lost the code may come or not: the shopper
 * may type it in, or ask for another.
 */
export function codeMayCome(
  outcome: Outcome,
  { instrument, payableUntil: until }: Pick<PayRequest, 'instrument' | 'payableUntil'>,
): Outcome | undefined {
  if (outcome.kind !== 'unknown' || instrument.type !== 'agreement' || !instrument.withCode) {
    return undefined;
  }
  const { phoneMasked } = instrument;
  const next = { type: 'enter-code' as const, phoneMasked, expiresAt: until.toISOString() };
  return { kind: 'pending', next, evidence: outcome.evidence };
}

/** Known not to have charged, and for a reason of the channel's own: another one may carry it. */
const CHANNELS_OWN_FAULT: readonly FailureReason[] = [
  'channel_closed',
  'not_received',
  'rejected_request',
  'not_permitted',
];
export const mayFallBack = (outcome: Outcome): boolean =>
  outcome.kind === 'failed' && CHANNELS_OWN_FAULT.includes(outcome.reason);

/** Does a balance pay a part of it, beside the channel? */
export const hasPart = ({ balance }: Pick<Attempt, 'balance'>): boolean => balance.amountMinor > 0n;

/** A code for a part is good for no whole payment and for no other part: its message has named this amount. */
export const partSubject = (orderId: string, { amountMinor }: Money) =>
  `pay:${orderId}:part:${amountMinor}` as const;

export type SuccessDecision = 'pay' | 'accept' | 'refund' | 'hold' | 'nothing';

/**
 * The channel says that the money moved: what does that mean for the order? An open order takes it.
 * A paid one gives it back, always: nobody pays twice; and so it is where a balance was to pay a part
 * that is held no more, since this alone pays nothing. An expired or closed one does what the
 * merchant chose.
 */
export function decideSuccess(facts: {
  attempt: AttemptState;
  order: 'open' | 'paid' | 'expired' | 'closed';
  policy: 'accept' | 'refund' | 'hold';
  /** What a balance was to pay beside it. */
  part: 'none' | 'held' | 'gone';
}): SuccessDecision {
  const { attempt, order, policy, part } = facts;
  if (attempt === 'succeeded' || attempt === 'late_succeeded' || attempt === 'returned') {
    return 'nothing';
  }
  if (order === 'paid' || part === 'gone') return 'refund';
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
