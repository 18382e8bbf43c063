import { expect, test } from 'vitest';
import { returnsAt } from '@/lib/channels/unionpay/clearing-day';
import { decideRoute, refundTakesOver } from '@/lib/refunds/route-rules';

const whole = { amountMinor: 100n, paidMinor: 100n, returnedMinor: 0n };
const both = { undo: true, refund: true };
const late = { undo: false, refund: true };
const none = { undo: false, refund: false };

test.each([
  ['all of it on its day', { ...whole, ways: both }, { route: 'undo' }],
  ['all of it later', { ...whole, ways: late }, { route: 'refund' }],
  ['a part on its day', { ...whole, amountMinor: 99n, ways: both }, { route: 'refund' }],
  [
    'the rest on its day',
    { ...whole, amountMinor: 1n, returnedMinor: 99n, ways: both },
    { route: 'refund' },
  ],
  [
    'more than is left',
    { ...whole, returnedMinor: 1n, ways: both },
    { refused: 'refund_exceeds_payment' },
  ],
  ['after the window', { ...whole, ways: none }, { refused: 'refund_window_over' }],
  ['from our own ledger', { ...whole, ways: null }, { route: 'balance' }],
  [
    'more than is left of our own',
    { ...whole, amountMinor: 101n, ways: null },
    { refused: 'refund_exceeds_payment' },
  ],
])('%s', (_, facts, decision) => {
  expect(decideRoute(facts)).toEqual(decision);
});

const beijing = (text: string) => new Date(`${text}+08:00`);

test.each([
  ['2026-11-26T22:59:59', 'undo'],
  ['2026-11-26T23:00:00', 'refund'],
  ['2027-10-25T23:00:00', 'refund'],
])('paid at noon and asked back at %s, it takes the %s', (at, route) => {
  const ways = returnsAt({ paidAt: beijing('2026-11-26T12:00:00'), at: beijing(at) });
  expect(decideRoute({ ...whole, ways })).toEqual({ route });
});

test('a refund stands in for a refused undo, unless it would hear the same', () => {
  const undo = { route: 'undo', reason: 'rejected_request', refundOpen: true } as const;
  expect(refundTakesOver(undo)).toBe(true);
  expect(refundTakesOver({ ...undo, reason: 'not_permitted' })).toBe(true);
  expect(refundTakesOver({ ...undo, reason: 'channel_closed' })).toBe(false);
  expect(refundTakesOver({ ...undo, refundOpen: false })).toBe(false);
  expect(refundTakesOver({ ...undo, route: 'refund' })).toBe(false);
});
