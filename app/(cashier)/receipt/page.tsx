import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SearchScreen, TOLD, type Told } from './search-screen';

type Query = { searchParams: Promise<Partial<Record<Told, string | string[]>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt.tracker');
  return { title: t('title'), robots: { index: false } };
}

/** The tracker: a receipt and its refunds without a log-in. */
export default async function ReceiptSearchPage({ searchParams }: Query) {
  const query = await searchParams;
  return <SearchScreen told={TOLD.find((one) => query[one] === '1')} />;
}
