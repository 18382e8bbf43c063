import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { type Query, readFields, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { MerchantFrame } from '../merchant-frame';
import { FoundOrders } from './found-orders';
import { OrderSearch } from './order-search';
import { ORDERS_FIELDS, ORDERS_PLACE } from './query';
import { RequestsNotice, WaitingRequests } from './waiting-requests';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant.orders'))('title') };
}

export default async function OrdersPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/orders', 'order.read');
  const { merchantId } = actor;
  const t = await getTranslations('merchant.orders');
  const { asked, unread } = await readFields(searchParams, ORDERS_FIELDS);
  const { requests, before } = await readQuery(searchParams, ORDERS_PLACE);
  const problems = await getTranslations('merchantFigures.orders.problem');
  return (
    <MerchantFrame page="orders" user={user} title={t('title')} lead={t('lead')}>
      {requests ? (
        <WaitingRequests merchantId={merchantId} />
      ) : (
        <>
          <RequestsNotice merchantId={merchantId} />
          <OrderSearch asked={asked} unread={unread} />
          {Object.keys(unread).length > 0 ? (
            <Notice tone="bad" role="alert">
              {problems('notSearched')}
            </Notice>
          ) : (
            <FoundOrders merchantId={merchantId} before={before} {...asked} />
          )}
        </>
      )}
    </MerchantFrame>
  );
}
