import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { screenOf } from '@/components/cashier/screen';
import { listOwnCards } from '@/lib/payments/list-own-cards';
import { CardsScreen } from './cards-screen';
import { loadHolder } from './load-holder';
import { orderMerchant } from './order-merchant';

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCards.manage'))('title') };
}

export default async function CardsPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const { view, userId } = await loadHolder(token, 'cards');
  // Paid elsewhere, or over: the order's own page says so.
  if (screenOf(view) !== 'choosing') redirect(`/pay/${token}`);
  const { merchantId } = await orderMerchant(token);
  const cards = await listOwnCards({ merchantId, userId });
  return <CardsScreen view={view} cards={cards} unbound={done === 'unbound'} token={token} />;
}
