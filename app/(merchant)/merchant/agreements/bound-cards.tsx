import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { listMerchantAgreements } from '@/lib/agreements/list-merchant-agreements';
import { AgreementRow } from './agreement-row';

/** A page of the cards that customers have bound here, unbound ones included. */
export async function BoundCards({ merchantId, before }: { merchantId: string; before?: string }) {
  const t = await getTranslations('merchant.agreements');
  const { agreements, next } = await listMerchantAgreements({ merchantId, before });
  if (agreements.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush>
      <ul aria-label={t('caption')} className="divide-y divide-line">
        {agreements.map((agreement) => (
          <AgreementRow key={agreement.id} agreement={agreement} />
        ))}
      </ul>
      {before || next ? (
        <p className="flex flex-wrap gap-2 border-t border-line p-4">
          {before ? (
            <LinkButton href="/merchant/agreements" variant="quiet">
              {t('newest')}
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={`/merchant/agreements?before=${next}`} variant="quiet">
              {t('more')}
            </LinkButton>
          ) : null}
        </p>
      ) : null}
    </Card>
  );
}
