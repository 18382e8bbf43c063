import type { ChargeObstacle } from '@/lib/carriers/line';
import type { FailureReason } from '@/lib/channels/port';
import { addDays, type Day, dayOf, momentOf } from '@/lib/core/beijing';
import type { RefusalCode } from '@/lib/core/refusals';
import type { OrderState } from '@/lib/orders/states';
import type { SubscriptionState } from './states';

/** From this hour in Beijing phones are charged. */
const FROM_HOUR = 10;
/** Between these hours in Beijing they are written to: nobody is woken by us. */
const TEXT_HOURS = { from: 9, to: 21 };
/** So long before a renewal its phone is told. */
const REMIND_DAYS = 3;
/** A natural month is charged from the 1st to the 5th; rolling days on the day after and four more. */
const WINDOW_DAYS = 5;
/** Tried on the first day, and when that failed for now one, two and four days later; then it lapses. */
const TRY_ON_DAYS = [0, 1, 2, 4];

/** How long until a charge that is still being decided is looked at again. */
const DECIDED_SOON_MS = 60_000;

/** When a renewal may be charged. */
export const windowOf = (due: Day): { opens: Date; closes: Date } => ({
  opens: momentOf(due, FROM_HOUR),
  closes: momentOf(addDays(due, WINDOW_DAYS)),
});

/** What is known about a subscription and the renewal that is being charged, if it has an order yet. */
export interface StepFacts {
  state: SubscriptionState;
  paidThrough: Day;
  remindedFor: Day | null;
  remindedOn: Day | null;
  renewal: {
    orderState: OrderState;
    /** Some attempt to pay it may still turn out paid. */
    undecided: boolean;
    /** The newest attempt failed, and that is not written down yet. */
    failedAnew: boolean;
    failedOn: Day | null;
    /** Why it failed last, as it is written down. */
    failureReason: string | null;
  } | null;
}

export type Step =
  /** Nothing to do before; null: never again. */
  | { do: 'wait'; until: Date | null }
  | { do: 'remind'; due: Day }
  | { do: 'charge'; due: Day }
  /** Its order is paid. */
  | { do: 'renew' }
  | { do: 'miss' }
  | { do: 'end' };

/**
 * What comes next for a subscription. Nothing is charged while an earlier charge of the same term may
 * still come through, nothing outside its window, nothing that was cancelled, and nothing before the
 * day after its owner was told. A renewal that nobody can be told of in time is not charged: it lapses.
 */
export function decideStep(facts: StepFacts, now: Date): Step {
  const { state, paidThrough, renewal } = facts;
  if (renewal?.orderState === 'paid') return { do: 'renew' };
  if (renewal?.undecided) return wait(new Date(now.getTime() + DECIDED_SOON_MS));
  if (state === 'ended') return wait(null);
  const due = addDays(paidThrough, 1);
  if (state === 'cancelled') {
    return now < momentOf(due) ? wait(momentOf(due)) : { do: 'end' };
  }
  if (renewal?.failedAnew) return { do: 'miss' };
  const { opens, closes } = windowOf(due);
  const { remindedFor, remindedOn } = facts;
  const first = remindedFor === due && remindedOn ? chargeableFrom({ due, remindedOn }) : undefined;
  if (now < opens) return first ? wait(momentOf(first, FROM_HOUR)) : remindFirst(due, now);
  const over = renewal !== null && renewal.orderState !== 'open';
  const day = tryOn(due, renewal);
  if (over || now >= closes || day === undefined) return { do: 'end' };
  if (first === undefined) return remindFirst(due, now);
  // Nobody's phone is charged in the night, whichever day the try is late from.
  const from = momentOf(later(later(day, first), dayOf(now)), FROM_HOUR);
  return now < from ? wait(from) : { do: 'charge', due };
}

const wait = (until: Date | null): Step => ({ do: 'wait', until });
const later = <T extends Day | Date>(a: T, b: T): T => (a > b ? a : b);

/** The first day that a renewal may be charged whose owner was told on that day. */
export const chargeableFrom = ({ due, remindedOn }: { due: Day; remindedOn: Day }): Day =>
  later(due, addDays(remindedOn, 1));

/** The message that nothing is charged without. Too late for a charge after it, none is sent. */
function remindFirst(due: Day, now: Date): Step {
  const planned = momentOf(addDays(due, -REMIND_DAYS), TEXT_HOURS.from);
  const at = textableFrom(later(now, planned));
  const charged = momentOf(chargeableFrom({ due, remindedOn: dayOf(at) }));
  if (charged >= windowOf(due).closes) return { do: 'end' };
  return now < at ? wait(at) : { do: 'remind', due };
}

function textableFrom(moment: Date): Date {
  const day = dayOf(moment);
  return moment < momentOf(day, TEXT_HOURS.to)
    ? later(moment, momentOf(day, TEXT_HOURS.from))
    : momentOf(addDays(day, 1), TEXT_HOURS.from);
}

/** The day of the next try; undefined when all have been used, or none would help. */
function tryOn(due: Day, renewal: StepFacts['renewal']): Day | undefined {
  const { failedOn = null, failureReason = null } = renewal ?? {};
  if (failureReason !== null && helpOf(failureReason) === 'nothing') return undefined;
  return TRY_ON_DAYS.map((days) => addDays(due, days)).find(
    (day) => failedOn === null || day > failedOn,
  );
}

/** The day on our business clock at which a moment of the real clock lies: the same, but in a rehearsal. */
export function businessDayOf(moment: Date, clocks: { business: Date; real: Date }): Day {
  const apart = clocks.business.getTime() - clocks.real.getTime();
  // Two readings of one clock are microseconds apart, which must not carry a midnight over.
  return dayOf(new Date(moment.getTime() + Math.round(apart / 1000) * 1000));
}

/** What helps a charge that was not paid: minutes (it could not be sent), days, or nothing. */
type Help = 'minutes' | 'days' | 'nothing';

/** Every way that a renewal may fail: a word of the carrier, what was in the line's way, or a refusal of ours. */
const HELP = {
  // no credit, a limit that is used up, and what stayed undecided until it could not come through
  insufficient_funds: 'days',
  limit_exceeded: 'days',
  carrier_limit_reached: 'days',
  user_day_used: 'days',
  user_month_used: 'days',
  province_day_used: 'days',
  province_month_used: 'days',
  not_received: 'days',
  not_paid_in_time: 'days',
  cancelled: 'days',
  // denied without a reason that we can read: it may have been credit
  declined: 'days',
  channel_closed: 'days',
  // it was never sent
  channel_unavailable: 'minutes',
  closed_now: 'minutes',
  too_many_requests: 'minutes',
  payment_in_progress: 'minutes',
  earlier_attempt_unknown: 'minutes',
  order_not_payable: 'minutes',
  order_expired: 'minutes',
  // the phone
  risk_refused: 'nothing',
  payer_unknown: 'nothing',
  number_unknown: 'nothing',
  card_invalid: 'nothing',
  identity_mismatch: 'nothing',
  agreement_ended: 'nothing',
  // the contract, the catalogue, the merchant
  not_permitted: 'nothing',
  rejected_request: 'nothing',
  carrier_not_open: 'nothing',
  province_not_open: 'nothing',
  above_most: 'nothing',
  no_fee_point: 'nothing',
  no_mode: 'nothing',
  stopped: 'nothing',
  // a code, which nobody is there to type in
  code_required: 'nothing',
  code_wrong: 'nothing',
  code_expired: 'nothing',
  code_tries_used: 'nothing',
  code_lost: 'nothing',
} as const satisfies Record<FailureReason | ChargeObstacle['reason'], Help> &
  Partial<Record<RefusalCode, Help>>;

/** What nobody has thought of yet is tried again: ending is what cannot be taken back. */
export const helpOf = (reason: string): Help =>
  Object.hasOwn(HELP, reason) ? HELP[reason as keyof typeof HELP] : 'days';

/** The first day that the next term may be charged; null when nothing is charged any more. */
export function nextChargeOn(
  of: Pick<StepFacts, 'state' | 'paidThrough' | 'remindedFor' | 'remindedOn'>,
): Day | null {
  if (of.state === 'cancelled' || of.state === 'ended') return null;
  const due = addDays(of.paidThrough, 1);
  const { remindedFor, remindedOn } = of;
  return remindedFor === due && remindedOn ? chargeableFrom({ due, remindedOn }) : due;
}

export const isSubscriptionId = (text: string): boolean => /^sub_[0-9a-z]{26}$/.test(text);
