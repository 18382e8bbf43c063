import {
  createHash,
  createPrivateKey,
  type KeyObject,
  sign,
  verify,
  type X509Certificate,
} from 'node:crypto';
import { checkChain, isValidAt, ownerOf, readCertificate, readCertificates } from './certificates';
import type { Fields } from './read-fields';

/** PEM text or a loaded RSA key, and the decimal serial number of the certificate that goes with it. */
export interface Signer {
  privateKey: string | KeyObject;
  certId: string | bigint;
}

export interface Trust {
  /** PEM of the self-signed roots and of intermediates: one bundle or several texts. */
  roots: string | readonly string[];
  /** Accepted third parts of the signer's common name, e.g. 中国银联股份有限公司. */
  allowedCommonNames: readonly string[];
  at: Date;
}

export type Verification =
  | { ok: true; certificate: X509Certificate }
  | { ok: false; reason: 'certificate' | 'dates' | 'chain' | 'name' | 'signature' };

/**
 * Signs a message as ACP 5.1.0, signMethod 01, asks. Returns exactly what must be sent: the given
 * fields without the blank ones, `certId` and `signature`. Nothing else is added or changed.
 */
export function signFields(
  fields: Readonly<Record<string, string | undefined>>,
  signer: Signer,
): Fields {
  const key =
    typeof signer.privateKey === 'string' ? createPrivateKey(signer.privateKey) : signer.privateKey;
  if (key.asymmetricKeyType !== 'rsa') throw new TypeError('signMethod 01 needs an RSA key');
  const sent: Fields = {};
  for (const [name, value] of Object.entries({ ...fields, certId: String(signer.certId) })) {
    if (name !== 'signature' && value && value.trim() !== '') sent[name] = value;
  }
  return { ...sent, signature: sign('sha256', digestOf(sent), key).toString('base64') };
}

/**
 * Does `signature` cover exactly these fields, all of them, under this certificate's key? Says
 * nothing about who holds the certificate. False, never an error, for whatever else comes in.
 */
export function signatureMatches(fields: Readonly<Fields>, certificatePem: string): boolean {
  const certificate = readCertificate(certificatePem);
  return certificate !== undefined && isSignedBy(fields, certificate);
}

/**
 * Verifies a message that carries its certificate in `signPubKeyCert`: the certificate, its dates
 * and chain at the moment `at`, its holder's name, and the signature over every field.
 */
export function verifyFields(fields: Readonly<Fields>, trust: Trust): Verification {
  const certificate = readCertificate(fields?.signPubKeyCert);
  if (!certificate) return { ok: false, reason: 'certificate' };
  if (!isValidAt(certificate, trust.at)) return { ok: false, reason: 'dates' };
  const chain = checkChain(certificate, readCertificates(trust.roots), trust.at);
  if (chain === 'expired') return { ok: false, reason: 'dates' };
  if (chain === 'untrusted') return { ok: false, reason: 'chain' };
  const owner = ownerOf(certificate);
  if (!owner || !trust.allowedCommonNames.includes(owner)) return { ok: false, reason: 'name' };
  if (!isSignedBy(fields, certificate)) return { ok: false, reason: 'signature' };
  return { ok: true, certificate };
}

function isSignedBy(fields: Readonly<Record<string, unknown>>, certificate: X509Certificate) {
  if (typeof fields !== 'object' || fields === null) return false;
  const { signature, ...signed } = fields;
  if (typeof signature !== 'string' || !isPlain(signed)) return false;
  const bytes = Buffer.from(signature, 'base64');
  // Node forgives stray characters in base64; a changed signature must not pass for the same one.
  if (bytes.length === 0 || bytes.toString('base64') !== signature) return false;
  const key = certificate.publicKey;
  return key.asymmetricKeyType === 'rsa' && verify('sha256', digestOf(signed), key, bytes);
}

/** A name holding `=` or `&` would let two different messages have one and the same text to sign. */
function isPlain(fields: Readonly<Record<string, unknown>>): fields is Fields {
  return Object.entries(fields).every(
    ([name, value]) => typeof value === 'string' && name !== '' && !/[=&]/.test(name),
  );
}

/** The RSA signature is over the *hex text* of the SHA-256, not over its bytes. */
function digestOf(fields: Readonly<Fields>): Buffer {
  const text = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return Buffer.from(createHash('sha256').update(text, 'utf8').digest('hex'), 'utf8');
}
