import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, newSortableNumber, newToken } from '@/lib/core/ids';

test('ids of later milliseconds sort after those of earlier ones', () => {
  const times = fc.tuple(fc.nat(2 ** 42), fc.integer({ min: 1, max: 2 ** 40 }));
  fc.assert(
    fc.property(times, ([at, later]) => {
      expect(newSortableNumber(at) < newSortableNumber(at + later)).toBe(true);
    }),
  );
});

test('an id is its prefix and 26 characters that cannot be misread', () => {
  expect(newId('ord')).toMatch(/^ord_[0-9a-hjkmnp-tv-z]{26}$/);
});

test('a hundred thousand ids of one millisecond are all different', () => {
  const ids = new Set(Array.from({ length: 100_000 }, () => newSortableNumber(1_790_000_000_000)));
  expect(ids.size).toBe(100_000);
});

test('a token is 256 bits in 43 characters', () => {
  expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newToken()).not.toBe(newToken());
});
