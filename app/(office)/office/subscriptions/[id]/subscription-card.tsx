import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { DAY, momentOn } from '@/components/subscriptions/day-format';
import { SubscriptionFacts } from '@/components/subscriptions/subscription-facts';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { nextChargeOn } from '@/lib/subscriptions/rules';
import type { Subscription } from '@/lib/subscriptions/subscription';
import { CancelForm } from '../cancel-form';

/** Whose it is and how it stands; and the way to stop it. */
export async function SubscriptionCard({
  subscription,
  mayCancel,
}: {
  subscription: Subscription;
  mayCancel: boolean;
}) {
  const t = await getTranslations('subscriptions.office');
  const { id, merchantId, subject, phoneMasked, customerReference } = subscription;
  const merchant = await getMerchant(merchantId);
  const next = nextChargeOn(subscription);
  const day = (await getFormatter()).dateTime(momentOn(subscription.paidThrough), DAY);
  return (
    <Card className="grid gap-4">
      <DescriptionList
        items={[
          {
            term: t('merchant'),
            detail: (await getLocale()) === 'en' ? merchant.nameEn : merchant.name,
          },
          { term: t('phone'), detail: phoneMasked },
          { term: t('reference'), detail: customerReference ?? t('noReference') },
          { term: t('id'), detail: <code className="font-mono text-xs break-all">{id}</code> },
        ]}
      />
      <SubscriptionFacts subscription={subscription} nextChargeOn={next} />
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
    </Card>
  );
}
