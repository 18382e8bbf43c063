import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { CashierView } from '@/lib/payments/cashier-view';
import { CashierScreen } from './cashier-screen';

/** A page on the way to paying an order: its title, and the way back to choosing. */
export async function StepPage({
  view,
  token,
  title,
  lead,
  children,
}: {
  view: CashierView;
  token: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations('cashierCards');
  return (
    <CashierScreen view={view} token={token}>
      <div>
        <a
          href={`/pay/${token}`}
          className="inline-flex min-h-11 items-center gap-1.5 text-sm font-medium text-accent-text"
        >
          <span aria-hidden="true" className="rtl:-scale-x-100">
            ←
          </span>
          {t('back')}
        </a>
        <h1 className="text-xl font-semibold">{title}</h1>
        {lead ? <div className="mt-1 text-soft">{lead}</div> : null}
      </div>
      {children}
    </CashierScreen>
  );
}
