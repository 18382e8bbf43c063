import 'reflect-metadata';
import { X509Certificate as Certificate, randomBytes, webcrypto } from 'node:crypto';
import fs from 'node:fs';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { makePrivateDirectory, readIfThere, writePrivateFile } from './files.mjs';
import { ownCaFiles } from './own-ca-files.mjs';

// One thing with two types: Node's own, and the DOM's that the package is written for.
cryptoProvider.set(/** @type {Crypto} */ (webcrypto));

const KEYS = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };
const AUTHORITY = 'CN=Cashier own CA, O=Cashier';
const DAY_MS = 24 * 3_600_000;
const VALID_DAYS = 397;
const RENEW_DAYS = 30;

/** @typedef {import('./own-ca-files.mjs').OwnCaFiles} OwnCaFiles */

/**
 * The certificate that localhost listens with, and the authority that vouches for it: made on first use, made anew
 * when near its end. The authority's key is forgotten once it has signed, so that nothing else can ever lean on it.
 * @param {string} directory
 * @param {number} [nowMs]
 * @returns {Promise<OwnCaFiles>}
 */
export async function keepOwnCa(directory, nowMs = Date.now()) {
  const files = ownCaFiles(directory);
  if (isGood(files, nowMs)) return files;
  const made = await issue(nowMs);
  // Beside the old ones and then in their place: a start that was killed leaves no halves.
  const draft = `${directory}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  makePrivateDirectory(draft);
  const { caFile, keyFile, certFile } = ownCaFiles(draft);
  writePrivateFile(caFile, made.ca);
  writePrivateFile(keyFile, made.key);
  writePrivateFile(certFile, made.certificate);
  fs.rmSync(directory, { recursive: true, force: true });
  fs.renameSync(draft, directory);
  return files;
}

/** @param {OwnCaFiles} files @param {number} nowMs */
function isGood({ caFile, keyFile, certFile }, nowMs) {
  const [ca, key, leaf] = [caFile, keyFile, certFile].map(readIfThere);
  if (!ca || !key || !leaf) return false;
  try {
    const [authority, certificate] = [new Certificate(ca), new Certificate(leaf)];
    const startsMs = Date.parse(certificate.validFrom);
    const endsMs = Date.parse(certificate.validTo);
    return (
      certificate.verify(authority.publicKey) &&
      startsMs <= nowMs &&
      nowMs < endsMs - RENEW_DAYS * DAY_MS
    );
  } catch {
    return false; // damaged
  }
}

/** @param {number} nowMs */
async function issue(nowMs) {
  const [authority, listener] = await Promise.all([newKeys(), newKeys()]);
  const validity = {
    notBefore: new Date(nowMs - DAY_MS),
    notAfter: new Date(nowMs + VALID_DAYS * DAY_MS),
  };
  const shared = { ...validity, issuer: AUTHORITY, signingKey: authority.privateKey };
  const ca = await X509CertificateGenerator.create({
    ...{ ...shared, subject: AUTHORITY, publicKey: authority.publicKey },
    ...{ serialNumber: serialNumber(), signingAlgorithm: SIGNING },
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    ...{ ...shared, subject: 'CN=localhost', publicKey: listener.publicKey },
    ...{ serialNumber: serialNumber(), signingAlgorithm: SIGNING },
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
      await SubjectKeyIdentifierExtension.create(listener.publicKey),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', listener.privateKey);
  return {
    ca: pem(ca.rawData),
    certificate: pem(certificate.rawData),
    key: pem(pkcs8, 'PRIVATE KEY'),
  };
}

const newKeys = () => webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);

// Positive and without leading zeros.
const serialNumber = () => `4${randomBytes(8).toString('hex').slice(1)}`;

/** @param {ArrayBuffer} bytes @param {string} [label] @returns {string} */
function pem(bytes, label = 'CERTIFICATE') {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
