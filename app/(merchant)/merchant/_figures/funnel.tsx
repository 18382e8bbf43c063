import { getFormatter, getTranslations } from 'next-intl/server';
import { StepsChart } from '@/components/merchant/steps-chart';
import { Card } from '@/components/ui/card';
import type { Figures } from '@/lib/insights/figures';
import { shareOf } from '@/lib/insights/rules';

/** How far shoppers came who opened the page of an order that was made in these days. */
export async function Funnel({ total }: Figures) {
  const t = await getTranslations('merchantFigures.funnel');
  const format = await getFormatter();
  const steps = (['opened', 'chosen', 'finished'] as const).map((step) => {
    const share = shareOf(total[step], total.opened);
    return {
      key: step,
      name: t(step),
      count: format.number(total[step]),
      share,
      percent: format.number(share, { style: 'percent', maximumFractionDigits: 1 }),
    };
  });
  return (
    <Card className="grid content-start gap-3">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <p className="text-sm text-soft">{t('lead', { orders: total.orders })}</p>
      <StepsChart label={t('title')} steps={steps} />
    </Card>
  );
}
