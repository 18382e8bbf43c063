import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { CarrierDebtsTable } from '@/components/office/carrier-debts-table';
import { Card } from '@/components/ui/card';
import { listCarrierDebts } from '@/lib/carrier-statements/list-carrier-debts';

/** What carriers still owe, by how long it should have been paid. */
export async function Debts() {
  const t = await getTranslations('carrierStatements.debts');
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('title')}</h2>
      <CarrierDebtsTable debts={await listCarrierDebts({ by: await staffHere() })} />
    </Card>
  );
}
