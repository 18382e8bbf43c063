import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isPayer } from '@/app/_server/refund-reader';
import { RefundScreen } from '@/app/(cashier)/receipt/refund-screen';
import { newSortableNumber } from '@/lib/core/ids';
import { loadReceipt } from '../load-receipt';
import { askPaidRefundAction } from './actions';

type Params = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('refunds.ask'))('title'), robots: { index: false } };
}

/** From the receipt behind a pay link, for who paid: anybody else is led back to it. */
export default async function AskPaidPage({ params }: Params) {
  const { token } = await params;
  const receipt = await loadReceipt(token);
  const back = `/pay/${token}/receipt`;
  if (!(receipt.ask && (await isPayer(receipt.order.id)))) redirect(back);
  return (
    <RefundScreen
      receipt={receipt}
      ask={receipt.ask}
      action={askPaidRefundAction}
      hidden={{ token }}
      formKey={newSortableNumber()}
      back={back}
    />
  );
}
