import type { ReactNode } from 'react';
import { cashierAddress, scanAddress } from '@/app/_server/cashier-address';
import { newFormKey } from '@/app/_server/form-key';
import { Choosing } from '@/components/cashier/choosing';
import { Handoff } from '@/components/cashier/handoff';
import { Over } from '@/components/cashier/over';
import { PageUpdated } from '@/components/cashier/page-updated';
import { screenOf } from '@/components/cashier/screen';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { CashierView } from '@/lib/payments/cashier-view';
import { payAction } from './actions';
import { CashierScreen } from './cashier-screen';
import { codeAction } from './code-action';
import { WaitingStep } from './waiting-step';

/** An order that is not paid: choose a way, wait for one, or learn that it is over. */
export function OrderScreen({
  view,
  host,
  token,
  chosenCard,
  justBound,
  updated = false,
  panel,
}: {
  view: CashierView;
  /** What the page runs in. */
  host: HostFacts;
  token: string;
  /** The bound card that the shopper comes back with, and whether it is bound only now. */
  chosenCard?: string;
  justBound: boolean;
  /** The last press came from an earlier build's page, and did nothing. */
  updated?: boolean;
  /** Below everything: what only a test order has. */
  panel?: ReactNode;
}) {
  const screen = screenOf(view);
  const canPayHere = view.offers.some(({ available }) => available);
  return (
    <CashierScreen view={view} token={token}>
      {updated && screen === 'choosing' ? <PageUpdated /> : null}
      {screen === 'choosing' ? (
        <Choosing
          view={view}
          host={host}
          formKey={newFormKey()}
          address={cashierAddress(token)}
          handoff={
            host.screen === 'pc' ? (
              <Handoff address={scanAddress(token)} open={!canPayHere} />
            ) : undefined
          }
          token={token}
          action={payAction}
          codeAction={codeAction}
          chosenCard={chosenCard}
          justBound={justBound}
        />
      ) : null}
      {view.live ? <WaitingStep view={view} live={view.live} token={token} /> : null}
      {screen === 'expired' || screen === 'closed' ? (
        <Over view={view} how={screen} token={token} />
      ) : null}
      {screen === 'choosing' ? panel : null}
    </CashierScreen>
  );
}
