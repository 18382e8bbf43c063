import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { subscriptionIdSchema } from '@/lib/subscriptions/schema';
import { MerchantFrame } from '../merchant-frame';
import { JustCancelled } from './just-cancelled';
import { OwnSubscribers } from './own-subscribers';

const SHAPE = { before: subscriptionIdSchema, cancelled: subscriptionIdSchema };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscriptions.merchant'))('title') };
}

export default async function SubscriptionsPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/subscriptions', 'subscription.read');
  const { merchantId } = actor;
  const t = await getTranslations('subscriptions.merchant');
  const { before, cancelled } = await readQuery(searchParams, SHAPE);
  return (
    <MerchantFrame page="subscriptions" user={user} title={t('title')} lead={t('lead')}>
      {cancelled ? <JustCancelled merchantId={merchantId} subscriptionId={cancelled} /> : null}
      <OwnSubscribers
        merchantId={merchantId}
        before={before}
        mayCancel={merchantMay(actor.merchantRole, 'subscription.cancel')}
      />
    </MerchantFrame>
  );
}
