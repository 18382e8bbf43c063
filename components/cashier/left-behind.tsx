import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Tone } from '@/components/ui/tone';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { TIME_OF_DAY } from './time-format';

type LeftBehindAttempt = CashierView['leftBehind'][number];

const TONE: Record<LeftBehindAttempt['state'], Tone> = {
  superseded: 'warn',
  late_succeeded: 'accent',
  returned: 'ok',
};

/** Attempts that the shopper moved on from: what may still happen to them, and what did. */
export function LeftBehind({ view }: { view: CashierView }) {
  const t = useTranslations('cashier.leftBehind');
  const format = useFormatter();
  const amount = formatMoney(view.order.amount);
  return view.leftBehind.map((attempt) => (
    <Notice
      key={`${attempt.method} ${attempt.payableUntil.getTime()}`}
      tone={TONE[attempt.state]}
      title={t(`${keyOf(attempt, view)}.title`, { amount })}
    >
      {t(`${keyOf(attempt, view)}.body`, {
        amount,
        until: format.dateTime(attempt.payableUntil, TIME_OF_DAY),
      })}
    </Notice>
  ));
}

/** Late money for an order that is paid goes back; for one that is over, the merchant has a say. */
const keyOf = ({ state, method }: LeftBehindAttempt, { order }: CashierView) =>
  `${method}.${state === 'late_succeeded' && order.state !== 'paid' ? 'late_open' : state}` as const;
