import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readIfThere } from './files.mjs';
import { self, systemUser, user, userNamespace } from './postgres-account.mjs';
import { Stop } from './stop.mjs';

/** @typedef {{ account: import('./postgres-account.mjs').Account, native: string, base: string }} Place */

const OUTSIDE = '/var/lib/cashier-postgres';

/**
 * As whom PostgreSQL runs, and where its programs and its data are. An existing cluster stays where it is.
 * @param {string} home the cluster's directory inside the project
 * @param {string} native the packaged PostgreSQL
 * @returns {Place}
 */
export function choosePlace(home, native) {
  if (process.getuid?.() !== 0) return { account: self(), native, base: home };
  const data = path.join(home, 'data');
  const owner = fs.existsSync(data) ? fs.statSync(data) : undefined;
  if (owner && owner.uid !== 0) return { account: user(owner.uid, owner.gid), native, base: home };
  const outside = outsideBase(home);
  const space = fs.existsSync(path.join(outside, 'data')) ? undefined : userNamespace();
  if (space) return { account: space, native, base: home };
  if (owner) {
    throw new Stop(
      `The database in ${data} belongs to root, and this machine no longer allows a user namespace (unshare -U) to run it in: allow it, or set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  return placeOutside(outside, native);
}

/** @param {string} home @returns {string} one place for each project directory */
function outsideBase(home) {
  const name = createHash('sha256').update(path.resolve(home)).digest('hex').slice(0, 16);
  return path.join(OUTSIDE, name);
}

/**
 * A user of its own can't enter a private project directory: programs and data go where it can.
 * @param {string} base
 * @param {string} native
 * @returns {Place}
 */
function placeOutside(base, native) {
  const account = systemUser();
  const { uid = 0, gid = 0 } = account;
  const copy = path.join(base, 'native');
  const mark = path.join(base, 'version');
  const version = readIfThere(path.join(native, '..', 'package.json'));
  fs.mkdirSync(base, { recursive: true });
  fs.chmodSync(OUTSIDE, 0o755);
  if (readIfThere(mark) !== version) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    giveTo(copy, uid, gid);
    fs.writeFileSync(mark, version ?? '');
  }
  fs.chmodSync(base, 0o700);
  fs.chownSync(base, uid, gid);
  return { account, native: copy, base };
}

/**
 * @param {string} target with everything inside
 * @param {number} uid
 * @param {number} gid
 */
export function giveTo(target, uid, gid) {
  fs.lchownSync(target, uid, gid);
  if (!fs.lstatSync(target).isDirectory()) return;
  for (const name of fs.readdirSync(target)) giveTo(path.join(target, name), uid, gid);
}
