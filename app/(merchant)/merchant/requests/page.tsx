import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { MerchantFrame } from '../merchant-frame';
import { REQUESTS_SHAPE } from './asked';
import { FoundRequests } from './found-requests';
import { RequestFilters } from './request-filters';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers.requests'))('title') };
}

export default async function RequestsPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/requests', 'request_log.read');
  const t = await getTranslations('developers.requests');
  const asked = await readQuery(searchParams, REQUESTS_SHAPE);
  return (
    <MerchantFrame page="requests" user={user} title={t('title')} lead={t('lead')}>
      <RequestFilters asked={asked} />
      <FoundRequests merchantId={actor.merchantId} asked={asked} />
    </MerchantFrame>
  );
}
