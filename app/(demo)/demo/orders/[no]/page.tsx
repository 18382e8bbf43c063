import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { RefreshMeanwhile } from '@/components/ui/refresh-meanwhile';
import { findPurchase } from '@/lib/demo/find-purchase';
import { readReturn } from '@/lib/demo/read-return';
import { openShop } from '../../open-shop';
import { OrderFacts } from './order-facts';
import { OrderState } from './order-state';

interface Props {
  params: Promise<{ no: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('demo'))('order.title') };
}

/** The shop's own page for one order: it says what the shop's books say. */
export default async function DemoOrderPage({ params, searchParams }: Props) {
  const shop = openShop();
  const purchase = await findPurchase((await params).no);
  if (!purchase) notFound();
  const word = readReturn(shop, purchase.orderNo, await searchParams);
  const t = await getTranslations('demo');
  return (
    <div className="mx-auto grid w-full max-w-md gap-4 pt-4 sm:pt-8">
      <h1 className="text-xl font-bold">{t('order.title')}</h1>
      <OrderState purchase={purchase} word={word} />
      <OrderFacts purchase={purchase} />
      <LinkButton href="/demo" variant="secondary" block>
        {t('order.back')}
      </LinkButton>
      {purchase.state === 'placed' ? <RefreshMeanwhile /> : null}
    </div>
  );
}
