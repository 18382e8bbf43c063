import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '@/lib/core/db';
import type { CountedCalls } from './counted-calls';
import { FAULTS, type Fault, type FaultProxy } from './fault-proxy';
import { type Ask, endOpenTimes, type Neighbour, settled } from './neighbour-scenes';

export interface Surroundings {
  proxy: FaultProxy;
  /** The simulator's control API, past the proxy. */
  control: Ask;
  calls: CountedCalls;
}

/** Whoever waits for an answer is out of patience once there is nothing left to wait for. */
export function shortenPatience(proxy: FaultProxy): void {
  const waiting: AbortController[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const caller = new AbortController();
    waiting.push(caller);
    return caller.signal;
  });
  proxy.onWait(() => {
    const timedOut = new DOMException('the time is over', 'TimeoutError');
    for (const caller of waiting.splice(0)) caller.abort(timedOut);
  });
}

/** Nothing can have been done where the call never left; what we were told after it did says nothing. */
function toldAfter(fault: Fault, { resends }: Neighbour): readonly string[] {
  if (resends) return ['unknown'];
  if (fault === 'refuse') return ['failed'];
  // Before the first byte is on the line, or just after.
  return fault === 'reset before' ? ['failed', 'unknown'] : ['unknown'];
}

const NOT_MOVED = { here: 0, there: 0 };
const MOVED_ONCE = { here: 1, there: 1 };

/** Before and after each test in the file, all is well. */
export function keepWell(around: () => Surroundings): void {
  beforeEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers'));
  afterEach(async () => {
    vi.restoreAllMocks();
    await around().proxy.heal();
  });
}

/** Calls, and those that were made again, word for word. */
export interface Count {
  made: number;
  again: number;
}

export function printCount(name: string, { made, again }: Count): void {
  const part = ((again / made) * 100).toFixed(1);
  console.log(`neighbour · ${name} · ${again} of ${made} calls made again (${part} %)`);
}

/** What has to hold with every neighbour and every fault. */
export function testFaults(around: () => Surroundings, ...neighbours: readonly Neighbour[]): void {
  keepWell(around);
  for (const neighbour of neighbours) describe(neighbour.name, () => testOne(around, neighbour));
}

const EVERY = Object.keys(FAULTS) as Fault[];

function testOne(around: () => Surroundings, neighbour: Neighbour): void {
  const { moving, asking, resends = false, letPass = endOpenTimes } = neighbour;
  let madeBefore = 0;
  beforeAll(() => {
    madeBefore = around().calls.all();
  });

  test.each(EVERY)('%s: unknown or never sent, and moved here as often as there', async (fault) => {
    const { proxy, control } = around();
    const begin = await neighbour.prepare(control);
    const { reaches, slow } = FAULTS[fault];
    if (slow) shortenPatience(proxy);
    await proxy.fail(fault, moving);
    const deal = await begin();
    expect(toldAfter(fault, neighbour)).toContain(await deal.state());
    expect(await deal.moved()).toMatchObject({ here: 0 });

    vi.restoreAllMocks();
    await proxy.heal();
    await letPass();
    const arrives = reaches || resends;
    expect(await settled(deal)).toBe(arrives ? 'succeeded' : 'failed');
    expect(await deal.moved()).toEqual(arrives ? MOVED_ONCE : NOT_MOVED);
  });

  test.each(EVERY)('%s when it is asked: nothing is decided by that', async (fault) => {
    const { proxy, control } = around();
    const begin = await neighbour.prepare(control);
    await proxy.fail('drop reply', moving);
    const deal = await begin();
    await proxy.heal();
    if (FAULTS[fault].slow) shortenPatience(proxy);
    await proxy.fail(fault, asking);
    await letPass();
    await deal.ask();
    expect(await deal.state()).toBe('unknown');
    expect(await deal.moved()).toMatchObject({ here: 0 });

    vi.restoreAllMocks();
    await proxy.heal();
    expect(await settled(deal)).toBe('succeeded');
    expect(await deal.moved()).toEqual(MOVED_ONCE);
  });

  test('over all of these, what moves money is sent again only where that is safe, and seldom', () => {
    const { calls } = around();
    const made = calls.all() - madeBefore;
    const again = calls.again(moving, madeBefore);
    printCount(neighbour.name, { made, again });
    expect(made).toBeGreaterThan(0);
    expect(again).toBeLessThanOrEqual(resends ? made / 10 : 0);
  });
}
