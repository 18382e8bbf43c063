import { db } from '@/lib/core/db';
import type { ContractChannel } from './contract';

/** Has the channel said within the last day which certificate is the one? */
export async function isCertificateFresh(channel: ContractChannel): Promise<boolean> {
  const rows = await db().$queryRaw<{ fresh: boolean }[]>`
    SELECT EXISTS (SELECT FROM channel_certificates WHERE channel = ${channel}::channel
                      AND checked_at > clock_timestamp() - interval '1 day') AS fresh`;
  return rows[0]?.fresh ?? false;
}

/** True when it is a new one; a known one is only marked as said again. */
export async function keepCertificate(certificate: {
  channel: ContractChannel;
  certId: string;
  pem: string;
}): Promise<boolean> {
  const { channel, certId, pem } = certificate;
  const rows = await db().$queryRaw<{ isNew: boolean }[]>`
    INSERT INTO channel_certificates (channel, cert_id, pem, received_at, checked_at)
    VALUES (${channel}::channel, ${certId}, ${pem}, clock_timestamp(), clock_timestamp())
    ON CONFLICT (channel, cert_id) DO UPDATE SET checked_at = clock_timestamp()
    RETURNING (xmax = 0) AS "isNew"`;
  return rows[0]?.isNew ?? false;
}

/** The one that is in use. */
export async function selectNewestCertificate(
  channel: ContractChannel,
): Promise<{ certId: string; pem: string; receivedAt: Date } | undefined> {
  const row = await db().channelCertificate.findFirst({
    where: { channel },
    orderBy: { receivedAt: 'desc' },
    select: { certId: true, pem: true, receivedAt: true },
  });
  return row ?? undefined;
}
