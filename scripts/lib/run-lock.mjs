import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { namesIn, readIfThere } from './files.mjs';
import { isAlive, thisProcess } from './process-identity.mjs';

/** @typedef {{ pid: number, identity: string, nonce: string, about: Record<string, unknown> }} Holder */
/** @typedef {{ release(): void }} HeldLock */

/**
 * Takes the lock file, or says who holds it. A lock whose holder is dead (kill -9, power cut) is taken over.
 * The content is in place before the name is, and only the holder of `<file>.<nonce of the dead lock>` may
 * replace that dead lock: so two takers can never both win.
 * @param {string} file
 * @param {Record<string, unknown>} [about] shown to whoever comes second
 * @returns {{ held: HeldLock, holder?: undefined } | { held?: undefined, holder: Holder }}
 */
export function acquireLock(file, about = {}) {
  const mine = { ...thisProcess(), nonce: randomBytes(4).toString('hex'), about };
  const draft = `${file}~${mine.nonce}`;
  fs.writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      if (linkIfFree(draft, file)) return { held: heldLock(file, mine.nonce) };
      const holder = readHolder(file);
      if (!holder) continue;
      if (isAlive(holder)) return { holder };
      const claim = acquireLock(`${file}.${holder.nonce}`);
      if (!claim.held) return { holder: claim.holder };
      const unchanged = readHolder(file)?.nonce === holder.nonce;
      if (unchanged) fs.renameSync(draft, file);
      claim.held.release();
      if (unchanged) return { held: heldLock(file, mine.nonce) };
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined} the live holder of a lock file
 */
export function liveHolder(file) {
  const holder = readHolder(file);
  return holder && isAlive(holder) ? holder : undefined;
}

/**
 * The live holders of the lock files in a directory; locks of dead holders are removed on the way.
 * @param {string} directory
 * @returns {Holder[]}
 */
export function liveHolders(directory) {
  const locks = namesIn(directory).filter((name) => !name.includes('~'));
  return locks.flatMap((name) => {
    const file = path.join(directory, name);
    const holder = liveHolder(file);
    if (!holder) fs.rmSync(file, { force: true });
    return holder ? [holder] : [];
  });
}

/** @param {string} draft @param {string} file */
function linkIfFree(draft, file) {
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined} a file cut short by a power cut counts as held by nobody alive
 */
function readHolder(file) {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { pid: 0, identity: '', nonce: 'unreadable', about: {} };
  }
}

/** @param {string} file @param {string} nonce @returns {HeldLock} */
function heldLock(file, nonce) {
  return {
    release() {
      if (readHolder(file)?.nonce === nonce) fs.rmSync(file, { force: true });
    },
  };
}
