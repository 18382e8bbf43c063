import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cashierAddress } from '@/app/_server/cashier-address';
import { loadCashier } from '@/app/_server/load-cashier';
import { Choosing } from '@/components/cashier/choosing';
import { headlineOf } from '@/components/cashier/headline';
import { Over } from '@/components/cashier/result';
import { screenOf, showsQr } from '@/components/cashier/screen';
import { payAction } from './actions';
import { CashierScreen } from './cashier-screen';
import { codeAction } from './code-action';
import { WaitingStep } from './waiting-step';

type Params = { params: Promise<{ token: string }> };
type Chosen = { searchParams: Promise<{ card?: string | string[]; bound?: string | string[] }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const view = await loadCashier((await params).token);
  return { title: headlineOf(view, await getTranslations('cashier')) };
}

export default async function CashierPage({ params, searchParams }: Params & Chosen) {
  const [{ token }, { card, bound }] = await Promise.all([params, searchParams]);
  const view = await loadCashier(token);
  const screen = screenOf(view);
  if (screen === 'paid') redirect(`/pay/${token}/result`);
  if (showsQr(view)) redirect(`/pay/${token}/go`);
  return (
    <CashierScreen view={view} token={token}>
      {screen === 'choosing' ? (
        <Choosing
          view={view}
          address={cashierAddress(token)}
          token={token}
          action={payAction}
          codeAction={codeAction}
          chosenCard={typeof card === 'string' ? card : undefined}
          justBound={bound === '1'}
        />
      ) : null}
      {view.live ? <WaitingStep view={view} live={view.live} token={token} /> : null}
      {screen === 'expired' || screen === 'closed' ? <Over view={view} how={screen} /> : null}
    </CashierScreen>
  );
}
