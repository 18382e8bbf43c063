import { Refusal } from '@/lib/core/errors';

export type Json = null | boolean | number | string | UnplainNumber | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** A number that was not written as a whole number in plain digits: 1.0, 1e2, 2^53. Fits no field. */
export class UnplainNumber {
  constructor(readonly text: string) {}
}

const MOST_DEPTH = 16;
const WHITESPACE = /[ \t\n\r]*/y;
// From the space on, without the quote and the backslash.
const STRING = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;

/**
 * Reads JSON (RFC 8259) as strictly as money needs it: UTF-8 only, no repeated keys at any depth, no
 * `__proto__`, and numbers by how they are written, not by what a double makes of them.
 * Refusals: invalid_json, duplicate_json_key, each with the path of what is wrong.
 */
export function readJson(bytes: Uint8Array): Json {
  const reader = new Reader(decode(bytes));
  return reader.document();
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid('', 'is not UTF-8');
  }
}

const invalid = (path: string, problem: string): Refusal =>
  new Refusal('invalid_json', {}, [{ path, problem }]);

/** A member's place in words that stay short, however long the caller's keys are. */
const placeOf = (path: string, key: string): string =>
  (path ? `${path}.${key}` : key).slice(0, 100);

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  document(): Json {
    const value = this.value('', 0);
    this.take(WHITESPACE);
    if (this.at < this.text.length) throw invalid('', 'has something after the JSON value');
    return value;
  }

  private value(path: string, depth: number): Json {
    if (depth > MOST_DEPTH) throw invalid(path, 'is nested too deeply');
    this.take(WHITESPACE);
    const first = this.text.charAt(this.at);
    if (first === '{') return this.object(path, depth);
    if (first === '[') return this.array(path, depth);
    if (first === '"') return this.string(path);
    const word = this.take(WORD);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    const number = this.take(NUMBER);
    if (number === undefined) throw invalid(path, 'is not a JSON value');
    const plain = /^-?[0-9]+$/.test(number) && Number.isSafeInteger(Number(number));
    return plain ? Number(number) : new UnplainNumber(number);
  }

  private object(path: string, depth: number): JsonObject {
    // Without a prototype: no key means more here than any other.
    const object = Object.create(null) as JsonObject;
    this.list('}', path, () => {
      this.take(WHITESPACE);
      const key = this.string(path);
      const inner = placeOf(path, key);
      if (key === '__proto__') throw invalid(inner, 'is not a key we take');
      if (key in object) {
        throw new Refusal('duplicate_json_key', {}, [{ path: inner, problem: 'is there twice' }]);
      }
      this.take(WHITESPACE);
      if (!this.skip(':')) throw invalid(inner, 'has no value');
      object[key] = this.value(inner, depth + 1);
    });
    return object;
  }

  private array(path: string, depth: number): Json[] {
    const array: Json[] = [];
    this.list(']', path, () => {
      array.push(this.value(`${path}[${array.length}]`, depth + 1));
    });
    return array;
  }

  /** What stands between brackets: nothing, or members with a comma between each two. */
  private list(end: string, path: string, member: () => void): void {
    this.at += 1;
    this.take(WHITESPACE);
    if (this.skip(end)) return;
    for (;;) {
      member();
      this.take(WHITESPACE);
      if (this.skip(end)) return;
      if (!this.skip(',')) throw invalid(path, 'is not closed');
    }
  }

  private string(path: string): string {
    const raw = this.take(STRING);
    if (raw === undefined) throw invalid(path, 'is not a JSON string');
    const text = JSON.parse(raw) as string;
    // Half a surrogate pair is no character, and no database text holds a NUL.
    if (/\p{Surrogate}/u.test(text) || text.includes('\0')) {
      throw invalid(path, 'holds a character that is none');
    }
    return text;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private skip(character: string): boolean {
    if (this.text.charAt(this.at) !== character) return false;
    this.at += 1;
    return true;
  }
}
