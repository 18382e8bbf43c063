import { describe, expect, test } from 'vitest';
import { next, sources } from '@/lib/core/transitions';
import {
  ASKABLE,
  ATTEMPT,
  type AttemptEvent,
  type AttemptState,
  LIVE,
} from '@/lib/payments/states';
import { REFUND, type RefundEvent, type RefundState } from '@/lib/refunds/states';
import {
  AttemptState as StoredAttempt,
  RefundState as StoredRefund,
} from '@/prisma/generated/enums';

const EVENTS: AttemptEvent[] = [
  'send',
  'wait',
  'lose',
  'supersede',
  'succeed',
  'fail',
  'succeedLate',
  'accept',
  'giveBack',
];
const STATES = Object.keys(ATTEMPT) as AttemptState[];

describe('the attempt', () => {
  test.each(STATES.flatMap((from) => EVENTS.map((event) => ({ from, event }))))(
    '$from + $event leads where the table says, or is refused',
    ({ from, event }) => {
      const to = ATTEMPT[from][event];
      if (to) expect(next(ATTEMPT, from, event)).toBe(to);
      else expect(() => next(ATTEMPT, from, event)).toThrow('state_conflict');
    },
  );

  test('time alone fails nothing: no event is named for it', () => {
    expect(EVENTS.filter((event) => /expire|timeout/.test(event))).toEqual([]);
  });

  test('a success can be recorded from every state in which money may still move', () => {
    for (const state of [...ASKABLE, 'failed' as const]) {
      expect(ATTEMPT[state].succeed ?? ATTEMPT[state].succeedLate).toBeDefined();
    }
  });

  test('a superseded attempt can never pay its order without being recorded as late', () => {
    expect(ATTEMPT.superseded.succeed).toBeUndefined();
    expect(sources(ATTEMPT, 'accept', 'succeeded')).toEqual(['late_succeeded']);
  });

  test('the order waits for live attempts only, and never for one that was left behind', () => {
    expect(LIVE).not.toContain('superseded');
    expect(LIVE).toContain('unknown');
  });
});

describe('the refund', () => {
  const events: RefundEvent[] = ['send', 'wait', 'lose', 'succeed', 'fail'];
  test.each(
    (Object.keys(REFUND) as RefundState[]).flatMap((from) =>
      events.map((event) => ({ from, event })),
    ),
  )('$from + $event leads where the table says, or is refused', ({ from, event }) => {
    const to = REFUND[from][event];
    if (to) expect(next(REFUND, from, event)).toBe(to);
    else expect(() => next(REFUND, from, event)).toThrow('state_conflict');
  });
});

test('the states in the database are those of the tables', () => {
  expect(Object.values(StoredAttempt).sort()).toEqual(STATES.sort());
  expect(Object.values(StoredRefund).sort()).toEqual(Object.keys(REFUND).sort());
});
