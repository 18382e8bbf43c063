import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Stop } from './stop.mjs';

/**
 * Makes a directory that only its owner can enter, and says so in words when that is impossible.
 * @param {string} directory
 */
export function makePrivateDirectory(directory) {
  try {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    fs.chmodSync(directory, 0o700);
    fs.accessSync(directory, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Stop(
      `Cannot write to ${directory} (${code}): run as the user who owns the project, or use a copy of it in a directory you can write to.`,
    );
  }
}

/**
 * Writes a private file so that a reader sees the old content or the new, never a half.
 * @param {string} file
 * @param {string} content
 */
export function writePrivateFile(file, content) {
  const temporary = `${file}.${randomBytes(4).toString('hex')}`;
  fs.writeFileSync(temporary, content, { mode: 0o600 });
  fs.renameSync(temporary, file);
}

/**
 * @param {string} file
 * @returns {string | undefined} undefined when there is no such file
 */
export function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {any} undefined when the file is missing or not JSON (cut short by a crash)
 */
export function readJsonIfThere(file) {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} directory
 * @returns {string[]} names inside, none when there is no such directory
 */
export function namesIn(directory) {
  return fs.existsSync(directory) ? fs.readdirSync(directory) : [];
}

/**
 * @param {string} file
 * @param {number} count
 * @returns {string} the last lines of a log, for a message
 */
export function lastLines(file, count) {
  const text = readIfThere(file) ?? '';
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * Opens a log for appending; what the previous run wrote is kept beside it as <name>.1.
 * @param {string} file
 * @returns {string} the same path
 */
export function startLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (fs.existsSync(file)) fs.renameSync(file, `${file}.1`);
  fs.writeFileSync(file, '', { mode: 0o600 });
  return file;
}
