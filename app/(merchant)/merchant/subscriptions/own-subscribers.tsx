import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listMerchantSubscriptions } from '@/lib/subscriptions/list-merchant-subscriptions';
import { SubscriptionRow } from './subscription-row';

/** A page of what this merchant's customers are charged every period, ended ones included. */
export async function OwnSubscribers({
  merchantId,
  before,
  mayCancel,
}: {
  merchantId: string;
  before?: string;
  mayCancel: boolean;
}) {
  const t = await getTranslations('subscriptions.merchant');
  const { subscriptions, next } = await listMerchantSubscriptions({ merchantId, before });
  if (subscriptions.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush>
      <ul aria-label={t('caption')} className="divide-y divide-line">
        {subscriptions.map((subscription) => (
          <SubscriptionRow
            key={subscription.id}
            subscription={subscription}
            mayCancel={mayCancel}
          />
        ))}
      </ul>
      <PageLinks
        ruled
        newest={before ? { href: '/merchant/subscriptions', label: t('newest') } : null}
        more={next ? { href: `/merchant/subscriptions?before=${next}`, label: t('more') } : null}
      />
    </Card>
  );
}
