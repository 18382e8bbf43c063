import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { waitUntil } from '@/scripts/lib/wait-until.mjs';
import { fromTestRun } from './cluster';

const folder = (): string => path.join(fromTestRun('CASHIER_TEST_DIR'), 'live-memory');

/** The settings by which a stack's processes can be asked. */
export function askableForMemory(): Record<string, string> {
  mkdirSync(folder(), { recursive: true });
  return {
    LIVE_MEMORY_DIR: folder(),
    NODE_OPTIONS: '--import ./tests/support/live-memory-preload.mjs',
  };
}

/** What a process of such a stack still holds when everything else has been collected, in bytes. */
export async function liveBytes(pid: number): Promise<number> {
  const file = path.join(folder(), String(pid));
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  const said = await waitUntil(
    () => (existsSync(file) && readFileSync(file, 'utf8')) || undefined,
    {
      timeoutMs: 60_000,
      otherwise: `process ${pid} does not say what it holds`,
    },
  );
  return Number(said);
}
