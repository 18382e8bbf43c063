import { useFormatter, useTranslations } from 'next-intl';
import type { Offer } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';
import { formatLimit } from './card-words';
import { endPassed } from './end-passed';
import { momentFrom } from './time-format';

const OR = { type: 'disjunction' } as const;

/** Why a way cannot be used for this order, in words; nothing for one that can. */
export function useOfferReason({
  order: { amount },
  now,
}: Pick<CashierView, 'order' | 'now'>): (offer: Offer) => string | undefined {
  const t = useTranslations('cashier.reason');
  const format = useFormatter();
  const until = (moment: Date | undefined) =>
    moment ? format.dateTime(moment, momentFrom(now, moment)) : '';
  return ({ reason, lockedUntil, quota, billable, range, maintenanceUntil }) =>
    reason &&
    t(reason, {
      until: until(lockedUntil),
      maintenance: until(maintenanceUntil),
      today: quota ? formatMoney(quota.leftToday) : '',
      inPeriod: quota ? formatMoney(quota.leftInPeriod) : '',
      period: quota?.period ?? 'year',
      kind: billable?.most && amount.amountMinor > billable.most.amountMinor ? 'most' : 'prices',
      most: billable?.most ? formatMoney(billable.most) : '',
      prices: format.list((billable?.prices ?? []).map(formatLimit), OR),
      end: endPassed(amount, range),
      rangeLeast: range?.least ? formatLimit(range.least) : '',
      rangeMost: range?.most ? formatLimit(range.most) : '',
    });
}
