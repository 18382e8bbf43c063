import { getTranslations } from 'next-intl/server';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import type { ContractChannel } from '@/lib/contracts/contract';
import { findEncryptionCertificate } from '@/lib/contracts/find-encryption-certificate';

/** The certificate that card data is encrypted for; nothing where the channel has handed out none. */
export async function CertificateFacts({ channel }: { channel: ContractChannel }) {
  const t = await getTranslations('office.channels');
  const certificate = await findEncryptionCertificate(channel);
  if (!certificate) return null;
  return (
    <DescriptionList
      items={[
        { term: t('certificate'), detail: <span className="break-all">{certificate.certId}</span> },
        { term: t('certificateReceived'), detail: <Moment at={certificate.receivedAt} /> },
        { term: t('certificateExpires'), detail: <Moment at={certificate.expiresAt} /> },
      ]}
    />
  );
}
