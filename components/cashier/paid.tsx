import { useFormatter, useTranslations } from 'next-intl';
import { ReceiptLink } from '@/components/receipt/receipt-link';
import { DescriptionList } from '@/components/ui/description-list';
import { Facts } from '@/components/ui/facts';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { BackToMerchant } from './back-to-merchant';
import type { backWhen } from './back-when';
import { ChargedPhone } from './charged-phone';
import { RenewalToCome } from './renewal-notice';
import { MOMENT } from './time-format';
import { usePaidMethod } from './use-paid-method';
import { WayBack } from './way-back';

/** The order is paid: the server says so, not the browser that came back. */
export function Paid({
  view,
  token,
  back,
}: {
  view: CashierView;
  token: string;
  /** Set where the page may lead back by itself. */
  back: ReturnType<typeof backWhen>;
}) {
  const t = useTranslations('cashier');
  const words = useTranslations('cashierStatus.back');
  const format = useFormatter();
  const { order, paid } = view;
  const method = usePaidMethod(paid);
  const items = [
    ...(paid
      ? [
          {
            term: t('paid.method'),
            detail: paid.cardType ? (
              <Facts text={t('paid.withCard', { method, card: t(`cardType.${paid.cardType}`) })} />
            ) : (
              method
            ),
          },
        ]
      : []),
    ...(order.paidAt
      ? [{ term: t('paid.at'), detail: format.dateTime(order.paidAt, MOMENT) }]
      : []),
    { term: t('summary.orderNo'), detail: order.merchantOrderNo },
  ];
  return (
    <Message mark="ok" title={t('paid.title')}>
      <div className="mb-4 rounded-control bg-ground px-4 py-3.5">
        <DescriptionList items={items} />
      </div>
      {paid?.phone ? <ChargedPhone phone={paid.phone} /> : null}
      {order.subscription ? <RenewalToCome order={order} /> : null}
      <BackToMerchant url={view.returnUrl} variant="primary" done />
      {back ? (
        <WayBack
          {...back}
          onceKey={`back ${order.id}`}
          words={{
            telling: words('telling'),
            // The seconds are filled in where they run.
            leaving: words('leaving', { seconds: '{seconds}' }),
            stay: words('stay'),
          }}
        />
      ) : null}
      <ReceiptLink token={token} />
    </Message>
  );
}
