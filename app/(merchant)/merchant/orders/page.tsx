import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { merchantOrderNoSchema } from '@/lib/orders/schema';
import { MerchantFrame } from '../merchant-frame';
import { requireMerchant } from '../require-merchant';
import { FoundOrders } from './found-orders';
import { OrderSearch } from './order-search';

const SHAPE = {
  state: z.enum(['open', 'paid', 'expired', 'closed']),
  number: z.string().trim().pipe(merchantOrderNoSchema),
  before: z.string().regex(/^ord_[0-9a-z]{26}$/),
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant.orders'))('title') };
}

export default async function OrdersPage({ searchParams }: { searchParams: Query }) {
  const { user, merchantId } = await requireMerchant('/merchant/orders');
  const t = await getTranslations('merchant.orders');
  const asked = await readQuery(searchParams, SHAPE);
  return (
    <MerchantFrame page="orders" user={user} title={t('title')} lead={t('lead')}>
      <OrderSearch state={asked.state} number={asked.number} />
      <FoundOrders merchantId={merchantId} {...asked} />
    </MerchantFrame>
  );
}
