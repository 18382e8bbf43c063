import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Stop } from './stop.mjs';

/**
 * PostgreSQL refuses to run as root. An account says as whom its programs run and turns a command into one of
 * that account.
 * @typedef {object} Account
 * @property {'self' | 'namespace' | 'user'} kind
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {(command: string, args: string[]) => { command: string, args: string[], uid?: number, gid?: number }} as
 */

const SYSTEM_USER = 'cashier-postgres';

/** @returns {Account} ourselves, where we are not root */
export const self = () => ({ kind: 'self', as: (command, args) => ({ command, args }) });

/** @param {number} uid @param {number} gid @returns {Account} */
export const user = (uid, gid) => ({
  kind: 'user',
  uid,
  gid,
  as: (command, args) => ({ command, args, uid, gid }),
});

/**
 * Root in a user namespace of its own, where it is nobody special. initdb looks its user up by number, so the
 * number we appear under must be in the list of users.
 * @returns {Account | undefined} undefined where the machine does not allow it
 */
export function userNamespace() {
  const passwd = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  const id = passwd.map((line) => Number(line.split(':')[2])).find((uid) => uid > 0);
  const options = ['-U', `--map-user=${id}`, `--map-group=${id}`];
  if (id === undefined) return undefined;
  const { status } = spawnSync('unshare', [...options, 'true'], { stdio: 'ignore' });
  if (status !== 0) return undefined;
  return {
    kind: 'namespace',
    as: (command, args) => ({ command: 'unshare', args: [...options, command, ...args] }),
  };
}

/** @returns {Account} an operating-system user of our own, made on first use */
export function systemUser() {
  const found = lookUpUser();
  if (found) return found;
  spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SYSTEM_USER],
    {
      stdio: 'ignore',
    },
  );
  const made = lookUpUser();
  if (made) return made;
  throw new Stop(
    'PostgreSQL does not run as root, and neither a user namespace (unshare -U) nor a user of its own (useradd) can be had here: run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL server of yours.',
  );
}

/** @returns {Account | undefined} */
function lookUpUser() {
  const id = (/** @type {string} */ flag) =>
    Number(
      execFileSync('id', [flag, SYSTEM_USER], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  try {
    return user(id('-u'), id('-g'));
  } catch {
    return undefined;
  }
}
