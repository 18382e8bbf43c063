import path from 'node:path';
import { readIfThere, readJsonIfThere, writePrivateFile } from './files.mjs';
import { runCommand } from './run-command.mjs';
import { hashSources, listFiles } from './source-hash.mjs';
import { step } from './steps.mjs';

// What Next never reads. Everything else at the top counts, so that a new directory is not forgotten.
const OUTSIDE = new Set([
  'node_modules',
  'scripts',
  'tests',
  'test-results',
  'playwright-report',
  'next-env.d.ts',
]);

/** @param {string} file */
const isSource = (file) => {
  const hidden = file.startsWith('.') || file.endsWith('.md') || file.endsWith('.tsbuildinfo');
  return !hidden && !OUTSIDE.has(file) && file !== 'prisma/generated' && file !== 'lib/sandbox';
};

/**
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {string} changes with the sources, the lockfile, Node's version and what a build takes from the environment
 */
export function buildHash(root, env) {
  const inlined = Object.keys(env)
    .filter((name) => name.startsWith('NEXT_PUBLIC_'))
    .sort();
  const names = ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', ...inlined];
  const settings = [
    ...names.map((name) => `${name}=${env[name]}`),
    // Where money is real, browsers are told to come by https alone: next.config.mjs writes that into the build.
    `production=${env.CASHIER_ENV === 'production'}`,
  ];
  return hashSources(root, listFiles(root, isSource), [process.version, ...settings]);
}

/** @param {string} root @param {string} dataDir @param {Record<string, string | undefined>} env */
export function isBuilt(root, dataDir, env) {
  const mark = readJsonIfThere(markFile(dataDir));
  return mark?.hash === buildHash(root, env) && mark.id === buildId(root);
}

/** @param {string} dataDir */
const markFile = (dataDir) => path.join(dataDir, 'build.json');
/** @param {string} root @returns {string | undefined} gone while a build runs, other after any other build */
const buildId = (root) => readIfThere(path.join(root, '.next', 'BUILD_ID'));

/**
 * Builds the app for production.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {{ root: string, dataDir: string, env: Record<string, string | undefined> }} what
 */
export async function build(processes, signal, { root, dataDir, env }) {
  const hash = buildHash(root, env);
  await step('Building the app', (say) =>
    runCommand(processes, signal, {
      name: 'next build',
      command: process.execPath,
      args: [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
      cwd: root,
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      logFile: path.join(dataDir, 'logs', 'build.log'),
      remedy: 'The app could not be built (see below): correct the sources.',
      onLine: (line) => say(line.replace(/^[^\p{L}]+/u, '').slice(0, 60)),
    }),
  );
  writePrivateFile(markFile(dataDir), JSON.stringify({ hash, id: buildId(root) }));
}
