import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { CarrierDebt } from '@/lib/carrier-statements/list-carrier-debts';

/** What each carrier owes, by age. */
export function CarrierDebtsTable({ debts }: { debts: readonly CarrierDebt[] }) {
  const t = useTranslations('carrierStatements.debts');
  const names = useTranslations('carriers');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('carrier')}</ColumnHead>
          <ColumnHead figures>{t('age.notDue')}</ColumnHead>
          <ColumnHead figures>{t('age.upTo30')}</ColumnHead>
          <ColumnHead figures>{t('age.upTo60')}</ColumnHead>
          <ColumnHead figures>{t('age.upTo90')}</ColumnHead>
          <ColumnHead figures>{t('age.over90')}</ColumnHead>
          <ColumnHead figures>{t('total')}</ColumnHead>
        </>
      }
    >
      {debts.map(({ carrier, byAge, total }) => (
        <tr key={carrier}>
          <RowHead>{names(`carrier.${carrier}`)}</RowHead>
          {Object.entries(byAge).map(([age, amount]) => (
            <Cell figures key={age}>
              <Figure amount={amount} />
            </Cell>
          ))}
          <Cell figures className="font-medium">
            <Figure amount={total} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
