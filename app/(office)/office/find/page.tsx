import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { findOrdersShape } from '@/lib/support/schema';
import { OfficeFrame } from '../office-frame';
import { FoundOrders } from './found-orders';
import { SearchForm } from './search-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeOrders.find'))('title') };
}

export default async function FindPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/find', 'order.find');
  const t = await getTranslations('officeOrders.find');
  const typed = await searchParams;
  const asked = await readQuery(searchParams, findOrdersShape);
  return (
    <OfficeFrame page="find" user={user} title={t('title')} lead={t('lead')}>
      <SearchForm typed={typed} />
      <FoundOrders asked={asked} typed={typed} by={user} />
    </OfficeFrame>
  );
}
