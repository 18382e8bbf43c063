import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { PlannedRow } from '@/lib/support/bulk';

/** What would happen to each row that was picked. */
export function BulkPlan({
  plan,
  names,
  willDo,
}: {
  plan: readonly PlannedRow[];
  names: Readonly<Record<string, string>>;
  willDo: string;
}) {
  const t = useTranslations('officeQueues.bulk');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('what')}</ColumnHead>
          <ColumnHead>{t('result')}</ColumnHead>
        </>
      }
    >
      {plan.map(({ id, skip }) => (
        <tr key={id}>
          <RowHead className="font-normal break-all">{names[id] ?? id}</RowHead>
          <Cell>
            <Badge tone={skip === null ? 'accent' : 'neutral'}>
              {skip === null ? t('will') : t('skip')}
            </Badge>{' '}
            <span className="text-soft">{skip === null ? willDo : t(`why.${skip}`)}</span>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
