import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Difference } from '@/lib/reconciliation/statement';

/** What a channel's file and our records disagree about, in words. */
export function DifferencesTable({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations('office.reconciliation');
  return (
    <Table
      label={t('differences')}
      head={
        <>
          <ColumnHead>{t('finding')}</ColumnHead>
          <ColumnHead>{t('day')}</ColumnHead>
          <ColumnHead>{t('number')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
        </>
      }
    >
      {differences.map(({ channel, day, kind, finding, number, amount, oursId }) => (
        <tr key={`${channel} ${day} ${finding} ${number}`}>
          <RowHead className="min-w-40 font-normal">
            {t(`findings.${finding}`)}
            <span className="block text-xs text-faint">
              {t(`channels.${channel}`)} · {t(`kind.${kind}`)}
            </span>
          </RowHead>
          <Cell className="whitespace-nowrap tabular-nums">{day}</Cell>
          <Cell className="min-w-56 break-all">
            <code className="font-mono text-xs">{number}</code>
            <code className="block font-mono text-xs text-faint">{oursId ?? t('noRecord')}</code>
          </Cell>
          <Cell figures>
            <Figure amount={amount} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
