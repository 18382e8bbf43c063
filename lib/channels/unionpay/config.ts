import { createPrivateKey, type KeyObject } from 'node:crypto';
import { certIdOf, isRoot, readCertificate, readCertificates } from './certificates';

export interface UnionPayConfig {
  /** e.g. https://gateway.95516.com */
  gatewayOrigin: string;
  merchantId: string;
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
  merId: string;
  signer: { privateKey: KeyObject; certId: string };
  roots: string;
  allowedCommonNames: readonly string[];
  timeoutMs: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;

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
  if (!readCertificates(config.rootsPem).some(isRoot)) problems.push('rootsPem holds no root');
  if (!config.allowedCommonNames.some((name) => name !== '')) {
    problems.push('allowedCommonNames is empty');
  }
  if (!privateKey || !certificate || problems.length > 0) {
    throw new Error(`UnionPay is not set up: ${problems.join('; ')}`);
  }
  return {
    gatewayOrigin: config.gatewayOrigin,
    merId: config.merchantId,
    signer: { privateKey, certId: certIdOf(certificate) },
    roots: config.rootsPem,
    allowedCommonNames: config.allowedCommonNames,
    timeoutMs: config.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  };
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
