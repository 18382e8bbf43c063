import { expect, test } from 'vitest';
import { clearingDayOf, readyAt, returnsAt } from '@/lib/channels/unionpay/clearing-day';

const at = (beijing: string) => new Date(`${beijing}+08:00`);

test.each([
  ['2026-11-20T22:59:59.999', '2026-11-20'],
  ['2026-11-20T23:00:00.000', '2026-11-21'],
  ['2026-11-20T00:00:00.000', '2026-11-20'],
  ['2026-12-31T23:00:00.000', '2027-01-01'],
  ['2028-02-28T23:30:00.000', '2028-02-29'],
])('%s in Beijing belongs to clearing day %s', (moment, day) => {
  expect(clearingDayOf(at(moment))).toBe(day);
});

test('the file of a clearing day is there at nine in the next morning', () => {
  expect(readyAt('2026-11-20')).toEqual(at('2026-11-21T09:00:00'));
  for (const day of ['2026-11-31', '20261120', '2026-1-1', '']) {
    expect(() => readyAt(day)).toThrow(RangeError);
  }
});

test.each([
  ['2026-11-20T12:00:00', '2026-11-20T22:59:59', true],
  ['2026-11-20T12:00:00', '2026-11-20T23:00:00', false],
  ['2026-11-20T23:00:00', '2026-11-21T22:59:59', true],
  ['2026-11-20T22:59:59', '2026-11-20T23:00:00', false],
  ['2026-11-20T12:00:00', '2027-11-20T12:00:00', false],
])('a payment of %s can be undone at %s: %s', (paidAt, moment, undo) => {
  expect(returnsAt({ paidAt: at(paidAt), at: at(moment) }).undo).toBe(undo);
});

test.each([
  ['2026-01-15T12:00:00', '2026-01-15T12:00:01', true],
  ['2026-01-15T12:00:00', '2026-12-15T12:00:00', true],
  ['2026-01-15T12:00:00', '2026-12-15T12:00:01', false],
  ['2026-03-31T12:00:00', '2027-02-28T12:00:00', true],
  ['2026-03-31T12:00:00', '2027-03-01T00:00:00', false],
  // In Beijing it is already the 1st, in London still the 31st.
  ['2026-04-01T01:00:00', '2027-03-01T01:00:00', true],
  ['2026-04-01T01:00:00', '2027-03-01T01:00:01', false],
])('a payment of %s can be refunded at %s: %s', (paidAt, moment, refund) => {
  expect(returnsAt({ paidAt: at(paidAt), at: at(moment) }).refund).toBe(refund);
});
