import '@/app/receipt.css';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ReceiptPage, readAsked, readPaper, receiptTitle } from '@/app/_server/receipt-page';
import { TextLink } from '@/components/ui/text-link';
import { databaseNow } from '@/lib/core/clock';
import { loadFound } from './load-found';

type Params = { params: Promise<{ order: string }> };
type Query = { searchParams: Promise<Partial<Record<'paper' | 'asked', string | string[]>>> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const receipt = await loadFound((await params).order);
  const title = { absolute: await receiptTitle(receipt, await getLocale()) };
  return { title, robots: { index: false } };
}

/** A receipt by order number and phone tail. */
export default async function FoundReceiptPage({ params, searchParams }: Params & Query) {
  const [{ order: orderId }, { paper, asked }] = await Promise.all([params, searchParams]);
  const t = await getTranslations('receipt.tracker');
  return (
    <ReceiptPage
      receipt={await loadFound(orderId)}
      now={await databaseNow()}
      paper={readPaper(paper)}
      isPayer
      justAsked={readAsked(asked)}
      address={`/receipt/${orderId}`}
      back={<TextLink href="/receipt">{t('title')}</TextLink>}
    />
  );
}
