import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type IssuedCertificates, issueCertificates, renewEncryption } from './issue-certificates';

export interface Signer {
  key: KeyObject;
  /** PEM with CRLF and no trailing newline: the form it travels in and is signed in. */
  certificatePem: string;
}

/** What card data is encrypted for; an old one stays good for as long as the merchant may have it. */
export interface EncryptionKey extends Signer {
  /** Decimal serial number. */
  certId: string;
}

export interface Certificates {
  unionpay: Signer;
  stranger: Signer;
  /** The one in force first. Renewing puts another before it. */
  encryption: EncryptionKey[];
  merchant: { certId: string; certificatePem: string };
}

/**
 * The simulator's certificates, issued on the first start. The directory appears in one piece, so
 * a start that was killed half-way leaves nothing behind that a later one would take for whole.
 */
export async function loadCertificates(dataDir: string, merchantId: string): Promise<Certificates> {
  const directory = join(dataDir, 'certs');
  // Without the newest of the files, the directory is an earlier version's: everything is issued anew.
  if (!existsSync(join(directory, 'encrypt.cert.pem'))) {
    rmSync(directory, { recursive: true, force: true });
    writeCertificates(directory, await issueCertificates(merchantId, Date.now()));
  }
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  const merchantPem = read('merchant.cert.pem');
  const retired = readdirSync(directory)
    .filter((name) => /^encrypt-\d+\.cert\.pem$/.test(name))
    .map((name) => name.replace('.cert.pem', ''));
  return {
    unionpay: toSigner(read('unionpay.key.pem'), read('unionpay.cert.pem')),
    stranger: toSigner(read('stranger.key.pem'), read('stranger.cert.pem')),
    encryption: ['encrypt', ...retired].map((name) =>
      toEncryptionKey(read(`${name}.key.pem`), read(`${name}.cert.pem`)),
    ),
    merchant: { certId: certIdOf(merchantPem), certificatePem: merchantPem },
  };
}

/**
 * Issues another encryption certificate and puts it in force; the old one's files are kept under
 * its number, so that what was encrypted for it can be read after a restart, too.
 */
export async function rotateEncryption(
  dataDir: string,
  { encryption }: Certificates,
): Promise<EncryptionKey> {
  const directory = join(dataDir, 'certs');
  const issued = await renewEncryption(
    readFileSync(join(directory, 'middle.key.pem'), 'utf8'),
    Date.now(),
  );
  const old = certIdOf(readFileSync(join(directory, 'encrypt.cert.pem'), 'utf8'));
  for (const part of ['key', 'cert'] as const) {
    const pem = part === 'key' ? issued.keyPem : issued.certificatePem;
    const file = join(directory, `encrypt.${part}.pem`);
    copyFileSync(file, join(directory, `encrypt-${old}.${part}.pem`));
    writeFileSync(`${file}.new`, pem, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const key = toEncryptionKey(issued.keyPem, issued.certificatePem);
  encryption.unshift(key);
  return key;
}

const certIdOf = (pem: string): string =>
  BigInt(`0x${new X509Certificate(pem).serialNumber}`).toString();

const toEncryptionKey = (keyPem: string, pem: string): EncryptionKey => ({
  ...toSigner(keyPem, pem),
  certId: certIdOf(pem),
});

function toSigner(keyPem: string, certificatePem: string): Signer {
  return {
    key: createPrivateKey(keyPem),
    certificatePem: certificatePem.trimEnd().replaceAll(/\r?\n/g, '\r\n'),
  };
}

function writeCertificates(directory: string, issued: IssuedCertificates): void {
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string) =>
    writeFileSync(join(draft, name), text, { mode: 0o600 });
  write('roots.pem', issued.root.certificatePem + issued.middle.certificatePem);
  for (const name of ['middle', 'unionpay', 'merchant', 'stranger', 'encrypt'] as const) {
    write(`${name}.key.pem`, issued[name].keyPem);
    write(`${name}.cert.pem`, issued[name].certificatePem);
  }
  renameSync(draft, directory);
}
