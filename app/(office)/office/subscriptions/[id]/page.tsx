import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireStaff } from '@/app/_server/staff';
import { SubscriptionStateBadge } from '@/components/subscriptions/subscription-state';
import { TermsTable } from '@/components/subscriptions/terms-table';
import { Card } from '@/components/ui/card';
import { mayDo } from '@/lib/core/staff-permissions';
import { OfficeFrame } from '../../office-frame';
import { loadSubscription } from './load-subscription';
import { SubscriptionCard } from './subscription-card';
import { Timeline } from './timeline';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscriptions.office'))('one') };
}

export default async function SubscriptionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireStaff(`/office/subscriptions/${encodeURIComponent(id)}`, 'order.read');
  const t = await getTranslations('subscriptions.office');
  const { subscription, terms } = await loadSubscription(id);
  const lead = (
    <span className="flex flex-wrap items-center gap-x-2">
      {subscription.subject} <SubscriptionStateBadge state={subscription.state} />
    </span>
  );
  return (
    <OfficeFrame page="subscriptions" user={user} title={t('one')} lead={lead}>
      <SubscriptionCard
        subscription={subscription}
        mayCancel={mayDo(user.staffRole, 'subscription.cancel')}
      />
      <Card flush>
        <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('terms')}</h2>
        <TermsTable terms={terms} />
      </Card>
      <Timeline subscriptionId={subscription.id} />
    </OfficeFrame>
  );
}
