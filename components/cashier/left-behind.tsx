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
  const then = useTranslations('cashier.leftBehindThen');
  const format = useFormatter();
  return view.leftBehind.map((attempt) => {
    const { method, state, amount, payableUntil, fate } = attempt;
    const facts = {
      amount: amount ? formatMoney(amount) : '',
      until: format.dateTime(payableUntil, TIME_OF_DAY),
    };
    const late = state === 'late_succeeded' && view.order.state !== 'paid';
    const word = late ? 'late_open' : state;
    const key = `${method}.${word}` as const;
    // How much it was is not for everybody's eyes.
    const untold = amount === null && word !== 'superseded' ? word : undefined;
    return (
      <Notice
        key={`${method} ${payableUntil.getTime()}`}
        tone={TONE[state]}
        title={untold ? t(`untold.${untold}`) : t(`${key}.title`, facts)}
      >
        <p>{late && fate === 'goes_back' ? then('late') : t(`${key}.body`, facts)}</p>
        {state === 'superseded' ? <p>{then(moneyThen(fate, view.order.state))}</p> : null}
      </Notice>
    );
  });
}

/** What becomes of money that may still come: an open order takes it, a paid one gives it back. */
function moneyThen(fate: LeftBehindAttempt['fate'], order: CashierView['order']['state']) {
  if (order === 'paid') return 'extra';
  return fate === 'pays' && order === 'open' ? 'open' : fate;
}
