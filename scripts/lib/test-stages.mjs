import path from 'node:path';
import { readJsonIfThere } from './files.mjs';
import { ROOT } from './paths.mjs';
import { exitOf } from './run-command.mjs';
import { countPlaywright, countVitest, judge } from './test-counts.mjs';

/** @typedef {import('./test-options.mjs').Stage} Stage */
/** @typedef {import('./test-counts.mjs').Counts} Counts */

const bin = (/** @type {string[]} */ ...parts) => path.join('node_modules', ...parts);
const VITEST = bin('vitest', 'vitest.mjs');
const PLAYWRIGHT = bin('@playwright', 'test', 'cli.js');

/**
 * How each stage is run. A check answers by its exit code, a runner by a report besides.
 * @param {Stage} stage
 * @param {{ report: string, filters: string[] }} how
 * @returns {{ commands: string[][], count?: (report: any) => Counts }}
 */
function planOf(stage, { report, filters }) {
  if (stage === 'types') {
    return {
      commands: [
        [bin('next', 'dist', 'bin', 'next'), 'typegen'],
        [bin('typescript', 'bin', 'tsc'), '--noEmit'],
      ],
    };
  }
  if (stage === 'lint')
    return { commands: [[bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.']] };
  if (stage === 'e2e') {
    const options = [
      '--reporter=list,json',
      '--forbid-only',
      ...(filters.length > 0 ? ['--pass-with-no-tests'] : []),
    ];
    return { commands: [[PLAYWRIGHT, 'test', ...options, ...filters]], count: countPlaywright };
  }
  const options = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--allowOnly=false',
  ];
  const lenient = filters.length > 0 ? ['--passWithNoTests'] : [];
  return {
    commands: [[VITEST, 'run', '--project', stage, ...options, ...lenient, ...filters]],
    count: countVitest,
  };
}

/**
 * Runs one stage with its output on our terminal; an interruption ends it and everything it started.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {Stage} stage
 * @param {{ runDir: string, filters: string[], env: Record<string, string> }} how
 * @returns {Promise<Counts>}
 */
export async function runStage(processes, signal, stage, { runDir, filters, env }) {
  const report = path.join(runDir, `${stage}.json`);
  const { commands, count } = planOf(stage, { report, filters });
  let exitCode = /** @type {number | null} */ (0);
  for (const args of commands) {
    if (exitCode !== 0) break;
    exitCode = await runOne(processes, signal, stage, args, {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      NEXT_TELEMETRY_DISABLED: '1',
    });
  }
  if (!count) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const found = readJsonIfThere(report);
  return judge({ counts: found && count(found), exitCode, filtered: filters.length > 0 });
}

/**
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function runOne(processes, signal, name, args, env) {
  signal.throwIfAborted();
  const options = { cwd: ROOT, env, inherit: true, stopSignal: /** @type {const} */ ('SIGINT') };
  const child = processes.launch(name, process.execPath, args, options);
  const { code } = await exitOf(child, signal, 20_000);
  return code;
}
