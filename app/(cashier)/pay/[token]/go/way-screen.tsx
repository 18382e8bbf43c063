import type { CashierView } from '@/lib/payments/cashier-view';
import { CashierScreen } from '../cashier-screen';
import { OnTheWay } from './on-the-way';

/** Before the channel's own page, or the host's. */
export function WayScreen({
  view,
  live,
  token,
}: {
  view: CashierView;
  live: NonNullable<CashierView['live']>;
  token: string;
}) {
  return (
    <CashierScreen view={view} token={token}>
      <OnTheWay view={view} live={live} token={token} />
    </CashierScreen>
  );
}
