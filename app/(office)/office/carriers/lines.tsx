import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { CarrierLinesTable } from '@/components/office/carrier-lines-table';
import { Card } from '@/components/ui/card';
import { PROVINCES } from '@/lib/carriers/catalogue-rules';
import { listCatalogue } from '@/lib/carriers/list-catalogue';

/** Every line of the catalogue: where it is open, what it charges, its limits, and how it does. */
export async function Lines() {
  const t = await getTranslations('officeCarriers.lines');
  const lines = await listCatalogue({ by: await staffHere() });
  return (
    <Card flush>
      <div className="grid gap-1 p-5 sm:p-6">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{lines.length === 0 ? t('none') : t('lead')}</p>
      </div>
      {lines.length === 0 ? null : <CarrierLinesTable lines={lines} everywhere={PROVINCES} />}
    </Card>
  );
}
