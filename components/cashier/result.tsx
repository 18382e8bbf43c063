import { useFormatter, useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { Message } from '@/components/ui/message';
import type { CashierView } from '@/lib/payments/cashier-view';
import { BackToMerchant } from './back-to-merchant';
import { FailureReason } from './failure-reason';
import { MOMENT } from './time-format';
import { usePaidMethod } from './use-paid-method';

/** The order is paid: the server says so, not the browser that came back. */
export function Paid({ view }: { view: CashierView }) {
  const t = useTranslations('cashier');
  const format = useFormatter();
  const { order, paid } = view;
  const method = usePaidMethod(paid);
  const items = [
    ...(paid
      ? [
          {
            term: t('paid.method'),
            detail: paid.cardType
              ? t('paid.withCard', { method, card: t(`cardType.${paid.cardType}`) })
              : method,
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
      <BackToMerchant url={view.returnUrl} variant="primary" />
    </Message>
  );
}

/** Nothing is paid and nothing is under way: why, and back to choosing. */
export function NotPaid({ view, token }: { view: CashierView; token: string }) {
  const t = useTranslations('cashier');
  const failure = view.lastFailure;
  return (
    <Message
      mark={failure ? 'bad' : 'info'}
      title={
        failure
          ? t('failure.title', { method: t(`method.${failure.method}.name`) })
          : t('notPaid.title')
      }
      body={failure ? <FailureReason reason={failure.reason} /> : t('notPaid.body')}
    >
      <LinkButton href={`/pay/${token}`} size="lg" block>
        {t('notPaid.choose')}
      </LinkButton>
      <BackToMerchant url={view.returnUrl} variant="quiet" />
    </Message>
  );
}

/** The order can no longer be paid. */
export function Over({ view, how }: { view: CashierView; how: 'expired' | 'closed' }) {
  const t = useTranslations('cashier.over');
  return (
    <Message
      mark={how === 'expired' ? 'warn' : 'info'}
      title={t(`${how}.title`)}
      body={t(`${how}.body`)}
    >
      <BackToMerchant url={view.returnUrl} variant="primary" />
    </Message>
  );
}
