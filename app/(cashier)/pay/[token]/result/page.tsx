import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { headlineOf } from '@/components/cashier/headline';
import { NotPaid, Over, Paid } from '@/components/cashier/result';
import { screenOf } from '@/components/cashier/screen';
import { CashierScreen } from '../cashier-screen';
import { WaitingStep } from '../waiting-step';

type Params = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const view = await loadCashier((await params).token);
  return { title: headlineOf(view, await getTranslations('cashier')) };
}

/** Where the shopper lands after paying, or after coming back from the channel without a word. */
export default async function ResultPage({ params }: Params) {
  const { token } = await params;
  const view = await loadCashier(token);
  const screen = screenOf(view);
  return (
    <CashierScreen view={view} token={token}>
      {screen === 'paid' ? <Paid view={view} /> : null}
      {screen === 'choosing' ? <NotPaid view={view} token={token} /> : null}
      {screen === 'expired' || screen === 'closed' ? <Over view={view} how={screen} /> : null}
      {screen === 'waiting' && view.live ? (
        <WaitingStep view={view} live={view.live} token={token} />
      ) : null}
    </CashierScreen>
  );
}
