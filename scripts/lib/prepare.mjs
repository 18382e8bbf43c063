import path from 'node:path';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { DATA_DIR, ROOT } from './paths.mjs';
import { generateClient, isGenerated } from './prisma-client.mjs';

const where = { root: ROOT, dataDir: DATA_DIR };

/**
 * Packages and the generated client, where they are missing or out of date.
 * Until this is done only Node's own modules may be imported.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {ReturnType<typeof import('./shared-tree.mjs').sharedTree>} tree
 * @param {{ dev: boolean }} need
 */
export async function preparePackages(processes, signal, tree, { dev }) {
  if (!isInstalled(ROOT, { dev })) {
    tree.requireUnused('install packages');
    await install(processes, signal, { ...where, dev });
  }
  if (!isGenerated(ROOT)) {
    tree.requireUnused('generate the database client');
    await generateClient(processes, signal, where);
  }
}

/**
 * The production build, where the sources are not those of the last one.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {ReturnType<typeof import('./shared-tree.mjs').sharedTree>} tree
 * @param {Record<string, string>} env
 */
export async function prepareBuild(processes, signal, tree, env) {
  if (isBuilt(ROOT, DATA_DIR, env)) return;
  tree.requireUnused('build the app');
  await build(processes, signal, { ...where, env });
}

/** @param {string} name @returns {string} the log of one process */
export const logOf = (name) => path.join(DATA_DIR, 'logs', `${name}.log`);
