import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Money } from '@/lib/money/money';

export interface ShownHold {
  id: string;
  businessRef: string;
  reason: string;
  amount: Money;
  left: Money;
  expiresAt: Date | null;
  createdAt: Date;
}

/** What is kept of an account's balance, and for what. */
export function HoldsTable({ holds }: { holds: readonly ShownHold[] }) {
  const t = useTranslations('office.account');
  return (
    <Table
      label={t('holdsCaption')}
      head={
        <>
          <ColumnHead>{t('reason')}</ColumnHead>
          <ColumnHead>{t('since')}</ColumnHead>
          <ColumnHead>{t('until')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
          <ColumnHead figures>{t('left')}</ColumnHead>
        </>
      }
    >
      {holds.map((hold) => (
        <tr key={hold.id}>
          <RowHead className="min-w-40 font-normal">
            {t.has(`holdReason.${hold.reason}`) ? t(`holdReason.${hold.reason}`) : hold.reason}
            <code className="block font-mono text-xs text-faint">{hold.businessRef}</code>
          </RowHead>
          <Cell>
            <Moment at={hold.createdAt} />
          </Cell>
          <Cell>{hold.expiresAt ? <Moment at={hold.expiresAt} /> : t('noEnd')}</Cell>
          <Cell figures>
            <Figure amount={hold.amount} />
          </Cell>
          <Cell figures>
            <Figure amount={hold.left} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
