import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { MerchantFrame } from '../../merchant-frame';
import { requireMerchant } from '../../require-merchant';
import { JustRefunded } from './just-refunded';
import { loadOrder } from './load-order';
import { OrderFacts } from './order-facts';
import { Payments } from './payments';
import { RefundCard } from './refund-card';
import { Refunds } from './refunds';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

const SHAPE = { refunded: z.string().regex(/^ref_[0-9a-z]{26}$/) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant.order'))('title') };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { user, merchantId } = await requireMerchant(`/merchant/orders/${encodeURIComponent(id)}`);
  const t = await getTranslations('merchant.order');
  const order = await loadOrder({ merchantId, orderId: id });
  const { refunded } = await readQuery(searchParams, SHAPE);
  const lead = <span className="break-all">{order.merchantOrderNo}</span>;
  return (
    <MerchantFrame page="orders" user={user} title={t('title')} lead={lead}>
      {refunded ? <JustRefunded orderId={order.id} refundId={refunded} /> : null}
      <OrderFacts order={order} />
      <Refunds order={order} />
      <Payments orderId={order.id} />
      <RefundCard order={order} after={refunded} />
    </MerchantFrame>
  );
}
