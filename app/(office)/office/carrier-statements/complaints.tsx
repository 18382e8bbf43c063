import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { ComplaintRatesTable } from '@/components/office/complaint-rates-table';
import { Card } from '@/components/ui/card';
import { listComplaintRates } from '@/lib/carrier-statements/list-complaint-rates';

/** How many payments came back by complaint, by merchant, line and month. */
export async function Complaints() {
  const t = await getTranslations('carrierStatements.complaints');
  const rates = await listComplaintRates({ by: await staffHere() });
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('title')}</h2>
      <p className="px-5 pb-2 text-sm text-soft sm:px-6">{t('hint')}</p>
      {rates.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-soft sm:px-6">{t('none')}</p>
      ) : (
        <ComplaintRatesTable rates={rates} />
      )}
    </Card>
  );
}
