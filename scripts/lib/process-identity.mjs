import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * Tells this process apart from any later one that gets the same number: boot and start time.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process is alive
 */
export function identityOf(pid) {
  if (process.platform === 'linux') return linuxIdentity(pid);
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return started.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function linuxIdentity(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name may hold spaces and brackets: the fields are counted after its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return undefined;
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${startTicks}`;
  } catch {
    return undefined;
  }
}

/**
 * @param {{ pid: number, identity: string }} recorded
 * @returns {boolean} whether exactly that process is still alive
 */
export function isAlive({ pid, identity }) {
  return identityOf(pid) === identity;
}

/** @returns {{ pid: number, identity: string }} */
export function thisProcess() {
  return { pid: process.pid, identity: identityOf(process.pid) ?? 'unknown' };
}

/**
 * Sends a signal; a process that is gone already is what was wanted.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Ends what is left of a process group. Numbers 0 and 1 would mean our own group and everybody.
 * @param {number} leaderPid
 */
export function killGroup(leaderPid) {
  if (leaderPid > 1) signalProcess(-leaderPid, 'SIGKILL');
}
