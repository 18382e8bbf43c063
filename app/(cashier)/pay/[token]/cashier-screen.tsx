import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageForm } from '@/app/_server/page-frame';
import { CashierFrame } from '@/components/cashier/cashier-frame';
import { headlineOf } from '@/components/cashier/headline';
import { LeftBehind } from '@/components/cashier/left-behind';
import { LiveStatus } from '@/components/cashier/live-status';
import { isSettled, showsQr, viewVersion } from '@/components/cashier/screen';
import type { CashierView } from '@/lib/payments/cashier-view';

const RELOAD_SECONDS = 6;

/** What every page of an order has around it: frame, left-behind attempts, and keeping itself true. */
export async function CashierScreen({
  view,
  token,
  children,
}: {
  view: CashierView;
  token: string;
  children: ReactNode;
}) {
  const settled = isSettled(view);
  // Good news first; what may still go wrong comes before what is to be done.
  const paid = view.order.state === 'paid';
  // A page that reloads by itself would take away what is being typed.
  const typing = view.live?.nextStep?.type === 'enter-code';
  const t = await getTranslations('cashier');
  return (
    <CashierFrame view={view} language={<LanguageForm />}>
      {paid ? null : <LeftBehind view={view} />}
      {children}
      {paid ? <LeftBehind view={view} /> : null}
      <LiveStatus
        url={`/pay/${token}/status`}
        version={viewVersion(view)}
        settled={settled}
        brisk={showsQr(view)}
        headline={headlineOf(view, t)}
      />
      {view.live && !typing ? (
        <noscript>
          <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
        </noscript>
      ) : null}
    </CashierFrame>
  );
}
