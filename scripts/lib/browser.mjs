import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  downloadByPlaywright,
  hasChineseFont,
  installChineseFont,
  installFromNpm,
  installWithApt,
  NPM_BROWSER,
} from './browser-install.mjs';
import { ROOT } from './paths.mjs';
import { explain, Stop } from './stop.mjs';

/** The shell draws pages and no window around them, for a third of what the whole browser costs: it comes first. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium that starts here, installed where it can be when there is none.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @returns {Promise<string>} its executable
 */
export async function findBrowser(processes, signal) {
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  const found = firstWorking(candidates());
  if (found && mayInstall && !hasChineseFont()) await installChineseFont(processes, signal);
  if (found) return found;
  const ways = [...(mayInstall ? [installWithApt] : []), downloadByPlaywright, installFromNpm];
  /** @type {string[]} */
  const reasons = [];
  for (const way of ways) {
    const made = await way(processes, signal).catch((error) => {
      reasons.push(explain(error).sentence);
      return undefined;
    });
    signal.throwIfAborted();
    const works = firstWorking([...(made ? [made] : []), ...candidates()]);
    if (works) return works;
  }
  throw new Stop(
    'No browser was found and none could be installed (apt, Playwright and npm were tried): install Chromium, or name one in PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH, then run npm test again.',
    { details: reasons.join('\n') },
  );
}

/** @returns {string[]} places where a Chromium may be */
function candidates() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'];
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const named = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  return [...(named ? [named] : []), ...onPath, MAC_CHROME, ofPlaywright(), NPM_BROWSER];
}

/** @returns {string} where Playwright keeps its own download, there or not */
function ofPlaywright() {
  const { chromium } = createRequire(path.join(ROOT, 'package.json'))('playwright-core');
  return chromium.executablePath();
}

/** @param {string[]} executables @returns {string | undefined} the first that can say its version */
function firstWorking(executables) {
  return executables.find((file) => {
    if (!fs.existsSync(file)) return false;
    const { status, stdout } = spawnSync(file, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    return status === 0 && /chrom/i.test(stdout);
  });
}
