import { backWhen, type Told } from '@/components/cashier/back-when';
import { NotPaid } from '@/components/cashier/not-paid';
import { Over } from '@/components/cashier/over';
import { Paid } from '@/components/cashier/paid';
import { screenOf } from '@/components/cashier/screen';
import type { CashierView } from '@/lib/payments/cashier-view';
import { CashierScreen } from '../cashier-screen';
import { WaitingStep } from '../waiting-step';

/** What has come of an order: paid or not, over, or still under way. */
export function ResultScreen({
  view,
  told,
  token,
}: {
  view: CashierView;
  /** Whether the merchant knows that it is paid. */
  told: Told;
  token: string;
}) {
  const screen = screenOf(view);
  const back = backWhen(view, told);
  return (
    <CashierScreen view={view} token={token} awaiting={back !== undefined && back.waitMs > 0}>
      {screen === 'paid' ? <Paid view={view} token={token} back={back} /> : null}
      {screen === 'choosing' ? <NotPaid view={view} token={token} /> : null}
      {screen === 'expired' || screen === 'closed' ? (
        <Over view={view} how={screen} token={token} />
      ) : null}
      {screen === 'waiting' && view.live ? (
        <WaitingStep view={view} live={view.live} token={token} />
      ) : null}
    </CashierScreen>
  );
}
