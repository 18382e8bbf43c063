import { abortOnSignals } from './interruption.mjs';
import { explain, Interrupted } from './stop.mjs';

/**
 * Runs a command of ours from its first line to its exit code: signals abort it in order, and whatever goes
 * wrong is said in a sentence.
 * @param {(signal: AbortSignal) => Promise<number>} work gives the exit code
 */
export async function runCommandLine(work) {
  const signal = abortOnSignals();
  try {
    process.exitCode = await work(signal);
  } catch (error) {
    process.exitCode = report(signal.aborted ? signal.reason : error);
  }
  // Nothing of ours runs any more; what a library left open must not keep the terminal waiting.
  process.exit();
}

/** @param {unknown} error @returns {number} */
function report(error) {
  if (error instanceof Interrupted) {
    console.error(`Stopped (${error.signal}).`);
    return error.exitCode;
  }
  const { sentence, details, exitCode } = explain(error);
  console.error(`\n${sentence}`);
  if (details) console.error(`\n${details.replace(/^/gm, '  | ')}`);
  return exitCode;
}
