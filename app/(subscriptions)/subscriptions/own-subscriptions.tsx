import { getTranslations } from 'next-intl/server';
import { OneButtonForm } from '@/app/(auth)/one-button-form';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { listPhoneSubscriptions } from '@/lib/subscriptions/list-phone-subscriptions';
import { leaveAction } from './leave-action';
import { OwnSubscription } from './own-subscription';

/** What is charged to the phone every period, what was just cancelled, and the way out. */
export async function OwnSubscriptions({
  phone,
  cancelled,
}: {
  phone: string;
  cancelled?: string;
}) {
  const t = await getTranslations('subscriptions.own');
  const subscriptions = await listPhoneSubscriptions({ phone });
  const isCancelled = subscriptions.some(
    ({ id, state }) => id === cancelled && state === 'cancelled',
  );
  return (
    <>
      {isCancelled ? (
        <Notice tone="ok" role="status">
          {t('done')}
        </Notice>
      ) : null}
      {subscriptions.length === 0 ? <Card className="text-soft">{t('none')}</Card> : null}
      {subscriptions.map((subscription) => (
        <OwnSubscription key={subscription.id} subscription={subscription} />
      ))}
      <OneButtonForm
        action={leaveAction}
        variant="quiet"
        block
        words={{ submit: t('leave'), pending: t('leaving'), broken: t('broken') }}
      />
    </>
  );
}
