import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { makePrivateDirectory, namesIn } from './files.mjs';
import { DATA_DIR } from './paths.mjs';
import { preparePackages } from './prepare.mjs';
import { createProcesses, stopLeftovers } from './processes.mjs';
import { acquireLock, liveHolder } from './run-lock.mjs';
import { sharedTree } from './shared-tree.mjs';
import { killMarked } from './strays.mjs';
import { countLine, exitCodeOf, sum } from './test-counts.mjs';
import { readTestOptions } from './test-options.mjs';
import { runStage } from './test-stages.mjs';

/** Every process of a test run carries its directory in the environment under this name. */
export const MARK = 'CASHIER_TEST_DIR';

/**
 * `npm test`: its own set-up, every stage, one line that counts; nothing is left behind.
 * @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
export async function testRun(signal) {
  const options = readTestOptions(process.argv.slice(2));
  const total = await inTestBed(signal, { command: 'npm test', ...options }, async (bed) => {
    /** @type {Map<string, import('./test-counts.mjs').Counts>} */
    const results = new Map();
    for (const stage of options.stages) {
      console.log(`\n── ${stage} ${'─'.repeat(60 - stage.length)}`);
      const problem = bed.problems.get(stage);
      if (problem) console.log(problem);
      const did = problem
        ? { passed: 0, failed: 1, skipped: 0 }
        : await runStage(bed.processes, signal, stage, { ...options, ...bed });
      results.set(stage, did);
    }
    console.log('');
    for (const [stage, counts] of results) console.log(`${stage.padEnd(6)} ${countLine(counts)}`);
    return sum([...results.values()]);
  });
  console.log(`\n${countLine(total)}`);
  return exitCodeOf(total);
}

/**
 * Runs work in a directory of its own under .data, with what the stages need around it, and removes all of it.
 * @template T
 * @param {AbortSignal} signal
 * @param {{ command: string, stages: readonly import('./test-options.mjs').Stage[] }} what
 * @param {(bed: import('./test-bed.mjs').TestBed) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTestBed(signal, { command, stages }, work) {
  makePrivateDirectory(DATA_DIR);
  makePrivateDirectory(path.join(DATA_DIR, 'logs'));
  await removeDeadRuns();
  const runDir = path.join(DATA_DIR, `test-${randomBytes(4).toString('hex')}`);
  makePrivateDirectory(runDir);
  const lock = acquireLock(path.join(runDir, 'run.lock'), { command });
  const processes = createProcesses(path.join(runDir, 'processes.json'));
  const tree = sharedTree(DATA_DIR);
  /** @type {import('./test-bed.mjs').TestBed | undefined} */
  let bed;
  /** @type {() => void} */
  let leave = () => undefined;
  try {
    const prepared = await tree.prepare(signal, command, async () => {
      await preparePackages(processes, signal, tree, { dev: true });
      const { createTestBed } = await import('./test-bed.mjs');
      bed = createTestBed(signal, { runDir, processes, tree, stages });
      await bed.setUp();
      return bed;
    });
    leave = prepared.leave;
    return await work(prepared.result);
  } finally {
    await bed?.close();
    killMarked(MARK, runDir);
    leave();
    lock.held?.release();
    fs.rmSync(runDir, { recursive: true, force: true });
  }
}

/** What test runs left that were killed before they could tidy up. */
async function removeDeadRuns() {
  for (const name of namesIn(DATA_DIR).filter((one) => one.startsWith('test-'))) {
    const runDir = path.join(DATA_DIR, name);
    if (liveHolder(path.join(runDir, 'run.lock'))) continue;
    killMarked(MARK, runDir);
    const records = namesIn(runDir).filter((one) => /^processes.*\.json$/.test(one));
    for (const record of records) await stopLeftovers(path.join(runDir, record));
    fs.rmSync(runDir, { recursive: true, force: true });
  }
}
