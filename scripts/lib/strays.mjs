import fs from 'node:fs';
import { namesIn } from './files.mjs';
import { signalProcess } from './process-identity.mjs';

/**
 * Ends processes that carry a mark in their environment: whatever a test run started and lost sight of, such as a
 * browser's helper in a group of its own. Needs Linux's /proc; elsewhere there is nothing to look in.
 * @param {string} name
 * @param {string} value unique to the run
 * @returns {number} how many there were
 */
export function killMarked(name, value) {
  const mark = `${name}=${value}`;
  const marked = namesIn('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && pid !== process.pid && environmentOf(pid).includes(mark));
  for (const pid of marked) signalProcess(pid, 'SIGKILL');
  return marked.length;
}

/** @param {number} pid @returns {string[]} none for other users' processes and those gone meanwhile */
function environmentOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
