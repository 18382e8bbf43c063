import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ReaderTools } from '@/app/_server/page-frame';
import { readHost } from '@/app/_server/read-host';
import { CashierFrame } from '@/components/cashier/cashier-frame';
import { handoffStage } from '@/components/cashier/handoff-stage';
import { HandoffSteps } from '@/components/cashier/handoff-steps';
import { headlineOf } from '@/components/cashier/headline';
import { LeftBehind } from '@/components/cashier/left-behind';
import { LiveStatus } from '@/components/cashier/live-status';
import { isSettled } from '@/components/cashier/screen';
import type { CashierView } from '@/lib/payments/cashier-view';

const RELOAD_SECONDS = 6;

/** What every page of an order has around it: frame, left-behind attempts, and keeping itself true. */
export async function CashierScreen({
  view,
  token,
  awaiting = false,
  children,
}: {
  view: CashierView;
  token: string;
  /** Something besides the order's own money is to come. */
  awaiting?: boolean;
  children: ReactNode;
}) {
  // Good news first; what may still go wrong comes before what is to be done.
  const paid = view.order.state === 'paid';
  // A page that reloads by itself would take away what is being typed.
  const typing = view.live?.here && view.live.nextStep?.type === 'enter-code';
  const onPc = (await readHost()).screen === 'pc';
  const stage = onPc ? handoffStage(view) : undefined;
  const [t, handoff] = await Promise.all([
    getTranslations('cashier'),
    getTranslations('cashierStatus.handoff'),
  ]);
  const headline = headlineOf(view, t);
  return (
    <CashierFrame view={view} tools={<ReaderTools />}>
      {stage ? <HandoffSteps stage={stage} /> : null}
      {paid ? null : <LeftBehind view={view} />}
      {children}
      {paid ? <LeftBehind view={view} /> : null}
      <LiveStatus
        page={`/pay/${token}`}
        version={view.mark}
        settled={isSettled(view) && !awaiting}
        headline={stage ? `${handoff(`stage.${stage}`)} · ${headline}` : headline}
      />
      {view.live && !typing ? (
        <noscript>
          <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
        </noscript>
      ) : null}
    </CashierFrame>
  );
}
