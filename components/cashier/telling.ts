import type { FailureReason } from '@/lib/channels/port';
import type { MethodCode } from '@/lib/methods/rank-methods';

// Bad news has three parts: what happened, whether money was taken, what to do next. What happened has
// words of its own for each code; the other two are chosen here, and for a refused press in press-telling.ts.

/** Whether money was taken. Only a channel's own definite word lets us say that it was not. */
export type MoneyFact =
  | 'not_taken'
  /** … and the part that was held on a balance is free again. */
  | 'released'
  /** Refused before anything was begun by this press; of an earlier one it says nothing. */
  | 'not_taken_now'
  /** Another payment is under way, or may have gone through. */
  | 'in_doubt'
  /** The order is paid. */
  | 'paid_once';

/** What to do next; `add_card` is a link where it is shown. */
export type NextStepWord =
  | 'try_again'
  | 'later_or_other'
  | 'other_card'
  | 'other_method'
  | 'call_bank'
  | 'check_details'
  | 'add_card'
  | 'new_code'
  | 'pay_with_code'
  | 'top_up_phone'
  | 'check_number'
  | 'see_order'
  | 'order_again'
  | 'from_shop'
  | 'type_again'
  | 'check_code'
  | 'check_typed'
  | 'set_password'
  | 'unfreeze';

export interface Telling {
  money: MoneyFact;
  next: NextStepWord;
}

interface Failure {
  next: NextStepWord;
  /** Where a method knows better. */
  nextBy?: Partial<Record<MethodCode, NextStepWord>>;
}

const CODE_AGAIN: Failure = { next: 'new_code' };
const elsewhere = (next: NextStepWord): Failure => ({ next, nextBy: { carrier: 'other_method' } });

/** A failure is the channel's own word that nothing was moved. */
const FAILURES: Record<FailureReason | 'other', Failure> = {
  declined: elsewhere('other_card'),
  insufficient_funds: { next: 'other_card', nextBy: { carrier: 'top_up_phone' } },
  limit_exceeded: elsewhere('other_card'),
  card_invalid: { next: 'call_bank' },
  identity_mismatch: { next: 'check_details' },
  risk_refused: elsewhere('call_bank'),
  channel_closed: { next: 'later_or_other' },
  not_paid_in_time: { next: 'try_again' },
  cancelled: { next: 'try_again' },
  code_wrong: CODE_AGAIN,
  code_expired: CODE_AGAIN,
  code_tries_used: CODE_AGAIN,
  code_lost: CODE_AGAIN,
  payer_unknown: { next: 'check_number' },
  code_required: { next: 'pay_with_code' },
  agreement_ended: { next: 'add_card' },
  not_permitted: { next: 'other_method' },
  not_received: { next: 'try_again' },
  rejected_request: { next: 'later_or_other' },
  other: { next: 'later_or_other' },
};

export const FAILURE_REASONS = Object.keys(FAILURES) as (keyof typeof FAILURES)[];

export const isFailureReason = (reason: string): reason is keyof typeof FAILURES =>
  Object.hasOwn(FAILURES, reason);

/** A payment that definitely failed, where part of it may have been held on a balance. */
export function tellFailure(
  reason: keyof typeof FAILURES,
  { method, held }: { method: MethodCode; held: boolean },
): Telling {
  const { next, nextBy } = FAILURES[reason];
  return { money: held ? 'released' : 'not_taken', next: nextBy?.[method] ?? next };
}

/** An order that is over took no money, unless an attempt was left behind that may still bring some. */
export function moneyWhenOver(
  leftBehind: readonly { state: 'superseded' | 'late_succeeded' | 'returned' }[],
): 'not_taken' | 'may_come' | 'coming_back' {
  if (leftBehind.some(({ state }) => state === 'superseded')) return 'may_come';
  return leftBehind.length > 0 ? 'coming_back' : 'not_taken';
}
