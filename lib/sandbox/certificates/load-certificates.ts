import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IssuedCertificates, issueCertificates } from './issue-certificates';

export interface Signer {
  key: KeyObject;
  /** PEM with CRLF and no trailing newline: the form it travels in and is signed in. */
  certificatePem: string;
}

export interface Certificates {
  unionpay: Signer;
  stranger: Signer;
  merchant: { certId: string; certificatePem: string };
}

/**
 * The simulator's certificates, issued on the first start. The directory appears in one piece, so
 * a start that was killed half-way leaves nothing behind that a later one would take for whole.
 */
export async function loadCertificates(dataDir: string, merchantId: string): Promise<Certificates> {
  const directory = join(dataDir, 'certs');
  if (!existsSync(directory)) {
    writeCertificates(directory, await issueCertificates(merchantId, Date.now()));
  }
  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  const merchantPem = read('merchant.cert.pem');
  return {
    unionpay: toSigner(read('unionpay.key.pem'), read('unionpay.cert.pem')),
    stranger: toSigner(read('stranger.key.pem'), read('stranger.cert.pem')),
    merchant: {
      certId: BigInt(`0x${new X509Certificate(merchantPem).serialNumber}`).toString(),
      certificatePem: merchantPem,
    },
  };
}

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
  for (const name of ['unionpay', 'merchant', 'stranger'] as const) {
    write(`${name}.key.pem`, issued[name].keyPem);
    write(`${name}.cert.pem`, issued[name].certificatePem);
  }
  renameSync(draft, directory);
}
