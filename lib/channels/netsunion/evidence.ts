import type { Evidence } from '../port';

/** All that may be kept of a message. Card data, agreement numbers, names, phones and codes, encrypted
 * or not, never leave this module. */
const KEPT = new Set([
  'MsgTp',
  'OriMsgTp',
  'TrxCtgy',
  'TrxId',
  'OrdrId',
  'MrchntNo',
  'TrxAmt',
  'TrxDtTm',
  'NetTrxId',
  'OriNetTrxId',
  'SysRtnCd',
  'BizCd',
  'PyerAcctTp',
  'SgnAcctTp',
]);
/** The channel's own words, in which a number could stand. */
const WORDS = new Set(['SysRtnDesc', 'BizDesc']);
const LONGEST_TEXT = 120;

/** The part of a message that may be stored and shown, and what was wrong with it, if anything. */
export function evidenceOf(content: unknown, problem?: string): Evidence {
  const evidence: Evidence = {};
  keep(content, evidence);
  return problem === undefined ? evidence : { ...evidence, problem };
}

function keep(content: unknown, evidence: Evidence): void {
  if (content === null || typeof content !== 'object') return;
  for (const [name, value] of Object.entries(content)) {
    if (typeof value !== 'string') keep(value, evidence);
    else if (KEPT.has(name)) evidence[name] = value.slice(0, LONGEST_TEXT);
    else if (WORDS.has(name)) evidence[name] = maskText(value);
  }
}

/** No controls, no run of digits as long as a phone's, not too long. */
const maskText = (text: string): string =>
  text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\d(?:[ -]?\d){9,}/g, (digits) => `****${digits.slice(-2)}`)
    .slice(0, LONGEST_TEXT);
