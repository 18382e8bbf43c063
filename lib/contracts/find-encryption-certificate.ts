import { X509Certificate } from 'node:crypto';
import { selectNewestCertificate } from './certificate-store';
import type { ContractChannel } from './contract';

export interface EncryptionCertificate {
  certId: string;
  receivedAt: Date;
  expiresAt: Date;
}

/** The certificate that card data is encrypted for at a channel; undefined until one was given out. */
export async function findEncryptionCertificate(
  channel: ContractChannel,
): Promise<EncryptionCertificate | undefined> {
  const found = await selectNewestCertificate(channel);
  if (!found) return undefined;
  const { certId, receivedAt, pem } = found;
  return { certId, receivedAt, expiresAt: new Date(new X509Certificate(pem).validTo) };
}
