import { createHash, createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import type { ChannelContract } from '../port';
import { certIdOf, isRoot, readCertificate, readCertificates } from './certificates';

export interface UnionPayConfig {
  /** e.g. https://gateway.95516.com */
  gatewayOrigin: string;
  merchantId: string;
  /** How the merchant is connected, where a request names no contract; as a merchant unless given. */
  access?: ChannelContract['access'];
  /** trId of the token product, where a request names no contract. */
  tokenRequestorId?: string;
  /** Where reconciliation files are fetched; UnionPay's own unless given, else the gateway's root. */
  fileUrl?: string;
  /** What card data is encrypted for, where a contract names no newer one. */
  encryptCertificatePem?: string;
  /** UnionPay's certificates for what its app signs; without them no host result is believed. */
  appCertificatesPem?: string;
  /** Our signing key and its certificate. */
  privateKeyPem: string;
  certificatePem: string;
  /** Roots and intermediates that UnionPay's certificates have to lead to. */
  rootsPem: string;
  allowedCommonNames: readonly string[];
  /** For one whole call; 15 seconds unless given. */
  timeoutMs?: number;
}

export interface Setup {
  gatewayOrigin: string;
  fileUrl: string;
  /** Whom a request is made for that names no contract of its own. */
  contract: ChannelContract;
  signer: { privateKey: KeyObject; certId: string };
  encryptCertificatePem: string | undefined;
  /** Known to nobody else, the same for ever: what the bytes that pad encrypted data come from. */
  paddingSecret: Buffer;
  appCertificates: readonly X509Certificate[];
  /** What a host's SDK is told: 00 real money, 01 UnionPay's test. */
  mode: '00' | '01';
  roots: string;
  allowedCommonNames: readonly string[];
  timeoutMs: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const REAL_GATEWAY = 'https://gateway.95516.com';

/** Checks a configuration once, at start, so that no payment is the first to find it broken. */
export function prepareSetup(config: UnionPayConfig): Setup {
  const problems: string[] = [];
  const privateKey = readPrivateKey(config.privateKeyPem);
  const certificate = readCertificate(config.certificatePem);
  if (!isOrigin(config.gatewayOrigin)) problems.push('gatewayOrigin is not an http(s) origin');
  if (!/^[0-9A-Za-z]{15}$/.test(config.merchantId)) problems.push('merchantId has not 15 letters');
  if (!privateKey) problems.push('privateKeyPem is not a private RSA key');
  if (!certificate) problems.push('certificatePem is not a certificate');
  if (privateKey && certificate && !certificate.checkPrivateKey(privateKey)) {
    problems.push('privateKeyPem and certificatePem do not belong together');
  }
  if (config.fileUrl !== undefined && !isAddress(config.fileUrl)) {
    problems.push('fileUrl is not an http(s) address');
  }
  const { encryptCertificatePem } = config;
  if (encryptCertificatePem !== undefined && !readCertificate(encryptCertificatePem)) {
    problems.push('encryptCertificatePem is not a certificate');
  }
  const appCertificates = readCertificates(config.appCertificatesPem ?? '');
  if (config.appCertificatesPem !== undefined && appCertificates.length === 0) {
    problems.push('appCertificatesPem holds no certificate');
  }
  if (!readCertificates(config.rootsPem).some(isRoot)) problems.push('rootsPem holds no root');
  if (!config.allowedCommonNames.some((name) => name !== '')) {
    problems.push('allowedCommonNames is empty');
  }
  if (!privateKey || !certificate || problems.length > 0) {
    throw new Error(`UnionPay is not set up: ${problems.join('; ')}`);
  }
  return {
    gatewayOrigin: config.gatewayOrigin,
    fileUrl: config.fileUrl ?? fileUrlOf(config.gatewayOrigin),
    contract: {
      merchantNo: config.merchantId,
      access: config.access ?? { type: 'merchant' },
      ...(config.tokenRequestorId ? { tokenRequestorId: config.tokenRequestorId } : {}),
    },
    signer: { privateKey, certId: certIdOf(certificate) },
    encryptCertificatePem,
    paddingSecret: createHash('sha256')
      .update('padding of encrypted fields')
      .update(privateKey.export({ type: 'pkcs8', format: 'der' }))
      .digest(),
    appCertificates,
    mode: config.gatewayOrigin === REAL_GATEWAY ? '00' : '01',
    roots: config.rootsPem,
    allowedCommonNames: config.allowedCommonNames,
    timeoutMs: config.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  };
}

/**
 * The contract of a request; the configured one where it names none. A contract about our own number
 * need not repeat the trId that we were configured with.
 */
export function contractOf(setup: Setup, { contract }: { contract?: ChannelContract }) {
  if (!contract) return setup.contract;
  const { tokenRequestorId } = setup.contract;
  const known = contract.tokenRequestorId ?? tokenRequestorId;
  return known !== undefined && contract.merchantNo === setup.contract.merchantNo
    ? { ...contract, tokenRequestorId: known }
    : contract;
}

function readPrivateKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:/.test(text);

/** Files come from a host of their own, named like the gateway's. */
const fileUrlOf = (gatewayOrigin: string): string =>
  `${gatewayOrigin.replace(/^(https:\/\/)gateway(\.(test\.)?95516\.com)$/, '$1filedownload$2')}/`;
