import { adapterOf, isChannelConfigured } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { newSortableNumber } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { isCertificateFresh, keepCertificate } from './certificate-store';
import { CONTRACT_CHANNELS, type ContractChannel } from './contract';

/**
 * Asks each channel once a day for the certificate that card data is to be encrypted for, and keeps a
 * new one, which is used from then on; the old one is good for a month more. What was not answered is
 * asked again at the next sweep. Answers how many were new. Safe with many workers.
 */
export async function sweepEncryptionCertificates(): Promise<number> {
  let found = 0;
  for (const channel of CONTRACT_CHANNELS.filter(isChannelConfigured)) {
    if (await renewed(channel)) found += 1;
  }
  return found;
}

async function renewed(channel: ContractChannel): Promise<boolean> {
  const { encryption } = adapterOf(channel);
  if (!encryption || (await isCertificateFresh(channel))) return false;
  const requestedAt = await databaseNow();
  const answer = await encryption.fetchCertificate({ requestNo: newSortableNumber(), requestedAt });
  if (answer.kind === 'unknown') {
    log().warn({ channel, cause: answer.cause }, 'no encryption certificate was given');
    return false;
  }
  const { certId, pem } = answer;
  const isNew = await keepCertificate({ channel, certId, pem });
  if (isNew) log().info({ channel, certId }, 'a new encryption certificate is in use');
  return isNew;
}
