import { expect, test } from 'vitest';
import { formatRemaining, minuteCrossed } from '@/components/cashier/remaining';

test.each([
  [872_000, '14:32'],
  [871_001, '14:32'],
  [60_000, '01:00'],
  [1, '00:01'],
  [0, '00:00'],
  [-5_000, '00:00'],
  [3_753_000, '1:02:33'],
])('%i ms are %s', (leftMs, text) => {
  expect(formatRemaining(leftMs)).toBe(text);
});

test('five minutes and one minute are each said once, also when a look came late', () => {
  expect(minuteCrossed(300_500, 299_500)).toBe(5);
  expect(minuteCrossed(299_500, 298_500)).toBeUndefined();
  expect(minuteCrossed(61_000, 60_000)).toBe(1);
  expect(minuteCrossed(240_000, 20_000)).toBe(1);
  expect(minuteCrossed(20_000, 19_000)).toBeUndefined();
});
