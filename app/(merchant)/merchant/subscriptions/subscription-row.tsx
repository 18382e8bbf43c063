import { getFormatter, getTranslations } from 'next-intl/server';
import { DAY, momentOn } from '@/components/subscriptions/day-format';
import { SubscriptionFacts } from '@/components/subscriptions/subscription-facts';
import { SubscriptionStateBadge } from '@/components/subscriptions/subscription-state';
import { nextChargeOn } from '@/lib/subscriptions/rules';
import type { Subscription } from '@/lib/subscriptions/subscription';
import { CancelForm } from './cancel-form';

/** One subscription: whose, what it costs, until when it is paid, and the way to stop it for who may. */
export async function SubscriptionRow({
  subscription,
  mayCancel,
}: {
  subscription: Subscription;
  mayCancel: boolean;
}) {
  const t = await getTranslations('subscriptions.merchant');
  const { id, subject, state, phoneMasked, customerReference } = subscription;
  const next = nextChargeOn(subscription);
  const day = (await getFormatter()).dateTime(momentOn(subscription.paidThrough), DAY);
  return (
    <li className="grid gap-2 px-5 py-3.5 sm:px-6">
      <p className="flex flex-wrap items-center gap-x-2 font-medium">
        {subject} <SubscriptionStateBadge state={state} />
      </p>
      <p className="text-sm break-all text-soft">
        {phoneMasked} · {customerReference ?? t('noReference')}
      </p>
      <SubscriptionFacts subscription={subscription} nextChargeOn={next} />
      <code className="font-mono text-xs break-all text-faint">{id}</code>
      {next && mayCancel ? (
        <CancelForm
          subscriptionId={id}
          words={{
            cancel: t('cancel'),
            cancelThis: t('cancelThis', { subject, phone: phoneMasked }),
            lead: t('cancelLead', { day }),
            confirm: t('confirm'),
            pending: t('cancelling'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </li>
  );
}
