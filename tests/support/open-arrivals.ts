import { setTimeout as pause } from 'node:timers/promises';

/** What came of arrivals at one rate. */
export interface Arrivals<T> {
  perSecond: number;
  offered: number;
  done: { result: T; tookMs: number }[];
  /** Why arrivals failed, and how many. */
  failed: ReadonlyMap<string, number>;
  /** From the first arrival to the last end. */
  seconds: number;
  /** How late the latest arrival was sent: a generator that lags measures itself. */
  lagMs: number;
}

/**
 * Sends work off at a steady mean rate, at moments that know nothing of each other (a Poisson process), whether or not
 * earlier work has been answered, for as long as `lasts` says: as shoppers come. Time is counted from the moment that the arrival was due.
 */
export async function arrive<T>(
  { perSecond, lasts }: { perSecond: number; lasts: (sinceMs: number) => boolean },
  work: (number: number) => Promise<T>,
): Promise<Arrivals<T>> {
  const done: Arrivals<T>['done'] = [];
  const failed = new Map<string, number>();
  const running: Promise<void>[] = [];
  const startedMs = performance.now();
  let [dueMs, lagMs] = [startedMs, 0];
  for (;;) {
    dueMs += (-Math.log(1 - Math.random()) / perSecond) * 1_000;
    if (!lasts(dueMs - startedMs)) break;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await pause(waitMs);
    lagMs = Math.max(lagMs, performance.now() - dueMs);
    const since = dueMs;
    running.push(
      work(running.length).then(
        (result) => void done.push({ result, tookMs: performance.now() - since }),
        (error: unknown) => {
          const why = error instanceof Error ? error.message : String(error);
          failed.set(why, (failed.get(why) ?? 0) + 1);
        },
      ),
    );
  }
  await Promise.all(running);
  const offered = running.length;
  return {
    perSecond,
    offered,
    done,
    failed,
    seconds: (performance.now() - startedMs) / 1_000,
    lagMs,
  };
}

/** The value that this share of the values does not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
