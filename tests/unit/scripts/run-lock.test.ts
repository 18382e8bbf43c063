import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { thisProcess } from '@/scripts/lib/process-identity.mjs';
import { acquireLock, liveHolder, liveHolders } from '@/scripts/lib/run-lock.mjs';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  file = path.join(folder, 'start.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const ACQUIRE = `
  import { acquireLock } from ${JSON.stringify(path.join(ROOT, 'scripts/lib/run-lock.mjs'))};
  const { held, holder } = acquireLock(process.argv[1], { command: 'other' });
  console.log(held ? 'held' : 'refused by ' + holder.pid);
  setInterval(() => undefined, 1000);
`;

/** Another process that tries for the lock and then stays. */
async function otherProcess() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', ACQUIRE, file]);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { said: String(line), pid: child.pid, kill };
}

test('the second to come is told who holds the lock', async () => {
  const other = await otherProcess();
  expect(other.said).toBe('held');
  const second = acquireLock(file);
  expect(second.held).toBeUndefined();
  expect(second.holder).toMatchObject({ pid: other.pid, about: { command: 'other' } });
  await other.kill();
});

test('the lock of a process that was killed is taken over', async () => {
  const other = await otherProcess();
  await other.kill();
  expect(existsSync(file)).toBe(true);
  expect(acquireLock(file).held).toBeDefined();
  expect(liveHolder(file)?.pid).toBe(process.pid);
});

test('of many that find the same dead lock exactly one gets it', async () => {
  const dead = await otherProcess();
  await dead.kill();
  const others = await Promise.all(Array.from({ length: 8 }, otherProcess));
  expect(others.filter(({ said }) => said === 'held')).toHaveLength(1);
  for (const other of others) await other.kill();
});

test('a live process with the number of the dead holder does not hold the lock', () => {
  const recycled = { ...thisProcess(), identity: 'an earlier boot:1', nonce: 'aa', about: {} };
  writeFileSync(file, JSON.stringify(recycled));
  expect(acquireLock(file).held).toBeDefined();
});

test('a lock file cut short by a power cut is taken over', () => {
  writeFileSync(file, '');
  expect(acquireLock(file).held).toBeDefined();
});

test('releasing leaves nothing behind and frees the lock', () => {
  acquireLock(file).held?.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('releasing late does not take the lock from its next holder', async () => {
  const mine = acquireLock(file).held;
  rmSync(file);
  const other = await otherProcess();
  mine?.release();
  expect(liveHolder(file)?.pid).toBe(other.pid);
  await other.kill();
});

test('among the locks of a directory only those of living processes count', async () => {
  acquireLock(path.join(folder, 'mine'), { command: 'npm test' });
  const dead = await otherProcess();
  await dead.kill();
  expect(liveHolders(folder).map(({ about }) => about.command)).toEqual(['npm test']);
  expect(existsSync(file)).toBe(false);
});
