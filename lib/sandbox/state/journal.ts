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
  /** By the part of the key before its first slash: a list looks at nothing but its own. */
  readonly #groups: Map<string, Map<string, unknown>>;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    this.#groups = existsSync(file) ? readRows(readFileSync(file, 'utf8')) : new Map();
    this.#rewrite();
  }

  /** The caller names the type of what it alone stores under this key. */
  get<T>(key: string): T | undefined {
    return this.#groups.get(groupOf(key))?.get(key) as T | undefined;
  }

  /** All under "group/", in the order in which they came. */
  list<T>(group: `${string}/`): T[] {
    return [...(this.#groups.get(groupOf(group))?.values() ?? [])] as T[];
  }

  put(key: string, value: unknown): void {
    putRow(this.#groups, key, value);
    this.#append({ key, value });
  }

  remove(key: string): void {
    this.#groups.get(groupOf(key))?.delete(key);
    this.#append({ key, value: null });
  }

  clear(): void {
    this.#groups.clear();
    this.#rewrite();
  }

  #append(row: Row): void {
    appendFileSync(this.#file, `${JSON.stringify(row)}\n`, { mode: 0o600 });
  }

  #rewrite(): void {
    const rows = [...this.#groups.values()].flatMap((group) => [...group]);
    const text = rows.map(([key, value]) => `${JSON.stringify({ key, value })}\n`);
    writeFileSync(`${this.#file}.new`, text.join(''), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readRows(text: string): Map<string, Map<string, unknown>> {
  const groups = new Map<string, Map<string, unknown>>();
  // What follows the last newline is a line that a killed process did not finish.
  for (const line of text.split('\n').slice(0, -1)) {
    const { key, value } = JSON.parse(line) as Row;
    if (value === null) groups.get(groupOf(key))?.delete(key);
    else putRow(groups, key, value);
  }
  return groups;
}

const groupOf = (key: string): string => key.slice(0, key.indexOf('/') + 1);

function putRow(groups: Map<string, Map<string, unknown>>, key: string, value: unknown): void {
  const group = groups.get(groupOf(key)) ?? new Map<string, unknown>();
  groups.set(groupOf(key), group.set(key, value));
}
