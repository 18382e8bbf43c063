import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { pool } from '@/lib/core/db';

/** Lets somebody run a use case and die at a moment; true when they did. */
export type Die = (moment: string, path: string, name: string, input: object) => Promise<boolean>;

/** Runs a use case in a process of its own that is to die at a moment; true when it did, false when it ended before. */
export async function diedAt(
  moment: string,
  path: string,
  name: string,
  input: object,
): Promise<boolean> {
  const [, signal] = await once(begin(path, name, input, { FAIL_POINT: moment }), 'exit');
  return signal === 'SIGKILL';
}

const DIRECTORY = '.data';
const bundles = new Map<string, string>();

/** A use case in one file: to load the hundreds that it consists of would be most of what such a process does. */
function bundleOf(path: string, name: string): string {
  const key = `${name} of ${path}`;
  const known = bundles.get(key);
  if (known) return known;
  if (bundles.size === 0) mkdirSync(DIRECTORY, { recursive: true });
  const outfile = join(DIRECTORY, `dying-${process.pid}-${bundles.size}.mjs`);
  // Who lives ends at once: connections that are kept for later would hold it up.
  const contents = `import { ${name} } from '${path}';
    await ${name}(JSON.parse(process.argv[2]));
    process.exit(0);`;
  buildSync({
    ...{ stdin: { contents, resolveDir: '.' }, outfile, packages: 'external' },
    ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' },
  });
  process.once('exit', () => rmSync(outfile, { force: true }));
  bundles.set(key, outfile);
  return outfile;
}

function begin(path: string, name: string, input: object, settings: object): ChildProcess {
  return spawn(process.execPath, [bundleOf(path, name), JSON.stringify(input)], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
}

/**
 * Runs a use case in a process of its own and kills it while its transaction waits for what `hold` locks; true when it
 * was, false when it ended before. Answers once the database has done with it: what was sent may still be done there.
 */
export async function diedWaiting(
  hold: { sql: string; values?: string[] },
  path: string,
  name: string,
  input: object,
): Promise<boolean> {
  const holder = await pool().connect();
  try {
    await holder.query('BEGIN');
    const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await holder.query(hold.sql, hold.values);
    const child = begin(path, name, input, {});
    const ended = once(child, 'exit');
    let pids: number[] = [];
    while (pids.length === 0 && child.exitCode === null && child.signalCode === null) {
      await pause(20);
      pids = await waitingFor(rows.map(({ pid }) => pid));
    }
    child.kill('SIGKILL');
    const [, signal] = await ended;
    await holder.query('COMMIT');
    while (await isAnyAlive(pids)) await pause(20);
    return signal === 'SIGKILL';
  } finally {
    holder.release();
  }
}

/** Asked on another connection: within a transaction PostgreSQL shows its processes as they were at its first look. */
async function waitingFor(holders: readonly number[]): Promise<number[]> {
  const { rows } = await pool().query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE pg_blocking_pids(pid) && $1::int[]',
    [holders],
  );
  return rows.map(({ pid }) => pid);
}

async function isAnyAlive(pids: readonly number[]): Promise<boolean> {
  const { rows } = await pool().query('SELECT FROM pg_stat_activity WHERE pid = ANY ($1)', [pids]);
  return rows.length > 0;
}
