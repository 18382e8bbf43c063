import type { ReactNode } from 'react';
import { readBridgeAnswer, readHostScript } from '@/app/_server/read-host';
import { HostProbe } from '@/components/cashier/host-probe';
import { keepHostAction } from './host-actions';

/** Around every page of an order: the one question to the app that it may run in. */
export default async function CashierLayout({ children }: { children: ReactNode }) {
  const [known, script] = await Promise.all([readBridgeAnswer(), readHostScript()]);
  return (
    <>
      {children}
      <HostProbe
        known={known}
        script={script?.kind === 'bridge' ? script.url : null}
        keep={keepHostAction}
      />
    </>
  );
}
