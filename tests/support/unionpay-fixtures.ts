import 'reflect-metadata';
import { createHash, createSign, KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { ChannelContract } from '@/lib/channels/port';
import type { UnionPayConfig } from '@/lib/channels/unionpay/config';
import { RSA, rsaKeys } from './rsa-keys';

/**
 * A private certificate authority shaped like UnionPay's (root → middle → signer, and a merchant
 * leaf), and a signer written from the protocol text alone, apart from the code under test.
 */

export const SIGNED_AT = new Date('2026-11-20T04:00:00Z');
export const MERCHANT_ID = '777290058110048';
export const TR_ID = '62000000001';
export const CONTRACT: ChannelContract = {
  merchantNo: MERCHANT_ID,
  access: { type: 'merchant' },
  tokenRequestorId: TR_ID,
};
export const SIGNER_NAME = '041@SANDBOX@00040000:SIGN@00000001';

x509.cryptoProvider.set(webcrypto as Crypto);

export interface Issued {
  /** LF line endings, no newline at the end. */
  pem: string;
  privateKeyPem: string;
  name: string;
  keys: CryptoKeyPair;
}

export interface IssueOptions {
  commonName: string;
  issuer?: Issued;
  ca?: boolean;
  notBefore?: Date;
  notAfter?: Date;
  /** Hexadecimal. */
  serialNumber?: string;
  extraName?: string;
  /** Keys that exist already: the same authority certified once more. */
  keys?: CryptoKeyPair;
}

/** Self-signed when no issuer is given. */
export async function issueCertificate(options: IssueOptions): Promise<Issued> {
  const keys = options.keys ?? (await rsaKeys());
  const name = `CN="${options.commonName}", O=TEST RAIL${options.extraName ?? ''}`;
  const flags = x509.KeyUsageFlags;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: options.serialNumber ?? '1002496558',
    subject: name,
    issuer: options.issuer?.name ?? name,
    notBefore: options.notBefore ?? new Date('2024-01-01T00:00:00Z'),
    notAfter: options.notAfter ?? new Date('2034-01-01T00:00:00Z'),
    publicKey: keys.publicKey,
    signingKey: options.issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: RSA,
    extensions: options.ca
      ? [
          new x509.BasicConstraintsExtension(true, undefined, true),
          new x509.KeyUsagesExtension(flags.keyCertSign | flags.cRLSign, true),
        ]
      : [new x509.BasicConstraintsExtension(false)],
  });
  return {
    pem: certificate.toString('pem').trim(),
    privateKeyPem: KeyObject.from(keys.privateKey)
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    name,
    keys,
  };
}

export const withCrlf = (pem: string): string => pem.replace(/\r?\n/g, '\r\n').trimEnd();

/** The gateway's side of 5.1.0 / 01: its certificate goes into the message, with CRLF. */
export function signAsGateway(
  fields: Record<string, string>,
  signer: Pick<Issued, 'pem' | 'privateKeyPem'>,
): Record<string, string> {
  const message: Record<string, string> = { ...fields, signPubKeyCert: withCrlf(signer.pem) };
  const text = Object.entries(message)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map((pair) => pair.join('='))
    .join('&');
  const hex = createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
  const signature = createSign('RSA-SHA256').update(hex).sign(signer.privateKeyPem, 'base64');
  return { ...message, signature };
}

export interface Rail {
  root: Issued;
  middle: Issued;
  unionpay: Issued;
  merchant: Issued;
  /** What card data is encrypted for. */
  encryption: Issued;
  /** Root and middle in one bundle. */
  rootsPem: string;
  sign(fields: Record<string, string>): Record<string, string>;
  config(gatewayOrigin: string): UnionPayConfig;
}

export async function makeRail(): Promise<Rail> {
  const root = await issueCertificate({ commonName: 'TEST RAIL ROOT', ca: true });
  const middle = await issueCertificate({ commonName: 'TEST RAIL CA1', ca: true, issuer: root });
  const [unionpay, merchant, encryption] = await Promise.all([
    issueCertificate({ commonName: SIGNER_NAME, issuer: middle }),
    issueCertificate({ commonName: '041@Z1@MERCHANT@00000002', issuer: middle }),
    issueCertificate({
      commonName: '041@SANDBOX@00040000:ENC@00000002',
      issuer: middle,
      serialNumber: '1012497f66',
    }),
  ]);
  const rootsPem = `${root.pem}\n${middle.pem}\n`;
  return {
    root,
    middle,
    unionpay,
    merchant,
    encryption,
    rootsPem,
    sign: (fields) => signAsGateway(fields, unionpay),
    config: (gatewayOrigin) => ({
      gatewayOrigin,
      merchantId: MERCHANT_ID,
      privateKeyPem: merchant.privateKeyPem,
      certificatePem: merchant.pem,
      rootsPem,
      allowedCommonNames: ['00040000:SIGN'],
      tokenRequestorId: TR_ID,
      encryptCertificatePem: encryption.pem,
      appCertificatesPem: unionpay.pem,
      timeoutMs: 10_000,
    }),
  };
}

/** As the gateway writes its answers: not url-encoded. */
export const answerBody = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map((pair) => pair.join('='))
    .join('&');

export const noticeBody = (fields: Record<string, string>): Uint8Array =>
  Buffer.from(new URLSearchParams(fields).toString());

/** The fields a successful front payment is notified with. */
export const paidNotice = (
  change: Record<string, string | undefined> = {},
): Record<string, string> => {
  const fields: Record<string, string | undefined> = {
    accessType: '0',
    bizType: '000201',
    currencyCode: '156',
    encoding: 'UTF-8',
    merId: MERCHANT_ID,
    orderId: 'p0000000000000000001',
    queryId: '321804041753096282028',
    respCode: '00',
    respMsg: '成功[0000000]',
    settleAmt: '6800',
    settleCurrencyCode: '156',
    settleDate: '1120',
    signMethod: '01',
    traceNo: '628202',
    traceTime: '1120120000',
    txnAmt: '6800',
    txnSubType: '01',
    txnTime: '20261120120000',
    txnType: '01',
    version: '5.1.0',
    ...change,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
};
