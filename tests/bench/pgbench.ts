import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const NAMES = ['pgbench', ...[18, 17, 16, 15].map((v) => `/usr/lib/postgresql/${v}/bin/pgbench`)];

/** PostgreSQL's own benchmark program, where the machine has it. */
export const findPgbench = (): string | undefined => NAMES.find(answers);

function answers(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Lets so many clients run the statement for so many seconds; answers how many a second. */
export async function runPgbench(
  program: string,
  run: { sql: string; clients: number; seconds: number },
): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pgbench-'));
  const file = path.join(folder, 'statement.sql');
  writeFileSync(file, `${run.sql};\n`);
  const { hostname, port, username, password, pathname } = new URL(process.env.DATABASE_URL ?? '');
  try {
    const { stdout } = await promisify(execFile)(
      program,
      [
        ...['--no-vacuum', '--protocol=prepared', '--jobs=2'],
        ...[`--client=${run.clients}`, `--time=${run.seconds}`, `--file=${file}`],
        ...['--host', hostname, '--port', port, '--username', username, pathname.slice(1)],
      ],
      { env: { ...process.env, PGPASSWORD: password } },
    );
    const [, rate] = /tps = ([\d.]+)/.exec(stdout) ?? [];
    if (!rate) throw new Error(`pgbench said no rate:\n${stdout}`);
    return Number(rate);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
