import { describe, expect, test } from 'vitest';
import { arrive, quantile } from '@/tests/support/open-arrivals';

describe('arrivals that wait for nobody', () => {
  test('all of them come though none is ever answered in time, and each is counted', async () => {
    // Nobody is answered before the last has come, however long this machine takes for that.
    let answer: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const lasts = (ms: number) => {
      if (ms >= 250) answer();
      return ms < 250;
    };
    let under = 0;
    const arrivals = await arrive({ perSecond: 400, lasts }, async (number) => {
      under += 1;
      await over;
      if (number % 5 === 0) throw new Error('refused');
      return under;
    });
    expect(arrivals.offered).toBeGreaterThan(20);
    const refused = Math.ceil(arrivals.offered / 5);
    expect(arrivals.failed).toEqual(new Map([['refused', refused]]));
    expect(arrivals.done).toHaveLength(arrivals.offered - refused);
    for (const { result } of arrivals.done) expect(result).toBe(arrivals.offered);
  });

  test('what was sent late is slow from the moment that it was due, and the lag is told', async () => {
    const arrivals = await arrive({ perSecond: 200, lasts: (ms) => ms < 100 }, async (number) => {
      const untilMs = performance.now() + (number === 0 ? 150 : 0);
      while (performance.now() < untilMs);
    });
    expect(arrivals.lagMs).toBeGreaterThan(30);
    expect(
      quantile(
        arrivals.done.map(({ tookMs }) => tookMs),
        1,
      ),
    ).toBeGreaterThanOrEqual(149);
  });
});

test('a quantile is a value that occurred', () => {
  const values = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([0.5, 0.95, 0.99, 1].map((share) => quantile(values, share))).toEqual([50, 95, 99, 100]);
  expect(quantile([7], 0.5)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});
