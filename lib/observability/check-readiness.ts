import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@/lib/core/log';
import { QUEUE_NAMES } from '@/lib/jobs/prepare-queues';
import { type Prepared, selectPrepared } from './store';

const PATIENCE_MS = 2_000;
/** Beside the program, which is always started from its own directory. */
const MIGRATIONS = 'prisma/migrations';

export interface Readiness {
  database: boolean;
  migrations: boolean;
  queues: boolean;
}

const UNANSWERED: Readiness = { database: false, migrations: false, queues: false };

/**
 * May requests come here? Only where the database answers soon, has every migration that this program knows
 * (it may have more, of a newer one), and the queues that it writes jobs to.
 */
export async function checkReadiness(): Promise<Readiness> {
  const asked = Promise.all([selectPrepared(), readdir(MIGRATIONS, { withFileTypes: true })]).then(
    ([prepared, entries]) =>
      readinessOf(prepared, {
        migrations: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
        queues: [...QUEUE_NAMES],
      }),
    (error: unknown) => {
      log().warn({ error }, 'nobody can say whether this process is ready');
      return UNANSWERED;
    },
  );
  return Promise.race([asked, pause(PATIENCE_MS, UNANSWERED, { ref: false })]);
}

function readinessOf(found: Prepared, wanted: Prepared): Readiness {
  const missing = (['migrations', 'queues'] as const).map((what) => {
    const there = new Set(found[what]);
    return wanted[what].filter((name) => !there.has(name));
  });
  const [migrations = [], queues = []] = missing;
  if (migrations.length + queues.length > 0) {
    log().warn({ migrations, queues }, 'the database is not migrated');
  }
  return {
    database: true,
    migrations: wanted.migrations.length > 0 && migrations.length === 0,
    queues: queues.length === 0,
  };
}
