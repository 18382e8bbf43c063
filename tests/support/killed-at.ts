import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';

/** Runs a use case in a process of its own, which dies by SIGKILL at the moment named. */
export async function killedAt(
  moment: string,
  path: string,
  name: string,
  input: object,
): Promise<void> {
  const args = ['--import', 'tsx', 'tests/support/run-use-case.ts', path, name];
  const child = spawn(process.execPath, [...args, JSON.stringify(input)], {
    env: { ...process.env, FAIL_POINT: moment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const [, signal] = await once(child, 'exit');
  expect(signal, complaint).toBe('SIGKILL');
}
