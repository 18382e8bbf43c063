import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityOf } from '@/scripts/lib/process-identity.mjs';
import { type Child, createProcesses, stopLeftovers } from '@/scripts/lib/processes.mjs';
import { runCommand } from '@/scripts/lib/run-command.mjs';
import { killMarked } from '@/scripts/lib/strays.mjs';
import { waitUntil } from '@/scripts/lib/wait-until.mjs';

const DEAF = "process.on('SIGTERM', () => undefined)";
const STAYS = 'setInterval(() => undefined, 1000)';

let folder: string;
let record: string;
let processes: ReturnType<typeof createProcesses>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'processes-'));
  record = path.join(folder, 'processes.json');
  processes = createProcesses(record);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts a script and comes back when it has said "up" or what else it says first. */
async function start(script: string, env?: Record<string, string>): Promise<[Child, string]> {
  let said = '';
  const child = processes.launch('child', process.execPath, ['-e', script], {
    env: { ...process.env, ...env },
    onLine: (line) => {
      said ||= line;
    },
  });
  const otherwise = 'it said nothing';
  return [child, await waitUntil(() => said || undefined, { timeoutMs: 10_000, otherwise })];
}
const recorded = () => JSON.parse(readFileSync(record, 'utf8'));

test('a living child is on record, and one that ended is not', async () => {
  const [child] = await start(`console.log('up'); ${STAYS}`);
  expect(recorded()).toMatchObject([{ name: 'child', pid: child.pid }]);
  await child.stop();
  expect(recorded()).toEqual([]);
  expect(identityOf(child.pid)).toBeUndefined();
});

test('a child that will not stop is ended, and so is what it started', async () => {
  const grandchild = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(STAYS)}]).pid`;
  const [child, said] = await start(`${DEAF}; ${STAYS}; console.log(${grandchild})`);
  await child.stop(200);
  expect(await child.exited).toMatchObject({ signal: 'SIGKILL' });
  const gone = () => identityOf(Number(said)) === undefined;
  await waitUntil(gone, { timeoutMs: 5_000, otherwise: 'the grandchild lives' });
});

test('what a killed run left is stopped, and a stranger with a recorded number is not', async () => {
  const [left] = await start(`console.log('up'); ${STAYS}`);
  const [stranger] = await start(`console.log('up'); ${STAYS}`);
  const [first, second] = recorded();
  writeFileSync(record, JSON.stringify([first, { ...second, identity: 'an earlier boot:1' }]));
  expect(await stopLeftovers(record)).toEqual(['child']);
  expect(existsSync(record)).toBe(false);
  expect(await left.exited).toMatchObject({ signal: 'SIGTERM' });
  expect(stranger.ended()).toBe(false);
  await stranger.stop();
});

test.runIf(process.platform === 'linux')('strays are known by the mark of their run', async () => {
  const [ours] = await start(`console.log('up'); ${STAYS}`, { CASHIER_MARK: folder });
  const [other] = await start(`console.log('up'); ${STAYS}`, { CASHIER_MARK: `${folder}-2` });
  expect(killMarked('CASHIER_MARK', folder)).toBe(1);
  expect(await ours.exited).toMatchObject({ signal: 'SIGKILL' });
  expect(other.ended()).toBe(false);
  await other.stop();
});

const command = (script: string) => ({
  name: 'step',
  command: process.execPath,
  args: ['-e', script],
  logFile: path.join(folder, 'step.log'),
  remedy: 'The step failed: do better.',
});

test('a step that fails says its remedy and the end of its log', async () => {
  const never = new AbortController().signal;
  const failing = command("console.log('one'); console.error('two'); process.exit(3)");
  await expect(runCommand(processes, never, failing)).rejects.toMatchObject({
    message: 'The step failed: do better.',
    details: 'one\ntwo',
  });
});

test('an interruption ends the step that runs', async () => {
  const controller = new AbortController();
  const running = runCommand(processes, controller.signal, command(STAYS));
  const [{ pid }] = recorded();
  controller.abort(new Error('Ctrl-C'));
  await expect(running).rejects.toThrow('Ctrl-C');
  expect(identityOf(pid)).toBeUndefined();
});
