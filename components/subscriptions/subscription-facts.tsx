import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { Subscription } from '@/lib/subscriptions/subscription';
import { DayText } from './day-text';
import { SubscriptionPrice } from './subscription-price';

/** What is charged, until when it is paid, and when it is charged next. */
export function SubscriptionFacts({
  subscription,
  nextChargeOn,
}: {
  subscription: Pick<Subscription, 'amount' | 'period' | 'state' | 'paidThrough'>;
  nextChargeOn: string | null;
}) {
  const t = useTranslations('subscriptions.facts');
  const day = nextChargeOn ? <DayText day={nextChargeOn} /> : t('noCharge');
  const next = subscription.state === 'past_due' ? t('again') : day;
  return (
    <DescriptionList
      items={[
        { term: t('price'), detail: <SubscriptionPrice subscription={subscription} /> },
        { term: t('paidThrough'), detail: <DayText day={subscription.paidThrough} /> },
        {
          term: t('nextCharge'),
          detail: next,
        },
      ]}
    />
  );
}
