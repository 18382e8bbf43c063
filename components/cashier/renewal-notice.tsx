import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { DAY } from './time-format';

type Order = CashierView['order'];

/** Paying this order begins something that is charged again by itself: until when, and when next. */
export function RenewalNotice({ order }: { order: Order }) {
  const t = useTranslations('cashierCarrier.subscription');
  const dates = useDates(order);
  const { subscription } = order;
  if (!subscription || !dates) return null;
  return (
    <Notice tone="accent" title={t('title')}>
      {t(subscription.period, dates)}
    </Notice>
  );
}

/** It has begun: when it is charged next, and where that is seen to. */
export function RenewalToCome({ order }: { order: Order }) {
  const t = useTranslations('cashierCarrier.subscription');
  const dates = useDates(order);
  if (!dates) return null;
  return (
    <Notice tone="accent">
      <p>{t('paid', dates)}</p>
      <p>
        <TextLink href="/subscriptions">{t('manage')}</TextLink>
      </p>
    </Notice>
  );
}

function useDates({ subscription, amount }: Order) {
  const format = useFormatter();
  if (!subscription) return undefined;
  // A day in Beijing, wherever this runs.
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00+08:00`), DAY);
  return {
    until: day(subscription.validThrough),
    next: day(subscription.nextChargeOn),
    amount: formatMoney(amount),
  };
}
