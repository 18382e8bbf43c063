import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { newSortableNumber } from '@/lib/core/ids';
import { RefundScreen } from '../../refund-screen';
import { loadFound } from '../load-found';
import { askFoundRefundAction } from './actions';

type Params = { params: Promise<{ order: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('refunds.ask'))('title'), robots: { index: false } };
}

/** From a receipt that was found; where nothing can be asked for, the receipt says what is. */
export default async function AskFoundPage({ params }: Params) {
  const { order: orderId } = await params;
  const receipt = await loadFound(orderId);
  const back = `/receipt/${orderId}`;
  if (!receipt.ask) redirect(back);
  return (
    <RefundScreen
      receipt={receipt}
      ask={receipt.ask}
      action={askFoundRefundAction}
      hidden={{ orderId }}
      formKey={newSortableNumber()}
      back={back}
    />
  );
}
