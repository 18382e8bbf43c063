import { getTranslations } from 'next-intl/server';
import { WaysTable } from '@/components/merchant/ways-table';
import { Card } from '@/components/ui/card';
import type { Figures } from '@/lib/insights/figures';
import { successRate } from '@/lib/insights/rules';

/** Each way to pay by itself. */
export async function Ways({ ways }: Figures) {
  const t = await getTranslations('merchantFigures.ways');
  return (
    <Card flush className="pb-2">
      <div className="grid gap-1 p-5 sm:p-6">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('lead')}</p>
      </div>
      {ways.length === 0 ? (
        <p className="px-5 pb-4 text-sm text-soft sm:px-6">{t('none')}</p>
      ) : (
        <WaysTable ways={ways.map((way) => ({ ...way, rate: successRate([way]) }))} />
      )}
    </Card>
  );
}
