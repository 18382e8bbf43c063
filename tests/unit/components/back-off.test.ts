import { expect, test } from 'vitest';
import { pollDelayMs } from '@/components/cashier/back-off';

test('asking slows down, never stops and never takes longer than a quarter of a minute', () => {
  const delays = Array.from({ length: 1_000 }, (_, round) => pollDelayMs(round));
  expect(delays[0]).toBe(1_000);
  expect(delays.every((delay, round) => delay >= (delays[round - 1] ?? 0))).toBe(true);
  expect(Math.max(...delays)).toBe(15_000);
});
