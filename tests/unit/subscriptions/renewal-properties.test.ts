import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, dayOf, momentOf } from '@/lib/core/beijing';
import { decideStep, type StepFacts, windowOf } from '@/lib/subscriptions/rules';

const moments = fc
  .integer({ min: 0, max: 3 * 366 * 24 * 60 })
  .map((minutes) => new Date(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000));
const days = fc.integer({ min: 0, max: 3 * 366 }).map((count) => addDays('2026-01-01', count));
const reasons = fc.constantFrom('insufficient_funds', 'declined', 'risk_refused', 'stopped');
const anyFacts: fc.Arbitrary<StepFacts> = fc.record({
  state: fc.constantFrom('active', 'past_due', 'cancelled', 'ended'),
  paidThrough: days,
  remindedFor: fc.option(days),
  remindedOn: fc.option(days),
  renewal: fc.option(
    fc.record({
      orderState: fc.constantFrom('open', 'paid', 'expired', 'closed'),
      undecided: fc.boolean(),
      failedAnew: fc.boolean(),
      failedOn: fc.option(days),
      failureReason: fc.option(reasons),
    }),
  ),
});
/** Days of one renewal, near to each other, as in life. */
const near = (due: Day) => fc.integer({ min: -6, max: 7 }).map((count) => addDays(due, count));
const livelyFacts = days.chain((due) =>
  fc.tuple(
    fc.record<StepFacts>({
      state: fc.constantFrom('active', 'past_due'),
      paidThrough: fc.constant(addDays(due, -1)),
      remindedFor: fc.constantFrom(due, due, null, addDays(due, -31)),
      remindedOn: near(due),
      renewal: fc.option(
        fc.record({
          orderState: fc.constant('open' as const),
          undecided: fc.constant(false),
          failedAnew: fc.constant(false),
          failedOn: fc.option(near(due)),
          failureReason: fc.option(reasons),
        }),
      ),
    }),
    fc
      .tuple(near(due), fc.integer({ min: 0, max: 24 * 60 - 1 }))
      .map(([day, minutes]) => new Date(momentOf(day).getTime() + minutes * 60_000)),
  ),
);

function expectRight(facts: StepFacts, now: Date): void {
  const step = decideStep(facts, now);
  const { state, renewal, remindedFor, remindedOn } = facts;
  const due = addDays(facts.paidThrough, 1);
  const { opens, closes } = windowOf(due);
  const today = dayOf(now);
  if (step.do === 'wait' && step.until) expect(step.until > now).toBe(true);
  if (step.do !== 'remind' && step.do !== 'charge') return;
  expect(state === 'active' || state === 'past_due').toBe(true);
  expect(renewal?.undecided ?? false).toBe(false);
  if (step.do === 'remind') {
    expect(now >= momentOf(today, 9) && now < momentOf(today, 21)).toBe(true);
    expect(remindedFor === due && remindedOn !== null).toBe(false);
    expect(momentOf(addDays(today, 1), 10) < closes).toBe(true);
    return;
  }
  expect(renewal?.orderState ?? 'open').toBe('open');
  expect(['risk_refused', 'stopped']).not.toContain(renewal?.failureReason);
  expect(now >= opens && now < closes).toBe(true);
  expect(renewal?.failedOn === today).toBe(false);
  expect(now >= momentOf(today, 10)).toBe(true);
  expect(remindedFor).toBe(due);
  expect(remindedOn !== null && remindedOn < today).toBe(true);
}

test('whatever the facts: a charge only the day after it was told of, and only when nothing is paid, in doubt, cancelled or outside the window; no message at night', () => {
  fc.assert(
    fc.property(anyFacts, moments, (facts, now) => expectRight(facts, now)),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(livelyFacts, ([facts, now]) => expectRight(facts, now)),
    { numRuns: 4_000 },
  );
});

test('whenever workers and the gateway are away: told at most once, charged only after that, else lapsed', () => {
  const due = '2026-04-01';
  const hours = { minLength: 10 * 24, maxLength: 10 * 24 };
  const away = fc.array(
    fc.integer({ min: 0, max: 9 }).map((n) => n < 5),
    hours,
  );
  // Longer absences than single hours: whole days of the ten.
  const awayDays = fc.array(fc.boolean(), { minLength: 10, maxLength: 10 });
  const begins = momentOf(addDays(due, -4)).getTime();
  fc.assert(
    fc.property(away, awayDays, away, awayDays, (noWorker, idle, noGateway, mute) => {
      let facts: StepFacts = {
        ...{ state: 'active', paidThrough: addDays(due, -1), renewal: null },
        ...{ remindedFor: null, remindedOn: null },
      };
      for (let hour = 0; hour < 240; hour += 1) {
        const now = new Date(begins + hour * 3_600_000);
        const day = Math.floor(hour / 24);
        if (noWorker[hour] || idle[day]) continue;
        const step = decideStep(facts, now);
        if (step.do === 'end') {
          // Nobody could tell its owner, for as long as a charge could have followed.
          expect(facts.remindedFor === null || now >= windowOf(due).closes).toBe(true);
          expect(now >= momentOf(addDays(due, 3), 21)).toBe(true);
          return;
        }
        if (step.do === 'remind') {
          expect(facts.remindedFor).toBeNull();
          if (noGateway[hour] || mute[day]) continue;
          facts = { ...facts, remindedFor: due, remindedOn: dayOf(now) };
        }
        if (step.do === 'charge') {
          expect(facts.remindedFor).toBe(due);
          expect(dayOf(now) > (facts.remindedOn ?? '9')).toBe(true);
          return;
        }
      }
    }),
  );
});
