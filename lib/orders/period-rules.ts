import { addDays, type Day, endOfMonth } from '@/lib/core/beijing';
import type { SubscriptionPeriod } from './order';

/** What one charge pays for: calendar days in Beijing, the first and the last included. */
export interface Term {
  startsOn: Day;
  endsOn: Day;
}

/**
 * The term that begins on a day. Bought on 15 March: a natural month ends on 31 March, 31 days end on
 * 14 April, 30 days on 13 April.
 */
export function termFrom(period: SubscriptionPeriod, startsOn: Day): Term {
  switch (period) {
    case 'natural_month':
      return { startsOn, endsOn: endOfMonth(startsOn) };
    case 'rolling_30':
      return { startsOn, endsOn: addDays(startsOn, 29) };
    case 'rolling_31':
      return { startsOn, endsOn: addDays(startsOn, 30) };
  }
}

/** The first day that a term does not cover: from then on the next one may be charged. */
export const dueOn = ({ endsOn }: Pick<Term, 'endsOn'>): Day => addDays(endsOn, 1);

/**
 * What a renewal pays for. A natural month is always that month. Rolling days follow on without a gap
 * when they are paid on the day they are due; later, the days in between were nobody's and they begin
 * on the day of the payment.
 */
export function nextTerm(
  period: SubscriptionPeriod,
  last: Pick<Term, 'endsOn'>,
  paidOn: Day,
): Term {
  const due = dueOn(last);
  return termFrom(period, period === 'natural_month' || paidOn < due ? due : paidOn);
}
