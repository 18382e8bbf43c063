import { useFormatter, useTranslations } from 'next-intl';
import { ReceiptLink } from '@/components/receipt/receipt-link';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { moneyWhenOver } from './telling';
import { MOMENT } from './time-format';

/** The order can no longer be paid: since when, whether money was taken, and how to get it after all. */
export function Over({
  view,
  how,
  token,
}: {
  view: CashierView;
  how: 'expired' | 'closed';
  token: string;
}) {
  const t = useTranslations('words.over');
  const cashier = useTranslations('cashier');
  const format = useFormatter();
  const { order, returnUrl } = view;
  return (
    <Message
      mark={how === 'expired' ? 'warn' : 'info'}
      title={cashier(`over.${how}.title`)}
      body={
        <div className="grid gap-1">
          <p>{t(`${how}.what`, { until: format.dateTime(order.expiresAt, MOMENT) })}</p>
          <p className="font-medium text-ink">{t(`money.${moneyWhenOver(view.leftBehind)}`)}</p>
          <p>{t(`${how}.${returnUrl ? 'next' : 'nextNoShop'}`)}</p>
          <p className="pt-2 text-sm">
            {cashier('summary.orderNo')} <span className="break-all">{order.merchantOrderNo}</span>
          </p>
        </div>
      }
    >
      {returnUrl ? (
        <LinkButton href={returnUrl} size="lg" block>
          {how === 'expired' ? t('orderAgain') : cashier('backToMerchant')}
        </LinkButton>
      ) : null}
      {view.leftBehind.some(({ state }) => state !== 'superseded') ? (
        <ReceiptLink token={token} />
      ) : null}
    </Message>
  );
}
