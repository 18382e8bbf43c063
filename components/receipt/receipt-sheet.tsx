import { useTranslations } from 'next-intl';
import { Amount } from '@/components/cashier/amount';
import { MerchantTile } from '@/components/cashier/merchant-tile';
import { useMerchantName } from '@/components/cashier/use-merchant-name';
import { TestModeBanner } from '@/components/payments/test-mode-banner';
import { accentProperties } from '@/components/ui/accent';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import type { Receipt } from '@/lib/receipts/receipt';
import { LateMoney } from './late-money';
import { ReceiptFacts } from './receipt-facts';
import { Refunds } from './refunds';

export type Paper = 'a4' | '80mm';

/** One order's receipt, on the screen and on paper. */
export function ReceiptSheet({
  receipt,
  now,
  paper,
  isPayer,
}: {
  receipt: Receipt;
  /** When it was read. */
  now: Date;
  paper: Paper;
  /** Known to have paid: sees where a transferred refund goes. */
  isPayer: boolean;
}) {
  const t = useTranslations('receipt');
  const merchant = useMerchantName(receipt.merchant);
  return (
    <div
      className={`accented receipt-${paper}`}
      style={accentProperties(receipt.merchant.accentColor)}
    >
      <Card className="receipt-sheet grid gap-5">
        <TestModeBanner mode={receipt.merchant.mode} />
        <div className="grid justify-items-center gap-1 text-center">
          <div className="flex items-center gap-2.5 pb-2">
            <span className={receipt.merchant.logo ? undefined : 'not-on-paper'}>
              <MerchantTile name={merchant} logo={receipt.merchant.logo} />
            </span>
            <p className="font-semibold">{merchant}</p>
          </div>
          <h1 className="text-sm text-soft">{t('title')}</h1>
          <div className="receipt-amount">
            <Amount money={receipt.order.amount} />
          </div>
          <p className={receipt.payment ? 'font-semibold text-ok' : 'font-semibold text-warn'}>
            {receipt.payment ? t('paid') : t('late')}
          </p>
        </div>
        <ReceiptFacts receipt={receipt} merchant={merchant} />
        {receipt.refunds.length > 0 ? <Refunds receipt={receipt} isPayer={isPayer} /> : null}
        {receipt.late.length > 0 ? <LateMoney late={receipt.late} /> : null}
        <div className="grid gap-1 border-t border-line pt-4 text-xs text-faint">
          <p>{t('notInvoice')}</p>
          <p>
            {t('printedAt')} <Moment at={now} /> <span className="inline-block">{t('zone')}</span>
          </p>
        </div>
      </Card>
    </div>
  );
}
