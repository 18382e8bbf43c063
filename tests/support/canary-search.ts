import type { Canary, CanaryKind } from './canaries';

/** Digits in a row as people write them: with a blank or a dash between groups. */
const DIGITS = /\d(?:[ -]?\d){10,}/g;
/**
 * Six digits on their own, not the fraction of a second or a part of a longer word; nor UnionPay's trace
 * number, which is as long and would be somebody's code once in a while.
 */
const SIX_DIGITS = /(?<![\w.+/-])(?<!"traceNo": ?")\d{6}(?![\w+/-])/g;
/** PostgreSQL writes bytes as \x6162, in JSON with the backslash doubled. */
const BYTES = /\\x((?:[0-9a-f]{2}){6,})/g;
/** Long enough to be a needle among digits: a phone, the digits of an identity number, a card. */
const LENGTHS = [11, 16, 17, 18, 19];

/**
 * A search for canaries in text: in numbers however they are grouped or preceded by a country's code,
 * in words also where an address or JSON has them encoded, and in bytes written as hexadecimal digits.
 */
export function canarySearch(canaries: readonly Canary[]): (text: string) => Canary[] {
  const [numbers, codes] = [new Map<string, Canary>(), new Map<string, Canary>()];
  const words: [string, Canary][] = [];
  for (const canary of canaries) {
    const { kind, value } = canary;
    // What is shorter than six characters stands anywhere by chance.
    if (value.length < 6 && kind !== 'name') continue;
    // The last place of an identity number may be a letter.
    if (kind === 'id') numbers.set(value.slice(0, 17), canary);
    else if (kind === 'card' || kind === 'phone') numbers.set(value, canary);
    else if (/^\d{6}$/.test(value)) codes.set(value, canary);
    else for (const form of formsOf(value)) words.push([form, canary]);
  }
  const inText = (text: string, found: Set<Canary>) => {
    for (const [run] of text.matchAll(DIGITS)) {
      const digits = run.replace(/[ -]/g, '');
      for (const length of LENGTHS) {
        for (let at = 0; at + length <= digits.length; at += 1) {
          const canary = numbers.get(digits.slice(at, at + length));
          if (canary) found.add(canary);
        }
      }
    }
    for (const [six] of text.matchAll(SIX_DIGITS)) {
      const canary = codes.get(six);
      if (canary) found.add(canary);
    }
    for (const [form, canary] of words) if (text.includes(form)) found.add(canary);
  };
  return (text) => {
    const found = new Set<Canary>();
    inText(text, found);
    for (const [, hex] of text.matchAll(BYTES)) {
      const bytes = Buffer.from(hex ?? '', 'hex');
      inText(bytes.toString('latin1'), found);
      inText(bytes.toString('utf8'), found);
    }
    return [...found];
  };
}

/** As it is, as an address has it, and as JSON may escape it. */
function formsOf(value: string): Set<string> {
  const escaped = value.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Set([value, encodeURIComponent(value), value.replaceAll(' ', '+'), escaped]);
}

/** A value that somebody may see after all, where, and why. */
export interface Excuse {
  kind: CanaryKind;
  /** Without it: every value of the kind. */
  value?: string;
  place: RegExp;
  why: string;
}

export const isExcused = (excuses: readonly Excuse[], { kind, value }: Canary, place: string) =>
  excuses.some(
    (excuse) =>
      excuse.kind === kind &&
      (excuse.value === undefined || excuse.value === value) &&
      excuse.place.test(place),
  );
