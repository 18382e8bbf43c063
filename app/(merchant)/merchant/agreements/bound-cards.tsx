import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listMerchantAgreements } from '@/lib/agreements/list-merchant-agreements';
import { AgreementRow } from './agreement-row';

/** A page of the cards that customers have bound here, unbound ones included. */
export async function BoundCards({
  merchantId,
  before,
  mayEnd,
}: {
  merchantId: string;
  before?: string;
  mayEnd: boolean;
}) {
  const t = await getTranslations('merchant.agreements');
  const { agreements, next } = await listMerchantAgreements({ merchantId, before });
  if (agreements.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush>
      <ul aria-label={t('caption')} className="divide-y divide-line">
        {agreements.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} mayEnd={mayEnd} />
        ))}
      </ul>
      <PageLinks
        ruled
        newest={before ? { href: '/merchant/agreements', label: t('newest') } : null}
        more={next ? { href: `/merchant/agreements?before=${next}`, label: t('more') } : null}
      />
    </Card>
  );
}
