import type { useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { screenOf } from './screen';

/** Where the order is, in one line: the page's title, and what is said aloud when it changes. */
export function headlineOf(
  view: CashierView,
  t: ReturnType<typeof useTranslations<'cashier'>>,
): string {
  const screen = screenOf(view);
  switch (screen) {
    case 'paid':
      return t('paid.title');
    case 'waiting': {
      const sure = view.live?.state !== 'unknown';
      if (view.live && !view.live.here && sure) return t('waiting.elsewhere');
      if (view.live?.here && view.live.nextStep?.type === 'enter-code') return t('waiting.code');
      const method = t(`method.${view.live?.method ?? 'quickpass'}.name`);
      return t(`waiting.${view.live?.state === 'waiting' ? 'waiting' : 'unknown'}.title`, {
        method,
      });
    }
    case 'choosing':
      return view.lastFailure
        ? t('failure.title', { method: t(`method.${view.lastFailure.method}.name`) })
        : t('choose.title', { amount: formatMoney(view.order.amount) });
    default:
      return t(`over.${screen}.title`);
  }
}
