import type { Evidence } from '../port';

/** All that may be kept of what the bank said. Names, card and account numbers never leave this module. */
const KEPT = new Set(['payoutNo', 'state', 'reference', 'amount', 'match']);
/** The bank's own words, in which a number could stand. */
const WORDS = new Set(['reason', 'error', 'bankName']);
const LONGEST_TEXT = 120;

/** The part of an answer that may be stored and shown, and what was wrong with it, if anything. */
export function evidenceOf(content: unknown, problem?: string): Evidence {
  const evidence: Evidence = {};
  const given = content !== null && typeof content === 'object' ? Object.entries(content) : [];
  for (const [name, value] of given) {
    if (typeof value !== 'string' && typeof value !== 'boolean') continue;
    if (KEPT.has(name)) evidence[name] = String(value).slice(0, LONGEST_TEXT);
    if (WORDS.has(name)) evidence[name] = maskText(String(value));
  }
  return problem === undefined ? evidence : { ...evidence, problem };
}

/** No controls, no run of digits as long as a card's, not too long. */
const maskText = (text: string): string =>
  text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\d(?:[ -]?\d){9,}/g, (digits) => `****${digits.slice(-2)}`)
    .slice(0, LONGEST_TEXT);
