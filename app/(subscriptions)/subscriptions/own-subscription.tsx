import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { TestModeBanner } from '@/components/payments/test-mode-banner';
import { DAY, momentOn } from '@/components/subscriptions/day-format';
import { SubscriptionFacts } from '@/components/subscriptions/subscription-facts';
import { SubscriptionStateBadge } from '@/components/subscriptions/subscription-state';
import { Card } from '@/components/ui/card';
import type { MerchantMode } from '@/lib/merchants/merchant';
import { nextChargeOn } from '@/lib/subscriptions/rules';
import type { Subscription } from '@/lib/subscriptions/subscription';
import { CancelOwnForm } from './cancel-own-form';

/** One subscription of the phone: whose, how much, until when; and how to stop it. */
export async function OwnSubscription({
  subscription,
}: {
  subscription: Subscription & { merchant: { zh: string; en: string; mode: MerchantMode } };
}) {
  const t = await getTranslations('subscriptions.own');
  const { id, subject, state, merchant } = subscription;
  const merchantName = (await getLocale()) === 'en' ? merchant.en : merchant.zh;
  const next = nextChargeOn(subscription);
  const day = (await getFormatter()).dateTime(momentOn(subscription.paidThrough), DAY);
  return (
    <Card className="grid gap-4">
      <TestModeBanner mode={merchant.mode} />
      <div className="grid gap-1">
        <p className="text-sm text-soft">{merchantName}</p>
        <h2 className="flex flex-wrap items-center gap-x-2 text-lg font-semibold">
          {subject} <SubscriptionStateBadge state={state} />
        </h2>
      </div>
      <SubscriptionFacts subscription={subscription} nextChargeOn={next} />
      {next ? (
        <CancelOwnForm
          subscriptionId={id}
          words={{
            cancel: t('cancel'),
            cancelThis: t('cancelThis', { subject }),
            lead: t('cancelLead', { day }),
            confirm: t('confirm'),
            pending: t('cancelling'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </Card>
  );
}
