import fs from 'node:fs';
import path from 'node:path';
import { readJsonIfThere } from './files.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './steps.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, dev?: boolean, link?: boolean }} LockedPackage */

/**
 * Whether node_modules holds what package-lock.json says. npm itself keeps a list of what it installed last.
 * @param {string} root
 * @param {{ dev: boolean }} need dev: development packages, too
 * @returns {boolean}
 */
export function isInstalled(root, { dev }) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  const missing = Object.entries(wanted).some(([place, locked]) => {
    if (place === '' || locked.link) return false;
    const there = present[place];
    if (there) return there.version !== locked.version || !fs.existsSync(path.join(root, place));
    return !locked.optional && (dev || (!locked.dev && !locked.devOptional));
  });
  return !missing && Object.keys(present).every((place) => place in wanted);
}

/** @param {string} file @returns {Record<string, LockedPackage> | undefined} */
function packagesOf(file) {
  return readJsonIfThere(file)?.packages;
}

/**
 * `npm ci`, by the npm that runs us where one does.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ root: string, dataDir: string, dev: boolean }} where
 */
export function install(processes, signal, { root, dataDir, dev }) {
  const { npm_execpath: execPath = '' } = process.env;
  const byUs = path.basename(execPath) === 'npm-cli.js';
  const args = [
    'ci',
    '--include=optional',
    '--loglevel=http',
    '--no-progress',
    ...(dev ? ['--include=dev'] : []),
  ];
  return step('Installing packages (npm ci)', (say) =>
    runCommand(processes, signal, {
      name: 'npm ci',
      command: byUs ? process.execPath : 'npm',
      args: byUs ? [execPath, ...args] : args,
      cwd: root,
      logFile: path.join(dataDir, 'logs', 'npm.log'),
      remedy:
        'npm ci failed (see below): check the network and your npm registry settings, then run the command again.',
      helpful: firstErrors,
      onLine: (line) => say(fetched(line)),
    }),
  );
}

/** @param {string} line @returns {string} the last package fetched, from npm's own log line */
function fetched(line) {
  return /fetch GET \d+ \S+\/([^/\s]+) /.exec(line)?.[1] ?? '';
}

/** @param {string} log @returns {string} npm says the cause first and a page of usage after it */
function firstErrors(log) {
  const errors = log.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line));
  return (errors.length > 0 ? errors.slice(0, 10) : log.trimEnd().split('\n').slice(-10)).join(
    '\n',
  );
}
