import {
  ABOUT_NOTHING_NEW,
  FIELD_RULES,
  REQUIRED_ALWAYS,
  REQUIRED_FOR_ACCESS,
} from './field-rules';
import type { Fields } from './fields';
import { signatureMatches } from './sign';

/** What the gateway says instead of acting; `detail` names the field, as the real one does. */
export interface Problem {
  respCode: string;
  detail?: string;
}

export interface KnownMerchant {
  merchantId: string;
  /** 0 a merchant, 1 an institution with its own number, 2 a platform. */
  accessType: '0' | '1' | '2';
  acqInsCode?: string;
}

export interface KnownMerchants {
  merchants: readonly KnownMerchant[];
  /** Decimal serial number of the certificate that all of them sign with. */
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
  known: KnownMerchants,
  required: readonly string[],
): Problem | undefined {
  const missing = [...REQUIRED_ALWAYS, ...required, ...aboutTheShop(fields)].find(
    (name) => !fields[name],
  );
  if (missing) return { respCode: '13', detail: missing };
  const unreadable = ['version', 'encoding', 'signMethod'].find((name) => breaksRule(fields, name));
  if (unreadable) return { respCode: '10', detail: unreadable };
  if (fields.certId !== known.certId) return { respCode: '11', detail: 'certId' };
  if (!signatureMatches(fields, known.certificatePem)) return { respCode: '11' };
  const wrong = Object.keys(fields).find((name) => breaksRule(fields, name));
  if (wrong) return { respCode: '10', detail: wrong };
  const merchant = known.merchants.find(({ merchantId }) => merchantId === fields.merId);
  if (!merchant) return { respCode: '31' };
  if (merchant.accessType !== fields.accessType) return { respCode: '31', detail: 'accessType' };
  const { acqInsCode } = fields;
  const foreign = acqInsCode && merchant.acqInsCode && acqInsCode !== merchant.acqInsCode;
  return foreign ? { respCode: '31', detail: 'acqInsCode' } : undefined;
}

function aboutTheShop({ txnType = '', accessType = '' }: Fields): readonly string[] {
  return ABOUT_NOTHING_NEW.includes(txnType) ? [] : (REQUIRED_FOR_ACCESS[accessType] ?? []);
}

function breaksRule(fields: Fields, name: string): boolean {
  const rule = FIELD_RULES[name];
  return rule !== undefined && !rule(fields[name] ?? '');
}

/** A new order must carry the present time; only clock drift and a slow payer are forgiven. */
export function txnTimeIsCurrent(txnTimeMs: number, nowMs: number): boolean {
  return txnTimeMs <= nowMs + 5 * 60_000 && txnTimeMs >= nowMs - 30 * 60_000;
}
