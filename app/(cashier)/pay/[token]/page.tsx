import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isFormPost } from '@/app/_server/is-form-post';
import { loadCashier } from '@/app/_server/load-cashier';
import { openedPage } from '@/app/_server/opened-page';
import { readHost } from '@/app/_server/read-host';
import { headlineOf } from '@/components/cashier/headline';
import { screenOf, showsQr } from '@/components/cashier/screen';
import { TestPanel } from '@/components/cashier/test-panel';
import { findTestOutcome } from '@/lib/test-mode/find-test-outcome';
import { TEST_OUTCOMES } from '@/lib/test-mode/outcome';
import { OrderScreen } from './order-screen';

type Params = { params: Promise<{ token: string }> };
type Chosen = {
  searchParams: Promise<Partial<Record<'card' | 'bound' | 'updated', string | string[]>>>;
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const view = await loadCashier((await params).token);
  return { title: headlineOf(view, await getTranslations('cashier')) };
}

export default async function CashierPage({ params, searchParams }: Params & Chosen) {
  const [{ token }, { card, bound, updated }] = await Promise.all([params, searchParams]);
  const view = await loadCashier(token);
  await openedPage(view.order.id);
  const screen = screenOf(view);
  if (screen === 'paid') redirect(`/pay/${token}/result`);
  if (showsQr(view)) redirect(`/pay/${token}/go`);
  const test = view.merchant.mode === 'test' ? await findTestOutcome(token) : undefined;
  return (
    <OrderScreen
      view={view}
      host={await readHost()}
      token={token}
      chosenCard={typeof card === 'string' ? card : undefined}
      justBound={bound === '1'}
      updated={updated === '1' && !(await isFormPost())}
      panel={test && <TestPanel token={token} outcomes={TEST_OUTCOMES} next={test.next} />}
    />
  );
}
