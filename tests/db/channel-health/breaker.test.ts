import { beforeEach, describe, expect, test } from 'vitest';
import { callChannel } from '@/lib/channel-health/call-channel';
import { claimProbe } from '@/lib/channel-health/claim-probe';
import { countCall } from '@/lib/channel-health/count-call';
import type { Called, CallResult } from '@/lib/channel-health/health';
import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { BREAKER, healthOf } from '@/lib/channel-health/rules';
import { sweepCallCounts } from '@/lib/channel-health/sweep-call-counts';
import { db } from '@/lib/core/db';
import { READER } from '@/tests/support/any-staff';

const CALLED: Called = { channel: 'netsunion', operation: 'pay' };

beforeEach(async () => {
  await db().channelCallCount.deleteMany();
  await db().channelBreaker.deleteMany();
});

const health = async (called = CALLED) => healthOf(await listChannelHealth({ by: READER }), called);
const state = async () => (await health()).state;
async function count(...results: CallResult[]) {
  for (const result of results) await countCall({ ...CALLED, result });
}
const failures = (times: number): CallResult[] => Array(times).fill('failed');
const breaker = () => db().channelBreaker.findFirstOrThrow({ where: CALLED });
/** How long the channel is left alone from its last opening on. */
async function pauseSeconds() {
  const { openedAt, probeAt } = await breaker();
  return Math.round((Number(probeAt) - Number(openedAt)) / 1_000);
}
/** Lets the pause be over without waiting for it. */
const endPause = () =>
  db().$executeRaw`UPDATE channel_breakers SET probe_at = clock_timestamp() - interval '1 ms'`;
/** Moves what was counted so many minutes back. */
const age = (minutes: number) =>
  db()
    .$executeRaw`UPDATE channel_call_counts SET minute = minute - make_interval(mins => ${minutes}::int)`;

describe('a breaker opens', () => {
  test('at the fifth failure in a row, not before', async () => {
    await count(...failures(4));
    expect(await state()).toBe('closed');
    await count('failed');
    expect(await health()).toMatchObject({ state: 'open', probeDue: false });
    expect(await pauseSeconds()).toBe(BREAKER.firstPauseSeconds);
  });

  test('not while an answer comes in between', async () => {
    await count(...failures(4), 'answered', ...failures(4), 'answered');
    // 8 of 10 have failed by now, so the share decides at the next failure.
    expect(await state()).toBe('closed');
  });

  test('when more than half of at least ten recent calls failed', async () => {
    await count('answered', 'failed', 'answered', 'failed', 'answered', 'failed', 'answered');
    await count('failed', 'answered', 'failed');
    expect(await state()).toBe('closed'); // 5 of 10
    await count('failed');
    expect(await state()).toBe('open'); // 6 of 11
  });

  test('not for failures of long ago', async () => {
    await count(...failures(4), 'answered', ...failures(4), 'answered');
    await age(3);
    await count('failed');
    expect(await state()).toBe('closed');
  });

  test('for its own operation of its own channel only', async () => {
    await count(...failures(5));
    expect((await health({ ...CALLED, operation: 'query' })).state).toBe('closed');
    expect((await health({ ...CALLED, channel: 'unionpay' })).state).toBe('closed');
  });

  test('once, however many calls fail at the same moment', async () => {
    await Promise.all(failures(40).map((result) => countCall({ ...CALLED, result })));
    expect(await state()).toBe('open');
    expect(await pauseSeconds()).toBe(BREAKER.firstPauseSeconds);
    expect(await health()).toMatchObject({ calls: 40, successRate: 0 });
  });
});

describe('while it is open', () => {
  beforeEach(() => count(...failures(5)));

  test('nobody gets the probe before the pause is over, and then one caller does', async () => {
    expect(await claimProbe(CALLED)).toBe(false);
    await endPause();
    expect(await health()).toMatchObject({ state: 'open', probeDue: true });
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimProbe(CALLED)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await health()).toMatchObject({ state: 'half_open', probeDue: false });
  });

  test('an answered probe closes it, and old failures are not held against the channel', async () => {
    await endPause();
    await claimProbe(CALLED);
    await count('answered');
    expect(await state()).toBe('closed');
    await count(...failures(4));
    expect(await state()).toBe('closed');
  });

  test('each failed probe doubles the pause, up to two minutes', async () => {
    const pauses: number[] = [];
    for (let probe = 0; probe < 6; probe += 1) {
      await endPause();
      expect(await claimProbe(CALLED)).toBe(true);
      await count('failed');
      pauses.push(await pauseSeconds());
    }
    expect(pauses).toEqual([20, 40, 80, 120, 120, 120]);
  });

  test('late answers and late failures of old calls change nothing during the pause', async () => {
    const before = await breaker();
    await count('answered', 'failed', 'failed');
    const { updatedAt, ...after } = await breaker();
    expect(after).toEqual({ ...before, updatedAt: undefined });
    expect(updatedAt).toEqual(before.updatedAt);
  });

  test('a probe that got lost gives way to another', async () => {
    await endPause();
    await claimProbe(CALLED);
    expect(await claimProbe(CALLED)).toBe(false);
    await endPause();
    expect(await claimProbe(CALLED)).toBe(true);
  });

  test('a question that is answered after the pause closes it without a probe', async () => {
    await endPause();
    await count('answered');
    expect(await state()).toBe('closed');
  });
});

describe('a call is counted by what came of it', () => {
  const countsAfter = async (answer: Parameters<typeof callChannel>[1]) => {
    await callChannel(CALLED, answer);
    const found = await db().channelCallCount.findFirst({ where: CALLED });
    return found && { answered: found.answered, failed: found.failed };
  };

  test('lost, unreadable or not sent is failed', async () => {
    expect(await countsAfter(async () => ({ kind: 'unknown' }))).toEqual({
      answered: 0,
      failed: 1,
    });
    expect(await countsAfter(async () => ({ kind: 'failed', reason: 'not_received' }))).toEqual({
      answered: 0,
      failed: 2,
    });
  });

  test('a decline is an answer', async () => {
    expect(await countsAfter(async () => ({ kind: 'failed', reason: 'declined' }))).toEqual({
      answered: 1,
      failed: 0,
    });
  });

  test('a form for the browser was no call', async () => {
    const form = { kind: 'pending', next: { type: 'post-form' } };
    expect(await countsAfter(async () => form)).toBeNull();
  });

  test('and the answer is the caller’s, even when it cannot be counted', async () => {
    const nowhere = { channel: 'nowhere' as 'bank', operation: 'pay' as const };
    const answer = { kind: 'succeeded' };
    expect(await callChannel(nowhere, async () => answer)).toBe(answer);
  });
});

test('the success rate is that of the last five minutes', async () => {
  await count(...failures(2));
  await age(6);
  await count('answered', 'answered', 'failed', 'answered');
  expect(await health()).toMatchObject({ calls: 4, successRate: 0.75 });
});

test('counts older than a day are swept, younger ones stay', async () => {
  await count('answered');
  await age(24 * 60 + 1);
  await count('answered');
  expect(await sweepCallCounts()).toBe(1);
  expect(await sweepCallCounts()).toBe(0);
  expect(await db().channelCallCount.count()).toBe(1);
});
