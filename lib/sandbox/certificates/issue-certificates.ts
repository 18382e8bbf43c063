import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

// One thing with two types: Node's own, and the DOM's that the package is written for.
cryptoProvider.set(webcrypto as unknown as Crypto);

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const YEAR_MS = 365 * 24 * 3_600_000;

type KeyPair = webcrypto.CryptoKeyPair;

export interface Issued {
  keyPem: string;
  certificatePem: string;
}

export interface IssuedCertificates {
  root: Issued;
  middle: Issued;
  unionpay: Issued;
  merchant: Issued;
  stranger: Issued;
  encrypt: Issued;
}

export const UNIONPAY_COMMON_NAME = '041@SANDBOX@00040000:SIGN@00000001';
const ENCRYPTION_NAME = 'CN=041@SANDBOX@00040000:ENC@00000002, O=Rail simulator, C=CN';
const MIDDLE_NAME = 'CN=SANDBOX TEST OCA1, O=Rail simulator, C=CN';

/**
 * A small imitation of CFCA: root, middle, UnionPay's signing leaf and the merchant's. The stranger
 * bears UnionPay's name but signed itself: whoever checks only the name will believe it.
 */
export async function issueCertificates(
  merchantId: string,
  nowMs: number,
): Promise<IssuedCertificates> {
  const [root, middle, unionpay, merchant, stranger, encrypt] = await Promise.all(
    Array.from({ length: 6 }, newKeys),
  );
  if (!root || !middle || !unionpay || !merchant || !stranger || !encrypt) {
    throw new Error('no keys');
  }
  const rootName = 'CN=SANDBOX TEST CS CA, O=Rail simulator, C=CN';
  const issue = (keys: KeyPair, subject: string, by: KeyPair, issuer: string, authority: boolean) =>
    issueOne({
      keys,
      subject,
      by: by.privateKey,
      issuer,
      usage: authority
        ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
        : KeyUsageFlags.digitalSignature,
      nowMs,
    });
  const unionpayName = `CN=${UNIONPAY_COMMON_NAME}, O=Rail simulator, C=CN`;
  return {
    root: await issue(root, rootName, root, rootName, true),
    middle: await issue(middle, MIDDLE_NAME, root, rootName, true),
    unionpay: await issue(unionpay, unionpayName, middle, MIDDLE_NAME, false),
    merchant: await issue(
      merchant,
      `CN=041@SANDBOX@${merchantId}@00000002, O=Rail simulator, C=CN`,
      middle,
      MIDDLE_NAME,
      false,
    ),
    stranger: await issue(stranger, unionpayName, stranger, unionpayName, false),
    encrypt: await issueEncryption(encrypt, middle.privateKey, nowMs),
  };
}

/** Another certificate for card data, by the authority that is on disk. */
export async function renewEncryption(middleKeyPem: string, nowMs: number): Promise<Issued> {
  const pkcs8 = createPrivateKey(middleKeyPem).export({ type: 'pkcs8', format: 'der' });
  const by = await webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']);
  return issueEncryption(await newKeys(), by, nowMs);
}

/** Its key is an RSA key like any other; what it may be used for stands in the certificate. */
function issueEncryption(keys: KeyPair, by: webcrypto.CryptoKey, nowMs: number): Promise<Issued> {
  return issueOne({
    keys,
    subject: ENCRYPTION_NAME,
    by,
    issuer: MIDDLE_NAME,
    usage: KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment,
    nowMs,
  });
}

async function newKeys(): Promise<KeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function issueOne(wanted: {
  keys: KeyPair;
  subject: string;
  by: webcrypto.CryptoKey;
  issuer: string;
  usage: KeyUsageFlags;
  nowMs: number;
}): Promise<Issued> {
  const certificate = await X509CertificateGenerator.create({
    // Positive and without leading zeros, so that hex, decimal and DER all mean the same number.
    serialNumber: `4${randomBytes(8).toString('hex').slice(1)}`,
    subject: wanted.subject,
    issuer: wanted.issuer,
    notBefore: new Date(wanted.nowMs - 24 * 3_600_000),
    notAfter: new Date(wanted.nowMs + 10 * YEAR_MS),
    publicKey: wanted.keys.publicKey,
    signingKey: wanted.by,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(isAuthority(wanted.usage), undefined, true),
      new KeyUsagesExtension(wanted.usage, true),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', wanted.keys.privateKey);
  return {
    keyPem: toPem('PRIVATE KEY', pkcs8),
    certificatePem: toPem('CERTIFICATE', certificate.rawData),
  };
}

const isAuthority = (usage: KeyUsageFlags): boolean => (usage & KeyUsageFlags.keyCertSign) !== 0;

/** PEM with LF and a final newline, as files have it. */
function toPem(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
