import type { Outcome } from '@/lib/channels/port';
import type { OrderState } from '@/lib/orders/states';
import { ASKABLE, type AttemptState } from '@/lib/payments/states';
import type { ChannelWord, InquiryDecision } from './inquiry';

/** A payment of the order as it stands. */
export interface Standing {
  attemptId: string;
  state: AttemptState;
  /** Late money is on its way back already, or about to be. */
  goingBack: boolean;
  /** Giving it back was tried, and came to nothing. */
  backFailed: boolean;
  /** A balance paid a part of it, which was given back when the money came late: it can pay nothing any more. */
  mixed: boolean;
}

export interface InquiryFacts {
  order: OrderState;
  /** Paying it begins a subscription: late money cannot, its phone is forgotten. */
  subscribes: boolean;
  payments: readonly Standing[];
}

/** What a decision does: some payment's held money is taken or sent back, or nothing moves. */
export type Effect = { kind: 'accept' | 'giveBack'; attemptId: string } | { kind: 'nothing' };

export interface Refused {
  refused: 'inquiry_in_doubt' | 'inquiry_paid' | 'inquiry_not_paid' | 'inquiry_no_way_back';
}

export function wordOf(outcome: Outcome | undefined): ChannelWord {
  switch (outcome?.kind) {
    case 'succeeded':
      return 'paid';
    case 'failed':
      return 'unpaid';
    case 'pending':
      return 'pending';
    case 'unknown':
      return 'silent';
    case undefined:
      return 'not_asked';
  }
}

/** Money that came out of turn and that nobody has decided about. */
const heldOf = ({ payments }: InquiryFacts): Standing | undefined =>
  payments.find(({ state, goingBack }) => state === 'late_succeeded' && !goingBack);

const canSettle = (facts: InquiryFacts, held: Standing): boolean =>
  facts.order !== 'paid' && !facts.subscribes && !held.mixed;

const isInDoubt = ({ payments }: InquiryFacts): boolean =>
  payments.some(({ state }) => state === 'created' || ASKABLE.includes(state));

const wentBack = ({ payments }: InquiryFacts): boolean =>
  payments.some(({ state }) => state === 'returned' || state === 'late_succeeded');

/** What the channel's words come to, once they are in our books; null: it has not said. */
export function propose(facts: InquiryFacts): InquiryDecision | null {
  const held = heldOf(facts);
  if (held) return canSettle(facts, held) ? 'settle' : 'refund';
  if (wentBack(facts)) return 'refund';
  if (facts.order === 'paid') return 'settle';
  return isInDoubt(facts) ? null : 'reject';
}

/**
 * What a decision would do now. Only what the channel has confirmed is settled or sent back, and nothing
 * is rejected while it may have been paid.
 */
export function effectOf(decision: InquiryDecision, facts: InquiryFacts): Effect | Refused {
  const held = heldOf(facts);
  switch (decision) {
    case 'settle':
      if (facts.order === 'paid') return { kind: 'nothing' };
      if (held && canSettle(facts, held)) return { kind: 'accept', attemptId: held.attemptId };
      return { refused: isInDoubt(facts) ? 'inquiry_in_doubt' : 'inquiry_not_paid' };
    case 'refund':
      if (held?.backFailed) return { refused: 'inquiry_no_way_back' };
      if (held) return { kind: 'giveBack', attemptId: held.attemptId };
      if (wentBack(facts)) return { kind: 'nothing' };
      return { refused: isInDoubt(facts) ? 'inquiry_in_doubt' : 'inquiry_not_paid' };
    case 'reject':
      if (held || wentBack(facts) || facts.order === 'paid') return { refused: 'inquiry_paid' };
      return isInDoubt(facts) ? { refused: 'inquiry_in_doubt' } : { kind: 'nothing' };
  }
}
