import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Stop } from './stop.mjs';

/**
 * PostgreSQL refuses to run as root. An account says as whom its programs run, how a command becomes that of
 * the account, and where the account can keep binaries and data.
 * @typedef {object} Account
 * @property {'self' | 'namespace' | 'user'} kind
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {(command: string, args: string[]) => { command: string, args: string[], uid?: number, gid?: number }} as
 */

const SYSTEM_USER = 'cashier-postgres';
const SYSTEM_HOME = '/var/lib/cashier-postgres';

/** @returns {Account} ourselves, where we are not root */
const self = () => ({ kind: 'self', as: (command, args) => ({ command, args }) });

/** @param {number} uid @param {number} gid @returns {Account} */
const user = (uid, gid) => ({ kind: 'user', uid, gid, as: (command, args) => ({ command, args, uid, gid }) });

/** @param {string[]} unshare @returns {Account} */
const namespace = ([unshare = '', ...options]) => ({
  kind: 'namespace',
  as: (command, args) => ({ command: unshare, args: [...options, command, ...args] }),
});

/**
 * @param {string} dataDir the cluster's data directory; the owner of an existing one decides
 * @returns {Account}
 */
export function chooseAccount(dataDir) {
  if (process.getuid?.() !== 0) return self();
  const owner = fs.existsSync(dataDir) ? fs.statSync(dataDir) : undefined;
  if (owner && owner.uid !== 0) return user(owner.uid, owner.gid);
  const wrapper = namespaceWrapper();
  if (wrapper) return namespace(wrapper);
  if (owner) {
    throw new Stop(
      `The database in ${dataDir} was made in a user namespace, which this machine does not allow (unshare -U fails): allow it, or set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  return systemUser();
}

/**
 * initdb looks its user up by number, so the number we appear under must be in the list of users.
 * @returns {string[] | undefined} the command in front, undefined where namespaces are not allowed
 */
function namespaceWrapper() {
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => Number(line.split(':')[2]));
  const id = users.find((uid) => uid > 0) ?? 0;
  const wrapper = ['unshare', '-U', `--map-user=${id}`, `--map-group=${id}`];
  const tried = id > 0 ? spawnSync('unshare', [...wrapper.slice(1), 'true'], { stdio: 'ignore' }) : undefined;
  return tried?.status === 0 ? wrapper : undefined;
}

/** @returns {Account} an operating-system user of our own, made on first use */
function systemUser() {
  const found = lookUpUser();
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SYSTEM_USER], {
    stdio: 'ignore',
  });
  const made = lookUpUser();
  if (made) return made;
  throw new Stop(
    'PostgreSQL does not run as root, and neither a user namespace (unshare -U) nor a user of its own (useradd) can be had here: run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL server of yours.',
  );
}

/** @returns {Account | undefined} */
function lookUpUser() {
  const id = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, SYSTEM_USER], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return user(id('-u'), id('-g'));
  } catch {
    return undefined;
  }
}

/**
 * Where binaries and data go. A user of its own can't enter a private project directory: it gets a place of
 * its own outside, named after the project's.
 * @param {Account} account
 * @param {string} home the cluster's directory inside the project
 * @param {string} native the packaged PostgreSQL
 * @returns {{ native: string, base: string }}
 */
export function placeFor({ kind, uid = 0, gid = 0 }, home, native) {
  if (kind !== 'user') return { native, base: home };
  const name = createHash('sha256').update(path.resolve(home)).digest('hex').slice(0, 16);
  const base = path.join(SYSTEM_HOME, name);
  fs.mkdirSync(SYSTEM_HOME, { recursive: true, mode: 0o755 });
  fs.mkdirSync(base, { recursive: true, mode: 0o700 });
  const copy = path.join(base, 'native');
  if (!fs.existsSync(path.join(copy, 'complete'))) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    fs.writeFileSync(path.join(copy, 'complete'), '');
    giveTo(copy, uid, gid);
  }
  fs.chownSync(base, uid, gid);
  return { native: copy, base };
}

/** @param {string} target @param {number} uid @param {number} gid */
function giveTo(target, uid, gid) {
  fs.lchownSync(target, uid, gid);
  if (!fs.lstatSync(target).isDirectory()) return;
  for (const name of fs.readdirSync(target)) giveTo(path.join(target, name), uid, gid);
}
