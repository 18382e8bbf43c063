import { getFormatter, getTranslations } from 'next-intl/server';
import { StepsChart } from '@/components/merchant/steps-chart';
import { Card } from '@/components/ui/card';
import type { Figures } from '@/lib/insights/figures';
import { PAY_SPANS, shareOf } from '@/lib/insights/rules';

/** How long it took from the page to the money. */
export async function PayTimes({ total }: Figures) {
  const t = await getTranslations('merchantFigures.payTimes');
  const format = await getFormatter();
  const all = total.payTimes.reduce((sum, count) => sum + count, 0);
  const steps = total.payTimes.map((count, span) => {
    const seconds = PAY_SPANS[span];
    const share = shareOf(count, all);
    return {
      key: String(span),
      name:
        seconds === undefined
          ? t('longer', { seconds: PAY_SPANS.at(-1) ?? 0 })
          : t('within', { seconds }),
      count: format.number(count),
      share,
      percent: format.number(share, { style: 'percent', maximumFractionDigits: 1 }),
    };
  });
  return (
    <Card className="grid content-start gap-3">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <p className="text-sm text-soft">{t('lead')}</p>
      <StepsChart label={t('title')} steps={steps} />
    </Card>
  );
}
