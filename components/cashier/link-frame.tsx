import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TestModeBanner } from '@/components/payments/test-mode-banner';
import { accentProperties } from '@/components/ui/accent';
import type { Money } from '@/lib/money/money';
import type { LinkPage } from '@/lib/payment-links/get-link-page';
import { Amount } from './amount';
import { MerchantTile } from './merchant-tile';
import { useMerchantName } from './use-merchant-name';

/** A payment link's page in its merchant's looks: who is paid, for what, and how much where that is fixed. */
export function LinkFrame({
  merchant,
  subject,
  amount,
  titled,
  tools,
  children,
}: {
  merchant: LinkPage['merchant'];
  subject: string;
  /** None where the shopper types it. */
  amount: Money | undefined;
  /** The subject is the page's heading; otherwise something in it is. */
  titled: boolean;
  /** How large the words are, and in which language. */
  tools: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('paymentLinks.pay');
  const name = useMerchantName(merchant);
  const Subject = titled ? 'h1' : 'p';
  return (
    <div
      className="accented mx-auto flex min-h-dvh max-w-md flex-col px-4"
      style={accentProperties(merchant.accentColor)}
    >
      <header className="flex min-h-14 flex-wrap items-center gap-x-2.5">
        <TestModeBanner mode={merchant.mode} className="mt-2 basis-full" />
        <MerchantTile name={name} logo={merchant.logo} />
        <p className="min-w-0 flex-1 basis-32 font-semibold">
          <span className="sr-only">{t('payee')} </span>
          <span className="line-clamp-2">{name}</span>
        </p>
        <div className="-me-2 ms-auto flex shrink-0 items-center">{tools}</div>
      </header>
      <main className="flex flex-1 flex-col gap-4 pb-4">
        <div className="@container grid justify-items-center gap-1 pt-4 pb-3 text-center">
          <Subject className={amount ? 'text-sm text-soft' : 'text-xl font-semibold'}>
            <span className="line-clamp-2">{subject}</span>
          </Subject>
          {amount ? <Amount money={amount} /> : null}
        </div>
        {children}
      </main>
    </div>
  );
}
