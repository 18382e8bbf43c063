import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TestModeBanner } from '@/components/payments/test-mode-banner';
import { accentProperties } from '@/components/ui/accent';
import type { CashierView } from '@/lib/payments/cashier-view';
import { MerchantTile } from './merchant-tile';
import { OrderSummary } from './order-summary';
import { useMerchantName } from './use-merchant-name';

/** Merchant above, what is owed on one side, what can be done on the other: one column on a phone. */
export function CashierFrame({
  view,
  tools,
  children,
}: {
  view: CashierView;
  /** How large the words are, and in which language. */
  tools: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('cashier');
  const merchantName = useMerchantName(view.merchant);
  return (
    <div
      className="accented mx-auto flex min-h-dvh max-w-md flex-col px-4 lg:max-w-5xl lg:px-8"
      style={accentProperties(view.merchant.accentColor)}
    >
      <header className="flex min-h-14 flex-wrap items-center gap-x-2.5 lg:min-h-20">
        <TestModeBanner mode={view.merchant.mode} className="mt-2 basis-full" />
        <MerchantTile name={merchantName} logo={view.merchant.logo} />
        <p className="min-w-0 flex-1 basis-32 font-semibold">
          <span className="sr-only">{t('payee')} </span>
          <span className="line-clamp-2">{merchantName}</span>
        </p>
        <div className="-me-2 ms-auto flex shrink-0 items-center">{tools}</div>
      </header>
      <main className="flex flex-1 flex-col lg:grid lg:grid-cols-[5fr_6fr] lg:items-start lg:gap-10 lg:pt-6">
        <OrderSummary view={view} merchantName={merchantName} />
        <div className="flex flex-1 flex-col gap-4 pb-4 lg:pb-12">{children}</div>
      </main>
    </div>
  );
}
