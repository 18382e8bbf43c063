import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { Live } from '../../live';
import { OfficeFrame } from '../../office-frame';
import { ORDER_QUERY } from './input';
import { loadOverview } from './load-overview';
import { OrderColumns } from './order-columns';
import { OrderHead } from './order-head';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeOrders.order'))('title') };
}

export default async function OrderPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Query;
}) {
  const { id } = await params;
  const user = await requireStaff(`/office/orders/${encodeURIComponent(id)}`, 'order.read');
  const t = await getTranslations('officeOrders.order');
  const query = await readQuery(searchParams, ORDER_QUERY);
  const { overview, mark } = await loadOverview(id, user);
  const lead = <span className="break-all">{overview.order.merchantOrderNo}</span>;
  return (
    <OfficeFrame page="find" user={user} title={t('title')} lead={lead}>
      {mark ? <Live subject={`order:${id}`} mark={mark} /> : null}
      <OrderHead overview={overview} query={query} />
      <OrderColumns overview={overview} query={query} user={user} />
    </OfficeFrame>
  );
}
