import type { Evidence } from '../port';
import type { Fields } from './read-fields';

/** All that may be kept of a message. What is not named here (accNo, customerInfo, tokens,
 * certificates, signatures, addresses) never leaves this module. */
const KEPT = [
  'txnType',
  'txnSubType',
  'bizType',
  'channelType',
  'merId',
  'orderId',
  'txnTime',
  'payTimeout',
  'txnAmt',
  'currencyCode',
  'queryId',
  'origQryId',
  'tn',
  'activateStatus',
  'fileType',
  'fileName',
  'certType',
  'respCode',
  'origRespCode',
  'traceNo',
  'traceTime',
  'settleAmt',
  'settleCurrencyCode',
  'settleDate',
  'exchangeRate',
  'payCardType',
  'payType',
] as const;

const FREE_TEXT = ['respMsg', 'origRespMsg', 'payCardIssueName'] as const;
const LONGEST_TEXT = 200;

/** The part of a message that may be stored and shown, and what was wrong with it, if anything. */
export function evidenceOf(fields: Readonly<Fields>, problem?: string): Evidence {
  const evidence: Evidence = {};
  for (const name of KEPT) {
    const value = fields[name];
    if (value !== undefined) evidence[name] = value.slice(0, LONGEST_TEXT);
  }
  for (const name of FREE_TEXT) {
    const value = fields[name];
    if (value !== undefined) evidence[name] = maskText(value);
  }
  if (fields.payCardNo !== undefined) evidence.payCardNo = maskCardNo(fields.payCardNo);
  return problem === undefined ? evidence : { ...evidence, problem };
}

/**
 * Words that somebody else wrote: no controls, no long run of digits, nothing encoded (our own
 * customerInfo, quoted back, is base64), not too long.
 */
export const maskText = (text: string): string =>
  text
    .replace(/\p{C}+/gu, ' ')
    .replace(/[A-Za-z0-9+/=%]{20,}/g, '****')
    .replace(/\d(?:[ -]?\d){9,}/g, (digits) => `****${digits.slice(-2)}`)
    .slice(0, LONGEST_TEXT);

/** The last four digits; nothing at all where the merchant's profile has it encrypted. */
function maskCardNo(cardNo: string): string {
  return /^[0-9*]{12,19}$/.test(cardNo) ? `****${cardNo.slice(-4)}` : '****';
}
