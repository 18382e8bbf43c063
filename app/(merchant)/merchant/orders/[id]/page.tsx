import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { ToldNotes } from '@/app/_server/told-notes';
import { type MerchantAction, merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../../merchant-frame';
import { JustRefunded } from './just-refunded';
import { loadOrder } from './load-order';
import { OrderFacts } from './order-facts';
import { Payments } from './payments';
import { RefundCard } from './refund-card';
import { Refunds } from './refunds';
import { JustDecided } from './requests/just-decided';
import { OpenRequests } from './requests/open-requests';
import { Timeline } from './timeline';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

const SHAPE = {
  refunded: z.string().regex(/^ref_[0-9a-z]{26}$/),
  decided: z.enum(['approved', 'declined']),
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant.order'))('title') };
}

export default async function OrderPage({ params, searchParams }: Props) {
  const { id } = await params;
  const here = `/merchant/orders/${encodeURIComponent(id)}` as const;
  const { user, actor } = await requireMember(here, 'order.read');
  const t = await getTranslations('merchant.order');
  const order = await loadOrder({ merchantId: actor.merchantId, orderId: id });
  const { refunded, decided } = await readQuery(searchParams, SHAPE);
  const may = (what: MerchantAction): boolean => merchantMay(user.merchantRole, what);
  const lead = <span className="break-all">{order.merchantOrderNo}</span>;
  return (
    <MerchantFrame page="orders" user={user} title={t('title')} lead={lead}>
      {refunded ? <JustRefunded orderId={order.id} refundId={refunded} /> : null}
      {decided ? <JustDecided as={decided} /> : null}
      {may('refund.decide') ? <OpenRequests orderId={order.id} /> : null}
      <OrderFacts order={order} />
      <Refunds order={order} />
      <ToldNotes orderId={order.id} audience="merchant" />
      <Payments orderId={order.id} />
      <Timeline orderId={order.id} />
      {may('refund.request') ? <RefundCard order={order} after={refunded} /> : null}
    </MerchantFrame>
  );
}
