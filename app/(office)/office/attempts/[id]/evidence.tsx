import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import type { AttemptDetail } from '@/lib/payments/found-attempt';

/** Where to look at what the channel said last: on the order's page, where each look is on record. */
export async function Evidence({
  attempt: { id, orderId, evidence },
}: {
  attempt: Pick<AttemptDetail, 'id' | 'orderId' | 'evidence'>;
}) {
  const t = await getTranslations('office.attempt');
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('evidence')}</h2>
      <p className="text-sm text-soft">{evidence ? t('evidenceLead') : t('evidenceNone')}</p>
      {evidence ? (
        <p>
          <TextLink href={`/office/orders/${orderId}?reveal=attempt.${id}#reveal`}>
            {t('evidenceShow')}
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}
