import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { LinkButton } from '@/components/ui/link-button';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../merchant-frame';
import { DELIVERIES_SHAPE } from './asked';
import { DeliveryFilters } from './delivery-filters';
import { FoundDeliveries } from './found-deliveries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers.deliveries'))('title') };
}

export default async function DeliveriesPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/deliveries', 'endpoint.read');
  const t = await getTranslations('developers.deliveries');
  const asked = await readQuery(searchParams, DELIVERIES_SHAPE);
  return (
    <MerchantFrame
      page="deliveries"
      user={user}
      title={t('title')}
      lead={t('lead')}
      actions={
        merchantMay(actor.merchantRole, 'delivery.resend') ? (
          <LinkButton href="/merchant/deliveries/resend" variant="secondary">
            {t('resendMany')}
          </LinkButton>
        ) : null
      }
    >
      <DeliveryFilters merchantId={actor.merchantId} asked={asked} />
      <FoundDeliveries merchantId={actor.merchantId} asked={asked} />
    </MerchantFrame>
  );
}
