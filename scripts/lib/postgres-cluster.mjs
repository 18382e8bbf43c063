import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { makePrivateDirectory, readJsonIfThere, writePrivateFile } from './files.mjs';
import { freePort } from './free-port.mjs';
import { findPostgres } from './postgres-binaries.mjs';
import { choosePlace } from './postgres-place.mjs';
import { runCommand } from './run-command.mjs';
import { Stop } from './stop.mjs';

/**
 * A cluster on disk: where its programs and data are, and how to log in.
 * @typedef {import('./postgres-place.mjs').Place & {
 *   home: string, data: string, port: number, password: string, save(port: number): void }} Cluster
 */

const SUPERUSER = 'cashier';

/**
 * @param {{ port: number, password: string }} login
 * @param {string} database
 * @returns {string}
 */
export const clusterUrl = ({ port, password }, database) =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

/**
 * Opens the cluster of a directory, or makes it (initdb) with a password of its own.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {string} home
 * @returns {Promise<Cluster>}
 */
export async function openCluster(processes, signal, home) {
  makePrivateDirectory(home);
  const place = choosePlace(home, findPostgres());
  const data = path.join(place.base, 'data');
  const file = path.join(home, 'cluster.json');
  const exists = fs.existsSync(data);
  /** @type {{ port: number, password: string } | undefined} */
  const known = readJsonIfThere(file);
  if (exists && !known) {
    throw new Stop(
      `${file} is missing or damaged, so nobody knows the password of the database beside it: put back a copy of the file, or remove ${home} to start with an empty database.`,
    );
  }
  const password = known?.password ?? randomBytes(24).toString('base64url');
  const port = known?.port ?? (await freePort());
  const save = (/** @type {number} */ at) =>
    writePrivateFile(file, JSON.stringify({ port: at, password }));
  const cluster = { ...place, home, data, port, password, save };
  if (!exists) {
    save(port);
    await initialise(processes, signal, cluster);
  }
  return cluster;
}

/**
 * Makes the files beside and moves them into place when complete: a half-made cluster is never taken for one.
 * @param {import('./processes.mjs').Processes} processes
 * @param {AbortSignal} signal
 * @param {Cluster} cluster
 */
async function initialise(processes, signal, { account, native, base, home, data, password }) {
  const draft = `${data}.new`;
  const passwordFile = path.join(base, 'password');
  fs.rmSync(draft, { recursive: true, force: true });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) fs.chownSync(passwordFile, account.uid, account.gid ?? 0);
  const options = ['-D', draft, '-U', SUPERUSER, '--pwfile', passwordFile, '-A', 'scram-sha-256'];
  const locale = [
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await runCommand(processes, signal, {
      name: 'initdb',
      ...account.as(path.join(native, 'bin', 'initdb'), [...options, ...locale]),
      cwd: base,
      logFile: path.join(home, 'initdb.log'),
      remedy:
        'PostgreSQL could not make its files: see below, or set DATABASE_URL to a server of yours.',
    });
    fs.renameSync(draft, data);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}
