import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { CarrierStatementsTable } from '@/components/office/carrier-statements-table';
import { Card } from '@/components/ui/card';
import { listCarrierStatements } from '@/lib/carrier-statements/list-carrier-statements';

/** Every statement, with what it came to for all merchants together. */
export async function Statements() {
  const t = await getTranslations('carrierStatements.statements');
  const statements = await listCarrierStatements({ by: await staffHere() });
  if (statements.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('title')}</h2>
      <p className="px-5 pb-2 text-sm text-soft sm:px-6">
        {t('deducted')}: {t('deductedHint')}
      </p>
      <CarrierStatementsTable statements={statements} />
    </Card>
  );
}
