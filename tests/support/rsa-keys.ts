import { randomBytes, webcrypto } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
/** More than any one test needs, so that no two parties of a test hold the same key. */
const KEPT = 24;

let given = 0;

/**
 * A pair of RSA keys, another one each time (of 24 in turn). Making them takes longer than most tests
 * that need one, so what was made once is kept beside the other temporary files; they vouch for
 * nobody outside of tests.
 */
export async function rsaKeys(): Promise<CryptoKeyPair> {
  const file = join(tmpdir(), `rsa-keys-${userInfo().uid}-${given % KEPT}.json`);
  given += 1;
  if (existsSync(file)) return readKeys(file);
  const keys = await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const parts = { privateKey: keys.privateKey, publicKey: keys.publicKey };
  const told = await Promise.all(
    Object.values(parts).map((key) => webcrypto.subtle.exportKey('jwk', key)),
  );
  const draft = `${file}~${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(told), { mode: 0o600 });
  renameSync(draft, file);
  return keys;
}

async function readKeys(file: string): Promise<CryptoKeyPair> {
  const [privateKey, publicKey] = JSON.parse(readFileSync(file, 'utf8'));
  const { subtle } = webcrypto;
  return {
    privateKey: await subtle.importKey('jwk', privateKey, RSA, true, ['sign']),
    publicKey: await subtle.importKey('jwk', publicKey, RSA, true, ['verify']),
  };
}
