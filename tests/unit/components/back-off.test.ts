import { expect, test } from 'vitest';
import { pollDelayMs } from '@/components/cashier/back-off';

test('asking slows down, never stops and never takes longer than a quarter of a minute', () => {
  const delays = Array.from({ length: 1_000 }, (_, round) => pollDelayMs(round));
  expect(delays[0]).toBe(1_000);
  expect(delays.every((delay, round) => delay >= (delays[round - 1] ?? 0))).toBe(true);
  expect(Math.max(...delays)).toBe(15_000);
});

test('where the payment happens on another screen it asks every two seconds for as long as it takes', () => {
  const delays = Array.from({ length: 1_000 }, (_, round) => pollDelayMs(round, true));
  expect(Math.max(...delays)).toBe(2_000);
  expect(Math.min(...delays)).toBe(1_000);
});
