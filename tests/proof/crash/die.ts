import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { present } from '@/lib/core/assert';
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

const bundles = new Map<string, string>();

/** A use case as one text: to load the hundreds of files that it consists of would be most of what such a process does. */
function bundleOf(path: string, name: string): string {
  const key = `${name} of ${path}`;
  const known = bundles.get(key);
  if (known) return known;
  // Who lives ends at once: connections that are kept for later would hold it up.
  const contents = `import { ${name} } from '${path}';
    await ${name}(JSON.parse(process.argv[2]));
    process.exit(0);`;
  const { outputFiles } = buildSync({
    ...{ stdin: { contents, resolveDir: '.' }, write: false, packages: 'external' },
    ...{ bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' },
  });
  const bundle = present(outputFiles[0], key).text;
  bundles.set(key, bundle);
  return bundle;
}

function begin(path: string, name: string, input: object, settings: object): ChildProcess {
  const args = ['--input-type=module', '-', JSON.stringify(input)];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.stdin.end(bundleOf(path, name));
  return child;
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
