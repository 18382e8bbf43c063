import { expect, test } from 'vitest';
import { next } from '@/lib/core/transitions';
import { REFUND_CASE, type RefundCaseEvent, type RefundCaseState } from '@/lib/refund-cases/states';
import { RefundCaseState as StoredState } from '@/prisma/generated/enums';

const STATES = Object.keys(REFUND_CASE) as RefundCaseState[];
const EVENTS: RefundCaseEvent[] = [
  'claim',
  'propose',
  'void',
  'approve',
  'undo',
  'send',
  'succeed',
  'fail',
  'return',
  'reject',
  'end',
  'overtake',
];
const from = (event: RefundCaseEvent) => STATES.filter((state) => REFUND_CASE[state][event]);

test.each(STATES.flatMap((state) => EVENTS.map((event) => ({ state, event }))))(
  '$state + $event leads where the table says, or is refused',
  ({ state, event }) => {
    const to = REFUND_CASE[state][event];
    if (to) expect(next(REFUND_CASE, state, event)).toBe(to);
    else expect(() => next(REFUND_CASE, state, event)).toThrow('state_conflict');
  },
);

test('nothing is sent but what was approved, and nothing is approved but what was proposed', () => {
  expect(from('send')).toEqual(['approved']);
  expect(from('approve')).toEqual(['proposed']);
  expect(from('propose')).toEqual(['claimed']);
  expect(from('undo')).toEqual(['approved']);
});

test('the payee can be corrected until everybody has approved, and never after', () => {
  expect(from('claim')).toEqual(['open', 'claimed', 'proposed']);
});

test('nobody ends a case whose payout is under way, and an ended one stays so', () => {
  expect(from('end')).toEqual(['open', 'claimed']);
  expect(REFUND_CASE.closed).toEqual({});
});

test('the database knows the same states', () => {
  expect(Object.keys(StoredState).sort()).toEqual([...STATES].sort());
});
