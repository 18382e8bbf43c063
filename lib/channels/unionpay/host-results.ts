import { createHash, verify, type X509Certificate } from 'node:crypto';
import type { HostResults } from '../notice-port';
import { certIdOf, checkChain, isValidAt, ownerOf, readCertificates } from './certificates';
import type { Setup } from './config';
import { readAnswer } from './read-fields';

type HostResult = NonNullable<ReturnType<HostResults['read']>>;

/** What UnionPay's app signs for the host that started it. */
export const createHostResults = (setup: Setup): HostResults => ({
  read(resultData, at) {
    const parts = partsOf(resultData);
    const read = parts && readAnswer(parts.data);
    if (!parts || !read?.ok) return undefined;
    const { pay_result: result, tn, cert_id: certId } = read.fields;
    if (!isResult(result) || !tn || !certId) return undefined;
    const certificate = setup.appCertificates.find((known) => certIdOf(known) === certId);
    if (!certificate || !isTrusted(setup, certificate, at)) return undefined;
    return isSigned(parts, certificate) ? { tn, result } : undefined;
  },
});

function partsOf(resultData: string): { sign: string; data: string } | undefined {
  try {
    const parts: unknown = JSON.parse(resultData);
    if (typeof parts !== 'object' || parts === null) return undefined;
    const { sign, data } = parts as Record<string, unknown>;
    return typeof sign === 'string' && typeof data === 'string' ? { sign, data } : undefined;
  } catch {
    return undefined;
  }
}

const isResult = (text: string | undefined): text is HostResult['result'] =>
  text === 'success' || text === 'fail' || text === 'cancel';

function isTrusted(setup: Setup, certificate: X509Certificate, at: Date): boolean {
  const owner = ownerOf(certificate);
  return (
    isValidAt(certificate, at) &&
    owner !== undefined &&
    setup.allowedCommonNames.includes(owner) &&
    checkChain(certificate, readCertificates(setup.roots), at) === 'trusted'
  );
}

/** As in the gateway's messages the signature is over the hex text of the digest. */
function isSigned({ sign, data }: { sign: string; data: string }, { publicKey }: X509Certificate) {
  const bytes = Buffer.from(sign, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== sign) return false;
  const digest = createHash('sha256').update(data, 'utf8').digest('hex');
  return (
    publicKey.asymmetricKeyType === 'rsa' && verify('sha256', Buffer.from(digest), publicKey, bytes)
  );
}
