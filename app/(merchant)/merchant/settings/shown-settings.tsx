import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { getLimits } from '@/lib/merchants/get-limits';
import type { Merchant } from '@/lib/merchants/merchant';
import { methodsInOrder } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** What an owner has set, for those who may read it only. */
export async function ShownSettings({ merchant }: { merchant: Merchant }) {
  const t = await getTranslations('merchantFigures.settings');
  const terms = await getTranslations('merchant.terms');
  const payments = await getTranslations('payments');
  const limits = await getLimits(merchant.id);
  const limit = (value: Money | null) => (value ? formatMoney(value) : t('limits.none'));
  const shown = methodsInOrder(merchant.methodOrder).filter(
    (method) => !merchant.hiddenMethods.includes(method),
  );
  return (
    <Card>
      <DescriptionList
        items={[
          {
            term: t('methods.title'),
            detail: shown.map((method) => payments(`method.${method}`)).join(' · '),
          },
          { term: t('limits.orderLeast'), detail: limit(limits.orderLeast) },
          { term: t('limits.orderMost'), detail: limit(limits.orderMost) },
          { term: t('limits.dayMost'), detail: limit(limits.dayMost) },
          { term: terms('late'), detail: terms(`latePolicy.${merchant.latePaymentPolicy}`) },
          {
            term: t('origins.title'),
            detail: merchant.returnOrigins.map((origin) => (
              <code key={origin} className="block font-mono text-xs wrap-anywhere">
                {origin}
              </code>
            )),
          },
        ]}
      />
    </Card>
  );
}
