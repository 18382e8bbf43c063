import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { DifferencesTable } from '@/components/office/differences-table';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { listDifferences } from '@/lib/reconciliation/list-differences';

const MOST = 200;

/** What a person has to look at, the newest day first. */
export async function Differences() {
  const t = await getTranslations('office.reconciliation');
  const differences = await listDifferences({ limit: MOST, by: await staffHere() });
  if (differences.length === 0) return <Notice tone="ok">{t('agree')}</Notice>;
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('differences')}</h2>
      {differences.length === MOST ? (
        <p className="px-5 pb-2 text-sm text-soft sm:px-6">{t('latest', { count: MOST })}</p>
      ) : null}
      <DifferencesTable differences={differences} />
    </Card>
  );
}
