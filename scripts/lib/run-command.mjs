import { readIfThere, startLog } from './files.mjs';
import { Stop } from './stop.mjs';

/** @param {string} log */
const lastOf = (log) => log.trimEnd().split('\n').slice(-30).join('\n');

/**
 * Runs one command to its end; an interruption ends it and everything it started.
 * @param {ReturnType<typeof import('./processes.mjs').createProcesses>} processes
 * @param {AbortSignal} signal
 * @param {{ name: string, command: string, args: string[], logFile: string, remedy: string,
 *   helpful?: (log: string) => string, env?: Record<string, string | undefined>, cwd?: string, uid?: number, gid?: number, onLine?: (line: string) => void }} what
 *   remedy: the sentence for a failure; helpful: what of the log to show with it, its end unless given
 */
export async function runCommand(processes, signal, what) {
  const { name, command, args, env, cwd, uid, gid } = what;
  const { onLine = () => undefined, helpful = lastOf } = what;
  signal.throwIfAborted();
  const logFile = startLog(what.logFile);
  const child = processes.launch(name, command, args, { env, cwd, uid, gid, logFile, onLine });
  const exit = await exitOf(child, signal);
  if (exit.code === 0) return;
  const why = exit.error ? exit.error.message : helpful(readIfThere(logFile) ?? '');
  throw new Stop(what.remedy, { details: why });
}

/**
 * Waits for a process to end; an interruption ends it, and what it started goes with it either way.
 * @param {import('./processes.mjs').Child} child
 * @param {AbortSignal} signal
 * @param {number} [timeoutMs] how long it may take to stop
 */
export async function exitOf(child, signal, timeoutMs = 5_000) {
  const onAbort = () => child.stop(timeoutMs);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) void onAbort();
  const exit = await child.exited;
  signal.removeEventListener('abort', onAbort);
  await child.stop();
  signal.throwIfAborted();
  return exit;
}
