import '@/app/receipt.css';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ReceiptPage, readAsked, readPaper, receiptTitle } from '@/app/_server/receipt-page';
import { isPayer } from '@/app/_server/refund-reader';
import { TextLink } from '@/components/ui/text-link';
import { databaseNow } from '@/lib/core/clock';
import { loadReceipt } from './load-receipt';

type Params = { params: Promise<{ token: string }> };
type Query = { searchParams: Promise<Partial<Record<'paper' | 'asked', string | string[]>>> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const receipt = await loadReceipt((await params).token);
  return { title: { absolute: await receiptTitle(receipt, await getLocale()) } };
}

/** The receipt of a paid order, and where its refunds are. */
export default async function OrderReceiptPage({ params, searchParams }: Params & Query) {
  const [{ token }, { paper, asked }] = await Promise.all([params, searchParams]);
  const t = await getTranslations('receipt');
  const receipt = await loadReceipt(token);
  return (
    <ReceiptPage
      receipt={receipt}
      now={await databaseNow()}
      paper={readPaper(paper)}
      isPayer={await isPayer(receipt.order.id)}
      justAsked={readAsked(asked)}
      address={`/pay/${token}/receipt`}
      back={<TextLink href={`/pay/${token}`}>{t('backToOrder')}</TextLink>}
    />
  );
}
