import { expect, test } from 'vitest';
import { next } from '@/lib/core/transitions';
import {
  ASKABLE,
  PAYOUT,
  type PayoutEvent,
  type PayoutState,
  UNDECIDED,
} from '@/lib/payouts/states';
import { SUSPENSE } from '@/lib/virtual-accounts/states';
import {
  PayoutState as StoredPayout,
  SuspenseReason as StoredReason,
  SuspenseState as StoredSuspense,
} from '@/prisma/generated/enums';

const EVENTS: PayoutEvent[] = ['hold', 'send', 'accept', 'lose', 'succeed', 'fail', 'return'];
const STATES = Object.keys(PAYOUT) as PayoutState[];

test.each(STATES.flatMap((from) => EVENTS.map((event) => ({ from, event }))))(
  '$from + $event leads where the table says, or is refused',
  ({ from, event }) => {
    const to = PAYOUT[from][event];
    if (to) expect(next(PAYOUT, from, event)).toBe(to);
    else expect(() => next(PAYOUT, from, event)).toThrow('state_conflict');
  },
);

test('every undecided payout can take each definite word, and none is decided by a lost answer', () => {
  for (const state of UNDECIDED) {
    expect(PAYOUT[state]).toMatchObject({ succeed: 'succeeded', fail: 'failed' });
    expect(UNDECIDED).toContain(PAYOUT[state].lose);
  }
});

test('only what has arrived can come back, and what is over is never asked about', () => {
  expect(STATES.filter((state) => PAYOUT[state].return)).toEqual(['succeeded']);
  expect(ASKABLE).not.toContain('failed');
  expect(ASKABLE).not.toContain('returned');
});

test('the database knows the same states and reasons', () => {
  expect(Object.keys(StoredPayout).sort()).toEqual([...STATES].sort());
  expect(Object.keys(StoredSuspense).sort()).toEqual(Object.keys(SUSPENSE).sort());
  expect(Object.keys(StoredReason)).toEqual([
    'unknown_number',
    'closed_account',
    'no_contract',
    'returned_twice',
    'unclaimed_refund',
  ]);
});
