import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DeliveryAnswer,
  decideAfterTry,
  isPublicAddress,
  problemOfStatus,
  RETRY_LADDER_SECONDS,
  retryAfterSeconds,
} from '@/lib/webhooks/rules';

const NOW = new Date('2026-11-20T04:00:00Z');
const answered = (status: number, retryAfter: string | null = null): DeliveryAnswer => ({
  status,
  problem: problemOfStatus(status),
  retryAfter,
  durationMs: 5,
});
const timedOut: DeliveryAnswer = {
  status: null,
  problem: 'timeout',
  retryAfter: null,
  durationMs: 15_000,
};
const decide = (answer: DeliveryAnswer, triesMade: number, chance = 0) =>
  decideAfterTry({ answer, triesMade, now: NOW, chance });

describe('the retry ladder', () => {
  test('a failing endpoint is tried ten times within 75 h 35 m 05 s, then never again', () => {
    const waits: number[] = [];
    for (let tries = 1; ; tries += 1) {
      const next = decide(timedOut, tries);
      if (next.state !== 'pending') {
        expect(next).toEqual({ state: 'exhausted', endpointGone: false });
        expect(tries).toBe(10);
        break;
      }
      waits.push(next.inSeconds);
    }
    expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(75 * 3_600 + 35 * 60 + 5);
  });

  test('chance only ever makes a wait longer, by a tenth at most', () => {
    const anyTry = fc.integer({ min: 1, max: RETRY_LADDER_SECONDS.length - 1 });
    fc.assert(
      fc.property(anyTry, fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
        const step = RETRY_LADDER_SECONDS[tries] ?? Number.NaN;
        const next = decide(answered(500), tries, chance);
        expect(next.state).toBe('pending');
        if (next.state !== 'pending') return;
        expect(next.inSeconds).toBeGreaterThanOrEqual(step);
        expect(next.inSeconds).toBeLessThanOrEqual(step * 1.1 + 1e-6);
      }),
    );
  });

  test.each([
    [200, { state: 'delivered' }],
    [204, { state: 'delivered' }],
    [299, { state: 'delivered' }],
    [199, { state: 'pending', inSeconds: 5 }],
    [302, { state: 'pending', inSeconds: 5 }],
    [404, { state: 'pending', inSeconds: 5 }],
    [410, { state: 'exhausted', endpointGone: true }],
    [500, { state: 'pending', inSeconds: 5 }],
  ])('a first answer of %i leads to %j', (status, expected) => {
    expect(decide(answered(status), 1)).toEqual(expected);
  });
});

describe('Retry-After', () => {
  test('a longer wait asked for is kept, in seconds or as a date', () => {
    const inSeconds = 90;
    expect(decide(answered(503, '90'), 1)).toEqual({ state: 'pending', inSeconds });
    const date = 'Fri, 20 Nov 2026 04:01:30 GMT';
    expect(decide(answered(429, date), 1)).toEqual({ state: 'pending', inSeconds });
  });

  test('a shorter wait does not shorten the ladder, an endless one is cut to a day', () => {
    expect(decide(answered(503, '1'), 2)).toEqual({ state: 'pending', inSeconds: 300 });
    expect(decide(answered(503, '999999999'), 1)).toEqual({ state: 'pending', inSeconds: 86_400 });
  });

  test.each([null, '', 'soon', '-5', '1.5', '1e3', '+5', '0x10', 'Fri, 99 Nov 2026', '1, 2'])(
    'what is neither seconds nor an HTTP date is ignored: %j',
    (header) => {
      expect(retryAfterSeconds(header, NOW)).toBe(0);
    },
  );

  test('a date that has passed asks for no wait', () => {
    expect(retryAfterSeconds('Fri, 20 Nov 2026 03:00:00 GMT', NOW)).toBe(0);
  });
});

describe('where a notice may go', () => {
  test.each([
    ...['0.0.0.0', '127.0.0.1', '127.255.255.254', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192'],
    ...['168.63.129.16', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1', '2001:db8::1'],
    ...['::ffff:127.0.0.1', '::ffff:a00:1', '::10.0.0.1', '64:ff9b::a9fe:a9fe', '2002:7f00:1::'],
    ...['2001::7f00:1', '::ffff:168.63.129.16', '', 'localhost', '127.0.0.1:80', 'not an address'],
  ])('never to %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111'])(
    'to %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});
