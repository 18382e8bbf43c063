import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Child, createProcesses } from '@/scripts/lib/processes.mjs';
import { supervise } from '@/scripts/lib/supervise.mjs';
import { waitUntil } from '@/scripts/lib/wait-until.mjs';

let folder: string;
let launched: Child[];
let said: string[];
let failures: Error[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'supervise-'));
  [launched, said, failures] = [[], [], []];
});
afterEach(() => rmSync(folder, { recursive: true }));

const house = (signal = new AbortController().signal) => ({
  signal,
  say: (text: string) => said.push(text),
  fail: (error: Error) => failures.push(error),
  delayOf: () => 10,
});

function service(script: string, restart: boolean) {
  const processes = createProcesses(path.join(folder, 'processes.json'));
  const logFile = path.join(folder, 'worker.log');
  writeFileSync(logFile, '');
  return {
    name: 'worker',
    logFile,
    restart,
    isReady: (seen: string) => seen.includes('ready'),
    launch: (onLine: (line: string) => void) => {
      const child = processes.launch('worker', process.execPath, ['-e', script], {
        logFile,
        onLine,
      });
      launched.push(child);
      return child;
    },
  };
}
const RUNS = "console.log('ready'); setInterval(() => undefined, 1000)";
const soon = (what: () => boolean) => waitUntil(what, { timeoutMs: 10_000, otherwise: 'not yet' });

test('a worker that crashes is started again, as often as it takes', async () => {
  const worker = await supervise(service(RUNS, true), house());
  for (const times of [2, 3, 4]) {
    launched.at(-1)?.kill('SIGKILL');
    await soon(() => launched.length === times);
  }
  expect(failures).toEqual([]);
  expect(said[0]).toMatch(/^The worker ended unexpectedly \(ended by SIGKILL\)/);
  await worker.stop();
});

test('an app that crashes is not started again: the house is told why', async () => {
  await supervise(service(RUNS, false), house());
  launched[0]?.kill('SIGKILL');
  await soon(() => failures.length === 1);
  expect(failures[0]?.message).toMatch(/ended unexpectedly/);
  expect(launched).toHaveLength(1);
});

test('a service told to stop stays stopped', async () => {
  const worker = await supervise(service(RUNS, true), house());
  await worker.stop();
  expect(launched.every((child) => child.ended())).toBe(true);
  expect([launched.length, said, failures]).toEqual([1, [], []]);
});

test('one that ends before it is ready says so with the end of its log', async () => {
  const failing = service("console.log('no such table'); process.exit(3)", true);
  await expect(supervise(failing, house())).rejects.toMatchObject({
    message: expect.stringMatching(/worker did not start \(exit code 3\)/),
    details: 'no such table',
  });
});

test('an interruption while waiting leaves no process', async () => {
  const controller = new AbortController();
  const waiting = supervise(
    service('setInterval(() => undefined, 1000)', true),
    house(controller.signal),
  );
  await soon(() => launched.length === 1);
  controller.abort(new Error('Ctrl-C'));
  await expect(waiting).rejects.toThrow('Ctrl-C');
  expect(launched[0]?.ended()).toBe(true);
});
