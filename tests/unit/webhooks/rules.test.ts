import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrivateTarget, isPublicAddress, readPrivateTarget } from '@/lib/core/public-address';
import { disabledBy, probeWaitSeconds } from '@/lib/merchants/endpoint-rules';
import {
  decideAfterTry,
  keptBody,
  keptHeaders,
  pauseSeconds,
  problemOfStatus,
  RETRY_LADDER_SECONDS,
  retryAfterSeconds,
} from '@/lib/webhooks/rules';

const NOW = new Date('2026-11-20T04:00:00Z');
const answered = (status: number, retryAfter: string | null = null) => ({
  status,
  problem: problemOfStatus(status),
  retryAfter,
});
const timedOut = { status: null, problem: 'timeout' as const, retryAfter: null };
type Answer = Parameters<typeof decideAfterTry>[0]['answer'];
const decide = (answer: Answer, triesMade: number, chance = 0) =>
  decideAfterTry({ answer, triesMade, now: NOW, chance });

describe('the retry ladder', () => {
  test('a failing endpoint is tried ten times within 75 h 35 m 05 s, then never again', () => {
    const waits: number[] = [];
    for (let tries = 1; ; tries += 1) {
      const next = decide(timedOut, tries);
      if (next.state !== 'pending') {
        expect(next).toEqual({ state: 'exhausted' });
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
    [410, { state: 'exhausted' }],
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

  test('the oldest form of a date, which names no zone, means GMT', () => {
    expect(retryAfterSeconds('Fri Nov 20 04:01:30 2026', NOW)).toBe(90);
  });

  test('a date that has passed asks for no wait', () => {
    expect(retryAfterSeconds('Fri, 20 Nov 2026 03:00:00 GMT', NOW)).toBe(0);
  });
});

describe('what a failed try means for the whole endpoint', () => {
  test.each([
    [answered(204), 0],
    [answered(500), 0],
    [timedOut, 0],
    [answered(429), 60],
    [answered(429, '5'), 5],
    [answered(503, '120'), 120],
    [answered(503, '999999'), 86_400],
  ])('%j leaves it alone for %i seconds', (answer, seconds) => {
    expect(pauseSeconds(answer, NOW)).toBe(seconds);
  });

  test('410 switches it off at once, five days and ten tries without an arrival do, too, and less of either does not', () => {
    const disabled = (status: number | null, days: number, failures: number) => {
      const failingSince = new Date(NOW.getTime() - days * 86_400_000);
      return disabledBy({ status, failures, failingSince, now: NOW });
    };
    expect(disabled(410, 0, 1)).toBe('gone');
    expect(disabled(500, 4.99, 100)).toBeUndefined();
    expect(disabled(500, 30, 9)).toBeUndefined();
    expect(disabled(null, 5, 10)).toBe('failing');
  });

  test('it is probed after an hour, then ever more rarely, a day apart at last, for about a month', () => {
    const waits: number[] = [];
    for (let made = 0; ; made += 1) {
      const wait = probeWaitSeconds(made);
      if (wait === null) break;
      waits.push(wait);
    }
    expect(waits.slice(0, 6)).toEqual([3_600, 7_200, 14_400, 28_800, 57_600, 86_400]);
    expect(Math.max(...waits)).toBe(86_400);
    const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400;
    expect(days).toBeGreaterThan(28);
    expect(days).toBeLessThan(35);
  });
});

describe('what is kept of an answer', () => {
  test('a kilobyte of its text, without anything that a terminal or a page would act on', () => {
    const bytes = Buffer.from(`ok\u0000\u001b[31m\u202e 好\n${'x'.repeat(2_000)}`);
    const kept = keptBody(bytes) ?? '';
    expect(kept.startsWith('ok[31m 好\nxxx')).toBe(true);
    expect(kept.length).toBeLessThan(1_024);
    expect(keptBody(Buffer.of())).toBeNull();
    expect(keptBody(Buffer.of(0, 1, 2))).toBeNull();
  });

  test('headers that explain something, never a cookie', () => {
    const headers = {
      'content-type': 'text/html',
      'set-cookie': ['a=b'],
      location: '/x',
      'x-a': '1',
    };
    expect(keptHeaders(headers)).toEqual({ 'content-type': 'text/html', location: '/x' });
  });
});

describe('places inside the network that notices may go to', () => {
  const allows = (text: string, url: string) => {
    const target = readPrivateTarget(text);
    return target !== undefined && isPrivateTarget(new URL(url), [target]);
  };

  test.each([
    ['localhost:4000', 'http://localhost:4000/hook'],
    ['127.0.0.1:80', 'http://127.0.0.1/hook'],
    ['dev.internal:443', 'https://dev.internal/'],
    ['[::1]:4000', 'http://[::1]:4000/'],
    ['localhost:*', 'http://localhost:51234/'],
  ])('%s lets it go to %s', (text, url) => {
    expect(allows(text, url)).toBe(true);
  });

  test.each([
    ['localhost:4000', 'http://localhost:4001/'],
    ['localhost:4000', 'http://127.0.0.1:4000/'],
    ['localhost:4000', 'http://localhost.:4000/'],
    ['localhost:4000', 'http://localhost.evil.example:4000/'],
    ['127.0.0.1:80', 'https://127.0.0.1/'],
  ])('%s does not let it go to %s', (text, url) => {
    expect(allows(text, url)).toBe(false);
  });

  test.each([
    '',
    'localhost',
    'localhost:0',
    'localhost:65536',
    '*:80',
    'http://localhost:80',
    'a b:1',
  ])('%j names no place', (text) => {
    expect(readPrivateTarget(text)).toBeUndefined();
  });
});

describe('where a notice may go', () => {
  test.each([
    ...['0.0.0.0', '127.0.0.1', '127.255.255.254', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192'],
    ...['168.63.129.16', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', 'fec0::1', '2001:db8::1'],
    ...['::ffff:127.0.0.1', '::ffff:a00:1', '::10.0.0.1', '64:ff9b::a9fe:a9fe', '2002:7f00:1::'],
    ...[
      '2001::7f00:1',
      '::ffff:168.63.129.16',
      '::7f00:1',
      '::a00:1',
      '64:ff9b:1::7f00:1',
      '4000::1',
      '',
      'localhost',
      '127.0.0.1:80',
      'not an address',
    ],
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
