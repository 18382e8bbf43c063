import { present } from '@/lib/core/assert';
import { liveBytes } from '@/tests/support/live-memory';
import type { Payer } from '@/tests/support/paying-shopper';
import { recordedPids } from '@/tests/support/process-cost';
import { reasons, runStep } from './load-ramp';
import { costsNow, payingAt } from './load-scene';

/** What a process may hold more after the second half of its minutes, as a share; asked of long runs only. */
const MOST_GROWTH = 0.05;
const LONG_MINUTES = 10;
const PARTS = ['app', 'worker'] as const;

/**
 * Does it remember what it should forget? Shoppers at one rate for so many minutes; what app and worker hold is read
 * when half of them have come, as caches have found their size by then, and when all have. Answers what is wrong.
 */
export async function remember(
  payers: readonly Payer[],
  { perSecond, minutes, say }: { perSecond: number; minutes: number; say: (line: string) => void },
): Promise<string[]> {
  const half = { perSecond, seconds: minutes * 30 };
  const first = await runStep(payingAt(), payers, half);
  const before = await holdsNow();
  const second = await runStep(payingAt(), payers, half);
  const after = await holdsNow();
  const paid = first.arrivals.done.length + second.arrivals.done.length;
  const failures = [first, second].map(reasons).join('; ');
  say(
    `\n${minutes} minutes at ${perSecond.toFixed(1)} a second: ${paid} paid, failed: ${failures}`,
  );
  const missed = [first, second].some(({ arrivals }) => arrivals.failed.size > 0)
    ? [`failed over ${minutes} minutes`]
    : [];
  const taken = costsNow();
  for (const part of PARTS) {
    const growth = after[part] / before[part] - 1;
    say(
      `the ${part} holds ${mb(before[part])} MB after half of them, ${mb(after[part])} MB after all (${(growth * 100).toFixed(1)} %); taken from the system: ${mb(taken[part].rssBytes)} MB`,
    );
    if (minutes >= LONG_MINUTES && growth > MOST_GROWTH) missed.push(`the ${part} grows`);
  }
  return missed;
}

async function holdsNow(): Promise<Record<(typeof PARTS)[number], number>> {
  const pids = recordedPids('bench');
  const held = (part: (typeof PARTS)[number]) => liveBytes(present(pids.get(part), part));
  const [app, worker] = await Promise.all([held('app'), held('worker')]);
  return { app, worker };
}

const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
