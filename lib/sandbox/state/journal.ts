import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

interface Row {
  key: string;
  /** null: the key was removed. */
  value: unknown;
}

/**
 * Keys and JSON values in one file of JSON lines, the last line of a key winning. Every change is
 * in the file before the call returns, so an answer the gateway gave survives a killed process; a
 * line cut off by the kill is dropped when the file is read and rewritten at the next start.
 */
export class Journal {
  readonly #file: string;
  readonly #rows: Map<string, unknown>;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    this.#rows = existsSync(file) ? readRows(readFileSync(file, 'utf8')) : new Map();
    this.#rewrite();
  }

  /** The caller names the type of what it alone stores under this key. */
  get<T>(key: string): T | undefined {
    return this.#rows.get(key) as T | undefined;
  }

  list<T>(prefix: string): T[] {
    const found: T[] = [];
    for (const [key, value] of this.#rows) if (key.startsWith(prefix)) found.push(value as T);
    return found;
  }

  put(key: string, value: unknown): void {
    this.#rows.set(key, value);
    this.#append({ key, value });
  }

  remove(key: string): void {
    this.#rows.delete(key);
    this.#append({ key, value: null });
  }

  clear(): void {
    this.#rows.clear();
    this.#rewrite();
  }

  #append(row: Row): void {
    appendFileSync(this.#file, `${JSON.stringify(row)}\n`, { mode: 0o600 });
  }

  #rewrite(): void {
    const text = [...this.#rows].map(([key, value]) => `${JSON.stringify({ key, value })}\n`);
    writeFileSync(`${this.#file}.new`, text.join(''), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readRows(text: string): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  // What follows the last newline is a line that a killed process did not finish.
  for (const line of text.split('\n').slice(0, -1)) {
    const { key, value } = JSON.parse(line) as Row;
    if (value === null) rows.delete(key);
    else rows.set(key, value);
  }
  return rows;
}
