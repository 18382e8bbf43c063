import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, type Pool } from 'pg';
import { waitUntil } from '@/scripts/lib/wait-until.mjs';

/** Gives back what was taken. */
type Release = () => Promise<void>;

/** What a server says that has no connection left. */
const NONE_LEFT = '53300';
/** More than any server of ours has. */
const MOST = 1_000;
const PATIENCE_MS = 60_000;

/** Takes every connection that the server has, those of its present users with them. */
export async function takeAllConnections(pool: Pool, url: string): Promise<Release> {
  const taken: Client[] = [];
  const takeRest = async (): Promise<void> => {
    while (taken.length < MOST) {
      const client = new Client({ connectionString: url, application_name: 'takes-all' });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch (error) {
        if ((error as { code?: string }).code === NONE_LEFT) return;
        throw error;
      }
      taken.push(client);
    }
  };
  // Ours, too, is to be there before none is left.
  const looking = await pool.connect();
  // Who has a connection loses it, and its place with it; until nobody else was quick enough to have one again.
  await waitUntil(
    async () => {
      await takeRest();
      const { rows } = await looking.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE backend_type = 'client backend' AND application_name <> 'takes-all' AND pid <> pg_backend_pid()`,
      );
      return rows.length === 0;
    },
    { timeoutMs: PATIENCE_MS, everyMs: 20, otherwise: 'others kept their connections' },
  );
  return async () => {
    looking.release();
    await Promise.all(taken.map((client) => client.end()));
  };
}

/**
 * Every seventh statement that writes there is refused, as one side of a deadlock or of a conflict in time: more than
 * one transaction writes, so that what is run again gets through.
 */
export async function refuseSome(pool: Pool, tables: readonly string[]): Promise<Release> {
  await pool.query(`
    CREATE SEQUENCE refuse_some_met;
    CREATE FUNCTION refuse_some() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE met bigint := nextval('refuse_some_met');
      BEGIN
        IF met % 14 = 0 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
        IF met % 14 = 7 THEN RAISE EXCEPTION 'could not serialize access' USING ERRCODE = '40001'; END IF;
        RETURN NULL;
      END $$;`);
  for (const table of tables) {
    await pool.query(
      `CREATE TRIGGER refuse_some BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_some()`,
    );
  }
  return async () => void (await pool.query('DROP FUNCTION refuse_some() CASCADE'));
}

export interface SmallDisk {
  /** Leaves no byte free. */
  fill(): void;
  /** Makes room again. */
  clear(): void;
  /** Once the server has ended. */
  remove(): void;
}

/**
 * Puts tables and their indexes on a disk of their own, of a few megabytes, in memory.
 * @returns undefined where nobody may make one: that takes root on Linux
 */
export async function moveToSmallDisk(
  pool: Pool,
  tables: readonly string[],
): Promise<SmallDisk | undefined> {
  const { rows } = await pool.query('SHOW data_directory');
  const owner = statSync(rows[0].data_directory);
  const place = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  const given = `size=96m,mode=0700,uid=${owner.uid},gid=${owner.gid}`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', given, 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    rmSync(place, { recursive: true });
    return undefined;
  }
  const disk: SmallDisk = {
    fill: () => fillUp(path.join(place, 'filler')),
    clear: () => rmSync(path.join(place, 'filler'), { force: true }),
    remove() {
      execFileSync('umount', [place]);
      rmSync(place, { recursive: true });
    },
  };
  try {
    await pool.query(`CREATE TABLESPACE small LOCATION '${place}'`);
    for (const table of tables) await moveTable(pool, table);
  } catch (error) {
    disk.remove();
    throw error;
  }
  return disk;
}

async function moveTable(pool: Pool, table: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    'SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = $1::regclass',
    [table],
  );
  await pool.query(`ALTER TABLE ${table} SET TABLESPACE small`);
  for (const { name } of rows) await pool.query(`ALTER INDEX ${name} SET TABLESPACE small`);
}

/** Smaller and smaller pieces, until not even one byte fits. */
function fillUp(file: string): void {
  for (let bytes = 1 << 20; bytes >= 1; ) {
    try {
      appendFileSync(file, Buffer.alloc(bytes));
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error;
      bytes = Math.floor(bytes / 16);
    }
  }
}
