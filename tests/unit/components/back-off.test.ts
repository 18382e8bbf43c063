import { expect, test } from 'vitest';
import { lookInMs } from '@/components/cashier/back-off';

test('without a stream it asks every two seconds, after a minute every ten, and never stops', () => {
  const asked: number[] = [];
  for (let at = 0; at < 3_600_000; ) {
    at += lookInMs({ heard: false, sinceMs: at });
    asked.push(at);
  }
  const within = asked.filter((at) => at <= 60_000);
  expect(within).toEqual(within.map((_, place) => 2_000 * (place + 1)));
  const gaps = asked
    .slice(within.length + 1)
    .map((at, place) => at - (asked[within.length + place] ?? 0));
  expect(new Set(gaps)).toEqual(new Set([10_000]));
  expect(gaps.length).toBeGreaterThan(300);
});

test('while the stream is heard it asks nothing, and looks again once that has been silent for fifteen seconds', () => {
  expect(lookInMs({ heard: true, sinceMs: 0 })).toBe(15_000);
  expect(lookInMs({ heard: true, sinceMs: 14_000 })).toBe(1_000);
  // A timer that ran late, as in a tab that slept.
  expect(lookInMs({ heard: true, sinceMs: 90_000 })).toBe(0);
});
