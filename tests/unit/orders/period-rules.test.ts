import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, endOfMonth, momentOf } from '@/lib/core/beijing';
import { SUBSCRIPTION_PERIODS } from '@/lib/orders/order';
import { dueOn, nextTerm, termFrom } from '@/lib/orders/period-rules';

const day = fc.integer({ min: 0, max: 40 * 366 }).map((days) => addDays('2020-01-01', days));
const period = fc.constantFrom(...SUBSCRIPTION_PERIODS);
const daysIn = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): number =>
  (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 + 1;

test('bought on 15 March: a natural month ends on 31 March, 31 days on 14 April, 30 days on 13 April', () => {
  expect(termFrom('natural_month', '2026-03-15').endsOn).toBe('2026-03-31');
  expect(termFrom('rolling_31', '2026-03-15').endsOn).toBe('2026-04-14');
  expect(termFrom('rolling_30', '2026-03-15').endsOn).toBe('2026-04-13');
  expect(dueOn(termFrom('natural_month', '2026-03-15'))).toBe('2026-04-01');
  expect(dueOn(termFrom('rolling_31', '2026-03-15'))).toBe('2026-04-15');
});

test('leap years, ends of months and ends of years are what the calendar says', () => {
  expect(termFrom('natural_month', '2028-02-10').endsOn).toBe('2028-02-29');
  expect(termFrom('natural_month', '2027-02-28').endsOn).toBe('2027-02-28');
  expect(termFrom('natural_month', '2100-02-01').endsOn).toBe('2100-02-28');
  expect(termFrom('natural_month', '2026-12-31').endsOn).toBe('2026-12-31');
  expect(termFrom('rolling_30', '2028-01-31').endsOn).toBe('2028-02-29');
  expect(termFrom('rolling_30', '2027-01-31').endsOn).toBe('2027-03-01');
  expect(termFrom('rolling_31', '2026-12-15').endsOn).toBe('2027-01-14');
});

test('a term is 30 or 31 days, or the rest of its month', () => {
  fc.assert(
    fc.property(period, day, (which, startsOn) => {
      const term = termFrom(which, startsOn);
      expect(term.startsOn).toBe(startsOn);
      if (which !== 'natural_month') expect(daysIn(term)).toBe(which === 'rolling_30' ? 30 : 31);
      else expect(term.endsOn).toBe(endOfMonth(startsOn));
    }),
  );
});

test('paid on the day they are due, terms follow each other without a gap or an overlap, for years', () => {
  fc.assert(
    fc.property(period, day, fc.integer({ min: 1, max: 40 }), (which, startsOn, terms) => {
      let last = termFrom(which, startsOn);
      for (let term = 0; term < terms; term += 1) {
        const due = dueOn(last);
        const next = nextTerm(which, last, due);
        expect(next.startsOn).toBe(due);
        expect(next.endsOn >= next.startsOn).toBe(true);
        if (which === 'natural_month') {
          expect(next.startsOn.slice(8)).toBe('01');
          expect(next.endsOn.slice(0, 7)).toBe(next.startsOn.slice(0, 7));
        }
        last = next;
      }
    }),
    { numRuns: 60 },
  );
});

test('paid late, a natural month stays that month and rolling days begin with the payment; never do two overlap', () => {
  fc.assert(
    fc.property(period, day, fc.integer({ min: -2, max: 30 }), (which, startsOn, late) => {
      const last = termFrom(which, startsOn);
      const due = dueOn(last);
      const paidOn = addDays(due, late);
      const next = nextTerm(which, last, paidOn);
      expect(next.startsOn > last.endsOn).toBe(true);
      if (which === 'natural_month') expect(next.startsOn).toBe(due);
      else expect(next.startsOn).toBe(late > 0 ? paidOn : due);
    }),
  );
});

test('a day begins at midnight in Beijing, whatever the machine thinks', () => {
  expect(dayOf(new Date('2026-03-31T15:59:59.999Z'))).toBe('2026-03-31');
  expect(dayOf(new Date('2026-03-31T16:00:00.000Z'))).toBe('2026-04-01');
  expect(momentOf('2026-04-01', 10).toISOString()).toBe('2026-04-01T02:00:00.000Z');
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 23 }), (date, hour) => {
      expect(dayOf(momentOf(date, hour))).toBe(date);
    }),
  );
});
