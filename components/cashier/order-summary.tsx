import { useFormatter, useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { CashierView } from '@/lib/payments/cashier-view';
import { Amount } from './amount';
import { Countdown } from './countdown';
import { COUNTED_MS } from './remaining';
import { screenOf } from './screen';
import { MOMENT } from './time-format';

/** What is owed, to whom, for what and until when. */
export function OrderSummary({ view, merchantName }: { view: CashierView; merchantName: string }) {
  const t = useTranslations('cashier.summary');
  const format = useFormatter();
  const { order } = view;
  const choosing = screenOf(view) === 'choosing';
  return (
    <section
      aria-label={t('title')}
      className="@container lg:sticky lg:top-8 lg:rounded-card lg:bg-card lg:p-8 lg:shadow-card"
    >
      <div className="grid justify-items-center gap-1 pt-2 pb-6 text-center lg:justify-items-start lg:pt-0 lg:pb-7 lg:text-start">
        <p className="text-sm text-soft">
          <span className="line-clamp-2">{order.subject}</span>
        </p>
        <Amount money={order.amount} />
        {choosing ? <TimeLeft view={view} /> : null}
      </div>
      <div className="hidden border-t border-line pt-5 lg:block">
        <DescriptionList
          items={[
            { term: t('payee'), detail: merchantName },
            { term: t('orderNo'), detail: order.merchantOrderNo },
            ...(choosing
              ? [{ term: t('deadline'), detail: format.dateTime(order.expiresAt, MOMENT) }]
              : []),
          ]}
        />
      </div>
    </section>
  );
}

function TimeLeft({ view: { now, order } }: { view: CashierView }) {
  const t = useTranslations('cashier.countdown');
  const format = useFormatter();
  const deadline = t('before', { time: format.dateTime(order.expiresAt, MOMENT) });
  if (order.expiresAt.getTime() - now.getTime() > COUNTED_MS) {
    return <p className="text-sm text-soft tabular-nums">{deadline}</p>;
  }
  return (
    <p>
      <Countdown
        nowMs={now.getTime()}
        untilMs={order.expiresAt.getTime()}
        label={t('left')}
        fiveMinutes={t('fiveMinutes')}
        oneMinute={t('oneMinute')}
      />
      <noscript>
        <span className="block text-sm text-soft tabular-nums">{deadline}</span>
      </noscript>
    </p>
  );
}
