/** A message: each name once, values as they were sent. */
export type Fields = Record<string, string>;

export type ReadFields =
  | { ok: true; fields: Fields }
  | { ok: false; reason: 'malformed' | 'duplicate' | 'charset' };

const NAME = /^[A-Za-z][A-Za-z0-9_.]*$/;
const CLOSING: Record<string, string> = { '{': '}', '[': ']' };

/**
 * Reads the body of a gateway's answer: `k=v&k=v`, *not* url-encoded. Values in `{…}` or `[…]`
 * may hold `&` and `=`, nested to any depth. Refuses what is no such list (plain-text answers,
 * HTML), a name that comes twice and a bracket that never closes.
 */
export function readAnswer(body: string): ReadFields {
  const pairs: [string, string][] = [];
  for (const part of splitOutsideBrackets(body)) {
    const pair = splitPair(part);
    if (!pair) return { ok: false, reason: 'malformed' };
    pairs.push(pair);
  }
  return collect(pairs);
}

/**
 * Reads the body of a notice: an url-encoded form in UTF-8. Refuses broken escapes, bytes that are
 * not UTF-8, a message that says it is in another charset, and a name that comes twice.
 */
export function readForm(body: Uint8Array): ReadFields {
  const text = decodeUtf8(body);
  if (text === undefined) return { ok: false, reason: 'charset' };
  const pairs: [string, string][] = [];
  for (const part of text.split('&')) {
    const pair = splitPair(part, decodeComponent);
    if (!pair) return { ok: false, reason: 'malformed' };
    pairs.push(pair);
  }
  const read = collect(pairs);
  const encoding = read.ok ? read.fields.encoding : undefined;
  return encoding !== undefined && encoding.toUpperCase() !== 'UTF-8'
    ? { ok: false, reason: 'charset' }
    : read;
}

/** Text of an answer's bytes, undefined when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function splitOutsideBrackets(body: string): string[] {
  const parts: string[] = [];
  const awaited: string[] = [];
  let start = 0;
  for (let at = 0; at < body.length; at += 1) {
    const char = body.charAt(at);
    const closing = CLOSING[char];
    if (closing) awaited.push(closing);
    else if (char === awaited.at(-1)) awaited.pop();
    else if (char === '&' && awaited.length === 0) {
      parts.push(body.slice(start, at));
      start = at + 1;
    }
  }
  // An empty part is malformed, so a bracket that stays open is refused with it.
  return awaited.length > 0 ? [''] : [...parts, body.slice(start)];
}

function splitPair(
  part: string,
  decode: (text: string) => string | undefined = (text) => text,
): [string, string] | undefined {
  const equals = part.indexOf('=');
  if (equals < 1) return undefined;
  const name = decode(part.slice(0, equals));
  const value = decode(part.slice(equals + 1));
  return name !== undefined && value !== undefined && NAME.test(name) ? [name, value] : undefined;
}

function collect(pairs: readonly [string, string][]): ReadFields {
  const fields = new Map(pairs);
  if (fields.size !== pairs.length) return { ok: false, reason: 'duplicate' };
  return { ok: true, fields: Object.fromEntries(fields) };
}

function decodeComponent(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
