import { expect, test } from 'vitest';
import { MOMENT, momentFrom, TIME_OF_DAY } from '@/components/cashier/time-format';

test('an end on this day, in Beijing, needs the hour only; one on another day has its date', () => {
  const now = new Date('2026-11-20T15:30:00Z');
  expect(momentFrom(now, new Date('2026-11-20T15:59:59Z'))).toBe(TIME_OF_DAY);
  expect(momentFrom(now, new Date('2026-11-20T16:00:00Z'))).toBe(MOMENT);
});
