import path from 'node:path';
import { readJsonIfThere } from './files.mjs';
import { ROOT } from './paths.mjs';
import { exitOf } from './run-command.mjs';
import { countPlaywright, countVitest, judge } from './test-counts.mjs';
import {
  failuresOfPlaywright,
  failuresOfVitest,
  waveringOfPlaywright,
  waveringOfVitest,
} from './test-failures.mjs';

/** @typedef {import('./test-options.mjs').Stage} Stage */
/** @typedef {import('./test-counts.mjs').Counts} Counts */
/** @typedef {import('./test-failures.mjs').Failure} Failure */
/** @typedef {{ counts: Counts, failures: Failure[], wavering: Failure[] }} Result */

const bin = (/** @type {string[]} */ ...parts) => path.join('node_modules', ...parts);
const VITEST = bin('vitest', 'vitest.mjs');
const PLAYWRIGHT = bin('@playwright', 'test', 'cli.js');

/**
 * How each stage is run. A check answers by its exit code, a runner by a report besides.
 * @param {Stage} stage
 * @param {{ report: string, filters: string[] }} how
 * @returns {{ commands: string[][], count?: (report: any) => Counts, name?: typeof failuresOfVitest, nameWavering?: typeof waveringOfVitest }}
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
    return {
      commands: [[PLAYWRIGHT, 'test', ...options, ...filters]],
      count: countPlaywright,
      name: failuresOfPlaywright,
      nameWavering: waveringOfPlaywright,
    };
  }
  const options = [
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--allowOnly=false',
  ];
  const lenient = filters.length > 0 ? ['--passWithNoTests'] : [];
  const projects = stage === 'unit' || stage === 'db' ? [stage, `${stage}-alone`] : [stage];
  const chosen = projects.flatMap((name) => ['--project', name]);
  return {
    commands: [[VITEST, 'run', ...chosen, ...options, ...lenient, ...filters]],
    count: countVitest,
    name: failuresOfVitest,
    nameWavering: waveringOfVitest,
  };
}

/**
 * Runs one stage with its output on our terminal; an interruption ends it and everything it started.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {Stage} stage
 * @param {{ runDir: string, filters: string[], env: Record<string, string> }} how
 * @returns {Promise<Result>}
 */
export async function runStage(processes, signal, stage, { runDir, filters, env }) {
  const report = path.join(runDir, `${stage}.json`);
  const { commands, count, name, nameWavering } = planOf(stage, { report, filters });
  let exitCode = /** @type {number | null} */ (0);
  let ran = '';
  for (const args of commands) {
    if (exitCode !== 0) break;
    ran = args.slice(0, 3).join(' ');
    exitCode = await runOne(processes, signal, stage, args, {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      NEXT_TELEMETRY_DISABLED: '1',
    });
  }
  const found = count && readJsonIfThere(report);
  const counts = count
    ? judge({ counts: found && count(found), exitCode, filtered: filters.length > 0 })
    : { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const named = found && name ? name(found, ROOT) : [];
  // What no report accounts for: a check says what is wrong above, a runner may have been killed.
  const unnamed = { file: ran, title: 'as a whole', error: `ended with exit code ${exitCode}` };
  return {
    counts,
    failures: counts.failed > 0 && named.length === 0 ? [unnamed] : named,
    wavering: found && nameWavering ? nameWavering(found, ROOT) : [],
  };
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
