import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Settlement } from '@/lib/settlement/settlement';

/** What reached the merchant's account, what was kept as the fee, and what was refunded. */
export function SettlementsTable({ settlements }: { settlements: readonly Settlement[] }) {
  const t = useTranslations('merchant.settlement');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('throughDay')}</ColumnHead>
          <ColumnHead figures>{t('payments')}</ColumnHead>
          <ColumnHead figures>{t('gross')}</ColumnHead>
          <ColumnHead figures>{t('fee')}</ColumnHead>
          <ColumnHead figures>{t('refunded')}</ColumnHead>
          <ColumnHead figures>{t('net')}</ColumnHead>
        </>
      }
    >
      {settlements.map((one) => (
        <tr key={one.id}>
          <RowHead className="font-normal whitespace-nowrap tabular-nums">{one.throughDay}</RowHead>
          <Cell figures>{one.payments}</Cell>
          <Cell figures>
            <Figure amount={one.gross} />
          </Cell>
          <Cell figures>
            <Figure amount={one.fee} />
          </Cell>
          <Cell figures>
            <Figure amount={one.refunded} />
          </Cell>
          <Cell figures className="font-medium">
            <Figure amount={one.net} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
