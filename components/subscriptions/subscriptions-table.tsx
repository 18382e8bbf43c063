import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Subscription } from '@/lib/subscriptions/subscription';
import { DayText } from './day-text';
import { SubscriptionPrice } from './subscription-price';
import { SubscriptionStateBadge } from './subscription-state';

/** Subscriptions as support looks through them: whose, how much, until when, and where each stands. */
export function SubscriptionsTable({
  subscriptions,
}: {
  subscriptions: readonly (Subscription & { merchantName: string })[];
}) {
  const t = useTranslations('subscriptions.office');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('subject')}</ColumnHead>
          <ColumnHead>{t('phone')}</ColumnHead>
          <ColumnHead>{t('price')}</ColumnHead>
          <ColumnHead>{t('paidThrough')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
        </>
      }
    >
      {subscriptions.map((subscription) => (
        <tr key={subscription.id} className="hover:bg-ground">
          <RowHead className="min-w-48 font-normal">
            <TextLink href={`/office/subscriptions/${subscription.id}`}>
              {subscription.subject}
            </TextLink>
            <span className="block text-xs text-faint">{subscription.merchantName}</span>
          </RowHead>
          <Cell className="whitespace-nowrap">{subscription.phoneMasked}</Cell>
          <Cell className="whitespace-nowrap">
            <SubscriptionPrice subscription={subscription} />
          </Cell>
          <Cell className="whitespace-nowrap">
            <DayText day={subscription.paidThrough} />
          </Cell>
          <Cell>
            <SubscriptionStateBadge state={subscription.state} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
