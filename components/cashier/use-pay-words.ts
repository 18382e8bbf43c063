import { useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { foldRows, type MethodRow } from './method-rows';
import type { PayWords } from './pay-words';
import { isPayable } from './payable-card';

/** What the pay form says about this order. */
export function usePayWords(
  view: CashierView,
  rows: readonly MethodRow[],
): PayWords & { title: string } {
  const t = useTranslations('cashier');
  const amount = formatMoney(view.order.amount);
  const names = foldRows(rows).folded.map(({ name }) => name);
  return {
    title: t('choose.title', { amount }),
    legend: t('choose.legend'),
    more: t('choose.more', { names: names.join(t('choose.comma')) }),
    password: {
      label: t('password.label'),
      hint: t('password.hint'),
      forgot: t('password.forgot'),
      reset: t('password.reset'),
    },
    code: {
      label: t('code.label'),
      send: t('code.send'),
      sendAgain: t('code.sendAgain'),
      sending: t('code.sending'),
      sent: t('code.sent'),
    },
    submit: {
      balance: t('pay.balance', { amount }),
      quickpass: t('pay.quickpass', { amount }),
      card: view.cards.some(isPayable) ? t('pay.card', { amount }) : t('pay.newCard'),
      carrier: t('pay.carrier', { amount }),
    },
    pending: t('pay.pending'),
    offline: t('pay.offline'),
    codeOffline: t('offlineUnpaid'),
    broken: t('broken'),
  };
}
