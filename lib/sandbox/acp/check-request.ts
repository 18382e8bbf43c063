import { FIELD_RULES, REQUIRED_ALWAYS } from './field-rules';
import type { Fields } from './fields';
import { signatureMatches } from './sign';

/** What the gateway says instead of acting; `detail` names the field, as the real one does. */
export interface Problem {
  respCode: string;
  detail?: string;
}

export interface KnownMerchant {
  merchantId: string;
  /** Decimal serial number of the merchant's certificate. */
  certId: string;
  certificatePem: string;
}

/**
 * The checks every request goes through: nothing missing (13), a version we can verify (10), the
 * merchant's certificate and signature (11), formats (10), the merchant itself (31). The signature
 * comes before the formats, so nobody without a key learns what the gateway would accept.
 */
export function checkRequest(
  fields: Fields,
  merchant: KnownMerchant,
  required: readonly string[],
): Problem | undefined {
  const missing = [...REQUIRED_ALWAYS, ...required].find((name) => !fields[name]);
  if (missing) return { respCode: '13', detail: missing };
  const unreadable = ['version', 'encoding', 'signMethod'].find((name) => breaksRule(fields, name));
  if (unreadable) return { respCode: '10', detail: unreadable };
  if (fields.certId !== merchant.certId) return { respCode: '11', detail: 'certId' };
  if (!signatureMatches(fields, merchant.certificatePem)) return { respCode: '11' };
  const wrong = Object.keys(fields).find((name) => breaksRule(fields, name));
  if (wrong) return { respCode: '10', detail: wrong };
  if (fields.merId !== merchant.merchantId) return { respCode: '31' };
  return undefined;
}

function breaksRule(fields: Fields, name: string): boolean {
  const rule = FIELD_RULES[name];
  return rule !== undefined && !rule(fields[name] ?? '');
}

/** A new order must carry the present time; only clock drift and a slow payer are forgiven. */
export function txnTimeIsCurrent(txnTimeMs: number, nowMs: number): boolean {
  return txnTimeMs <= nowMs + 5 * 60_000 && txnTimeMs >= nowMs - 30 * 60_000;
}
