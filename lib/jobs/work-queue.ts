import type PgBoss from 'pg-boss';
import { log } from '@/lib/core/log';
import { splitCause } from '@/lib/core/queue';
import { asWork } from '@/lib/core/work';
import { type Loop, runLoop } from './loop';
import type { JobKind } from './registry';

const POLL_MS = 500;

/**
 * Fetches the jobs of one queue as slots come free and runs each on its own, so that a slow one
 * holds up nobody. `onDone` is called after each. Stopping fetches no more and waits for those
 * under way.
 */
export function workQueue(boss: PgBoss, name: string, kind: JobKind, onDone: () => void): Loop {
  const underWay = new Set<Promise<void>>();

  const loop = runLoop(name, POLL_MS, async () => {
    const free = kind.atOnce - underWay.size;
    if (free === 0) return false;
    const jobs = await boss.fetch<unknown>(name, { batchSize: free });
    for (const job of jobs) {
      const done = perform(boss, name, kind, job).finally(() => {
        underWay.delete(done);
        onDone();
      });
      underWay.add(done);
    }
    return false;
  });

  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await Promise.all(underWay);
    },
  };
}

/** A job that throws is failed, and comes back by the queue's own retry schedule. */
async function perform(
  boss: PgBoss,
  name: string,
  kind: JobKind,
  job: PgBoss.Job<unknown>,
): Promise<void> {
  try {
    const { data, cause } = splitCause(job.data);
    await asWork({ kind: 'job', name, from: cause }, { job: name, jobId: job.id }, async () => {
      await kind.run(data);
      log().info('a job is done');
    });
    await boss.complete(name, job.id);
  } catch (error) {
    log().warn({ error, job: name, jobId: job.id, data: job.data }, 'a job has to be done again');
    await giveBack(boss, name, job.id, error);
  }
}

async function giveBack(boss: PgBoss, name: string, id: string, error: unknown): Promise<void> {
  try {
    // The name alone: a database's error may quote what it was given.
    await boss.fail(name, id, { error: error instanceof Error ? error.name : 'unknown' });
  } catch (broken) {
    // It stays "active" until it expires, then comes back by itself.
    log().error({ error: broken, job: name, jobId: id }, 'a job could not be given back');
  }
}
