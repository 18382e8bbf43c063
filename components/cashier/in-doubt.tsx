import { useFormatter, useTranslations } from 'next-intl';
import type { CashierView } from '@/lib/payments/cashier-view';
import { expectedResult, lastAnswerAt } from './expected-result';
import { OrderNumber } from './order-number';
import { TIME_OF_DAY } from './time-format';

type Live = NonNullable<CashierView['live']>;

/** The shopper can do nothing more about the payment here: it was asked for, and how it ended is not known. */
export const isInDoubt = ({ state, nextStep }: Pick<Live, 'state' | 'nextStep'>): boolean =>
  state !== 'waiting' || nextStep === null || nextStep.type === 'wait';

/** When the result is likely to be there, and the number to ask with: the same on every page in doubt. */
export function InDoubt({ view: { order, now }, live }: { view: CashierView; live: Live }) {
  const t = useTranslations('cashierStatus.expected');
  const format = useFormatter();
  const expected = isInDoubt(live)
    ? expectedResult(live, now)
    : { when: 'by' as const, time: lastAnswerAt(live.payableUntil) };
  return (
    <div className="grid w-full gap-3 rounded-control bg-ground px-4 py-3.5 text-center">
      <p className="text-sm font-medium text-ink tabular-nums">
        {expected.when === 'by'
          ? t('by', { time: format.dateTime(expected.time, TIME_OF_DAY) })
          : t(expected.when)}
      </p>
      <OrderNumber orderNo={order.merchantOrderNo} />
    </div>
  );
}
