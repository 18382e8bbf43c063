import path from 'node:path';
import { runCommand } from './run-command.mjs';

/** @param {string} file below the root @returns {string[]} what Node needs to run a TypeScript file */
export const tsxArgs = (file) => ['--import', 'tsx', file];

/**
 * Runs one of our TypeScript files to its end.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ root: string, logDir: string, file: string, env: Record<string, string | undefined>, remedy: string }} what
 */
export function runTypeScript(processes, signal, { root, logDir, file, env, remedy }) {
  const name = path.basename(file, '.ts');
  const logFile = path.join(logDir, `${name}.log`);
  return runCommand(processes, signal, {
    name,
    command: process.execPath,
    args: tsxArgs(file),
    cwd: root,
    env,
    logFile,
    remedy,
  });
}
