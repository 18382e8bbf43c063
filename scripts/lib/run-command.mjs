import { lastLines, startLog } from './files.mjs';
import { Stop } from './stop.mjs';

/**
 * Runs one command to its end; an interruption ends it and everything it started.
 * @param {ReturnType<typeof import('./processes.mjs').createProcesses>} processes
 * @param {AbortSignal} signal
 * @param {{ name: string, command: string, args: string[], logFile: string, remedy: string,
 *   env?: NodeJS.ProcessEnv, cwd?: string, onLine?: (line: string) => void }} what
 *   remedy: the sentence for a failure
 */
export async function runCommand(processes, signal, what) {
  const { name, command, args, env, cwd, onLine = () => undefined } = what;
  signal.throwIfAborted();
  const logFile = startLog(what.logFile);
  const child = processes.launch(name, command, args, { env, cwd, logFile, onLine });
  const onAbort = () => child.stop(5_000);
  signal.addEventListener('abort', onAbort, { once: true });
  const exit = await child.exited;
  signal.removeEventListener('abort', onAbort);
  signal.throwIfAborted();
  if (exit.code === 0) return;
  const why = exit.error ? exit.error.message : lastLines(logFile, 30);
  throw new Stop(what.remedy, { details: why });
}
