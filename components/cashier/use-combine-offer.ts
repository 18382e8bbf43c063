import { useTranslations } from 'next-intl';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';
import type { CombineOffer } from './pay-words';
import { isPayable } from './payable-card';
import { useOfferReason } from './use-offer-reason';

/** What the balance may pay beside another way, in words; null where it may not. */
export function useCombineOffer(view: CashierView): {
  offer: CombineOffer;
  rest: Money;
  restBy: readonly MethodCode[];
  needsCode: boolean;
} | null {
  const t = useTranslations('cashier');
  const reasonOf = useOfferReason(view);
  const offer = view.offers.find(({ method }) => method === 'balance');
  const combine = offer?.combine;
  if (!offer || !combine) return null;
  const [balance, rest] = [formatMoney(combine.balance), formatMoney(combine.rest)];
  const total = formatMoney(view.order.amount);
  const both = (method: 'quickpass' | 'card') =>
    t('combine.submit', { total, balance, method: t(`method.${method}.name`), rest });
  return {
    rest: combine.rest,
    restBy: combine.restBy,
    needsCode: combine.needsCode,
    offer: {
      partFen: String(combine.balance.amountMinor),
      words: {
        why: reasonOf(offer) ?? '',
        title: t('combine.title', { balance }),
        rest: t('combine.rest', { rest }),
        how: t('combine.how'),
      },
      submit: {
        quickpass: both('quickpass'),
        // Without a card that can pay, the button leads to a new one and pays nothing.
        ...(view.cards.some(isPayable) ? { card: both('card') } : {}),
      },
    },
  };
}
