import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { Choosing } from '@/components/cashier/choosing';
import { headlineOf } from '@/components/cashier/headline';
import { Over } from '@/components/cashier/result';
import { screenOf } from '@/components/cashier/screen';
import { Waiting } from '@/components/cashier/waiting';
import { askAction, payAction, switchAction } from './actions';
import { CashierScreen } from './cashier-screen';
import { codeAction } from './code-action';

type Params = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const view = await loadCashier((await params).token);
  return { title: headlineOf(view, await getTranslations('cashier')) };
}

export default async function CashierPage({ params }: Params) {
  const { token } = await params;
  const view = await loadCashier(token);
  const screen = screenOf(view);
  if (screen === 'paid') redirect(`/pay/${token}/result`);
  return (
    <CashierScreen view={view} token={token}>
      {screen === 'choosing' ? (
        <Choosing view={view} token={token} action={payAction} codeAction={codeAction} />
      ) : null}
      {view.live ? (
        <Waiting live={view.live} token={token} ask={askAction} change={switchAction} />
      ) : null}
      {screen === 'expired' || screen === 'closed' ? <Over view={view} how={screen} /> : null}
    </CashierScreen>
  );
}
