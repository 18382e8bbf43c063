/**
 * A sentence for the person at the terminal: what is wrong and what to do about it.
 * Everything else that is thrown is a bug or a surprise of the machine.
 */
export class Stop extends Error {
  /**
   * @param {string} sentence
   * @param {{ details?: string, exitCode?: number }} [more] details: lines of output that help, never a stack trace
   */
  constructor(sentence, { details = '', exitCode = 1 } = {}) {
    super(sentence);
    this.name = 'Stop';
    this.details = details;
    this.exitCode = exitCode;
  }
}

/** Thrown through the running step when Ctrl-C, SIGTERM or SIGHUP arrives. */
export class Interrupted extends Error {
  /** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
  constructor(signal) {
    super(`Interrupted by ${signal}`);
    this.name = 'Interrupted';
    this.signal = signal;
    this.exitCode = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal];
  }
}

/** @type {Record<string, (path: string) => string>} */
const SYSTEM_SENTENCES = {
  EACCES: (path) =>
    `No permission to use ${path}: run as the user who owns it, or give yourself write access.`,
  EPERM: (path) =>
    `No permission to use ${path}: run as the user who owns it, or give yourself write access.`,
  EROFS: (path) =>
    `${path} is on a read-only file system: use a copy of the project in a directory you can write to.`,
  ENOSPC: (path) =>
    `The disk is full (while writing ${path}): free some space and run the command again.`,
  EMFILE: () => 'Too many open files: raise the limit (ulimit -n 4096) and run the command again.',
};

/**
 * Words for anything thrown, for the terminal.
 * @param {unknown} error
 * @returns {{ sentence: string, details: string, exitCode: number }}
 */
export function explain(error) {
  if (error instanceof Stop) {
    return { sentence: error.message, details: error.details, exitCode: error.exitCode };
  }
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  const words = code === undefined ? undefined : SYSTEM_SENTENCES[code];
  if (words) return { sentence: words(path ?? 'this directory'), details: '', exitCode: 1 };
  return { sentence: message || String(error), details: '', exitCode: 1 };
}
