/** One ACP message: names to raw values, exactly as sent. */
export type Fields = Record<string, string>;

/**
 * Reads a form body. Undefined when it is no ACP message at all: a name twice, an odd name, or
 * bytes that are not a url-encoded form. Blank values stay, because the sender signed them.
 */
export function parseForm(body: string): Fields | undefined {
  const fields: Fields = {};
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const [name, value] = decodePair(pair);
    if (name === undefined || value === undefined || Object.hasOwn(fields, name)) return undefined;
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) return undefined;
    fields[name] = value;
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}

function decodePair(pair: string): [string?, string?] {
  const at = pair.indexOf('=');
  if (at < 1) return [];
  try {
    return [decodeForm(pair.slice(0, at)), decodeForm(pair.slice(at + 1))];
  } catch (error) {
    if (error instanceof URIError) return [];
    throw error;
  }
}

function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

/** A notice's body: an ordinary url-encoded form. */
export function encodeForm(fields: Fields): string {
  return new URLSearchParams(fields).toString();
}

/** An answer's body: `k=v&k=v` with raw values, as the real gateway writes it (not url-encoded). */
export function encodeAnswer(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** The given names of a message, those it has. */
export function pickFields(fields: Fields, names: readonly string[]): Fields {
  const picked: Fields = {};
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
