import { QrStep } from '@/components/cashier/qr-step';
import type { CashierView } from '@/lib/payments/cashier-view';
import { askAction, switchAction } from '../actions';
import { CashierScreen } from '../cashier-screen';
import { renewQrAction } from '../qr-action';

const ACTIONS = { renew: renewQrAction, ask: askAction, change: switchAction };

/** The channel's code on this screen, for a phone to scan. */
export function QrScreen({
  view,
  live,
  token,
  onPhone,
}: {
  view: CashierView;
  live: NonNullable<CashierView['live']>;
  token: string;
  /** This page is itself on a phone. */
  onPhone: boolean;
}) {
  return (
    <CashierScreen view={view} token={token}>
      <QrStep view={view} live={live} token={token} onPhone={onPhone} actions={ACTIONS} />
    </CashierScreen>
  );
}
