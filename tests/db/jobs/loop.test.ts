import { expect, test, vi } from 'vitest';
import { runLoop } from '@/lib/jobs/loop';
import { SOON } from '@/tests/support/soon';

const NEVER_MS = 3_600_000;

test('a round that found work is followed by another at once', async () => {
  let rounds = 0;
  const loop = runLoop('test', NEVER_MS, async () => {
    rounds += 1;
    return rounds < 4;
  });
  await vi.waitFor(() => expect(rounds).toBe(4), SOON);
  await loop.stop();
});

test('waking ends the pause, also when it comes in the middle of a round', async () => {
  let rounds = 0;
  let endRound: () => void = () => undefined;
  const loop = runLoop('test', NEVER_MS, async () => {
    rounds += 1;
    await new Promise<void>((resolve) => {
      endRound = resolve;
    });
    return false;
  });
  await vi.waitFor(() => expect(rounds).toBe(1), SOON);
  loop.wake();
  endRound();
  await vi.waitFor(() => expect(rounds).toBe(2), SOON);
  const stopped = loop.stop();
  endRound();
  await stopped;
  expect(rounds).toBe(2);
});

test('a round that throws does not end the loop', async () => {
  process.env.LOG_LEVEL = 'silent';
  let rounds = 0;
  const loop = runLoop('test', 1, async () => {
    rounds += 1;
    if (rounds < 3) throw new Error('the database is away');
    return false;
  });
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(3), SOON);
  await loop.stop();
});

test('stopping waits for the round under way and starts no other', async () => {
  const events: string[] = [];
  let endRound: () => void = () => undefined;
  const loop = runLoop('test', 0, async () => {
    events.push('begin');
    await new Promise<void>((resolve) => {
      endRound = resolve;
    });
    events.push('end');
    return true;
  });
  await vi.waitFor(() => expect(events).toEqual(['begin']), SOON);
  const stopped = loop.stop().then(() => events.push('stopped'));
  endRound();
  await stopped;
  expect(events).toEqual(['begin', 'end', 'stopped']);
});
