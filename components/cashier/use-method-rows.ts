import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { MethodCode, Offer } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { formatLimit, maskedTail } from './card-words';
import type { MethodRow } from './method-rows';
import { isPayable } from './payable-card';
import { momentFrom } from './time-format';

/** The ways that can be used, in words: what each would do here, what it may pay, why it comes first. */
export function useMethodRows(
  view: CashierView,
  { host, restBy }: { host: HostFacts; restBy: readonly MethodCode[] | null },
) {
  const t = useTranslations('cashier');
  const cardWords = useTranslations('cashierCards');
  const format = useFormatter();
  const english = useLocale() === 'en';

  function cardDetail(): string {
    const card = view.cards.find(isPayable);
    if (!card) return t(view.cards.length > 0 ? 'method.card.detail' : 'method.card.none');
    const name = `${english ? card.bank.en : card.bank.zh} ${maskedTail(card.cardTail)}`;
    return t('method.pair', {
      first: name,
      second: cardWords('single', { limit: formatLimit(card.single) }),
    });
  }

  function detailOf({ method, balance, quota, surface, billable, range }: Offer): string {
    switch (method) {
      case 'card':
        return cardDetail();
      case 'quickpass': {
        const how = t(`method.quickpass.${surfaceWord(surface, host)}`);
        if (!range?.most) return how;
        const limit = formatLimit(range.most);
        return t('method.pair', { first: how, second: cardWords('single', { limit }) });
      }
      case 'carrier':
        return billable?.most
          ? t('method.carrier.upTo', { most: formatLimit(billable.most) })
          : t('method.carrier.detail');
      case 'balance': {
        if (!balance) return t('method.balance.detail');
        const available = t('method.balance.available', { balance: formatMoney(balance) });
        return quota ? t('method.pair', { first: available, second: leftWords(quota) }) : available;
      }
    }
  }

  /** What the limits leave: today's, or the period's where that is less. */
  function leftWords({ leftToday, leftInPeriod, period }: NonNullable<Offer['quota']>): string {
    const inPeriod = leftInPeriod.amountMinor < leftToday.amountMinor;
    const left = formatLimit(inPeriod ? leftInPeriod : leftToday);
    return t(`method.balance.left.${inPeriod ? period : 'today'}`, { left });
  }

  return view.offers
    .filter(({ available }) => available)
    .map((offer): MethodRow => {
      const { method, recommended, lastUsed, promotions, maintenanceFrom } = offer;
      const alone = restBy !== null && !restBy.includes(method);
      return {
        method,
        name: t(`method.${method}.name`),
        detail: detailOf(offer),
        needsCode: offer.quota?.needsCode ?? false,
        tags: [
          ...(recommended ? [t('tag.recommended')] : []),
          ...(lastUsed ? [t('tag.lastUsed')] : []),
        ],
        ...(promotions ? { promotion: t('method.quickpass.promotion') } : {}),
        ...(maintenanceFrom
          ? {
              soon: t('soon', {
                time: format.dateTime(maintenanceFrom, momentFrom(view.now, maintenanceFrom)),
              }),
            }
          : {}),
        ...(alone ? { notWithBalance: t('combine.notWith') } : {}),
      };
    });
}

/**
 * How QuickPass would go here; the app's own page on the same TN is one more page of UnionPay's. Where an
 * app may yet say that it has a better way, none is promised.
 */
const surfaceWord = (surface: Offer['surface'], { unasked }: HostFacts) =>
  surface && surface.kind !== 'unavailable' && !unasked ? surface.kind : 'detail';
