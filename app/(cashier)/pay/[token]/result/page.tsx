import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { headlineOf } from '@/components/cashier/headline';
import { findOrderTold } from '@/lib/webhooks/find-order-told';
import { ResultScreen } from './result-screen';

type Params = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const view = await loadCashier((await params).token);
  return { title: headlineOf(view, await getTranslations('cashier')) };
}

/** Where the shopper lands after paying, or after coming back from the channel without a word. */
export default async function ResultPage({ params }: Params) {
  const { token } = await params;
  const view = await loadCashier(token);
  const told = view.order.state === 'paid' ? await findOrderTold(view.order.id) : 'none';
  return <ResultScreen view={view} told={told} token={token} />;
}
