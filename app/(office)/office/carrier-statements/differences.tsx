import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { StatementDifferencesTable } from '@/components/office/statement-differences-table';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { listCarrierStatements } from '@/lib/carrier-statements/list-carrier-statements';
import { listStatementDifferences } from '@/lib/carrier-statements/list-statement-differences';

const MOST = 200;

/** Lines that nothing was booked for, the newest month first. */
export async function Differences() {
  const t = await getTranslations('carrierStatements.differences');
  const [differences, [any]] = await Promise.all([
    listStatementDifferences({ limit: MOST, by: await staffHere() }),
    listCarrierStatements({ limit: 1, by: await staffHere() }),
  ]);
  if (!any) return null;
  if (differences.length === 0) return <Notice tone="ok">{t('agree')}</Notice>;
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('title')}</h2>
      {differences.length === MOST ? (
        <p className="px-5 pb-2 text-sm text-soft sm:px-6">{t('latest', { count: MOST })}</p>
      ) : null}
      <StatementDifferencesTable differences={differences} />
    </Card>
  );
}
