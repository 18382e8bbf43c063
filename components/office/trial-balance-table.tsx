import { useLocale, useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { CHART } from '@/lib/ledger/chart';
import type { TrialBalance } from '@/lib/ledger/trial-balance';
import { cny, type Money } from '@/lib/money/money';

const COLUMNS = ['opening', 'debit', 'credit', 'debitBalance', 'creditBalance'] as const;

/** The chart of accounts with what each subject did that day and where it stands. */
export function TrialBalanceTable({
  balance: { day, rows, debitTotal, creditTotal },
  chart,
}: {
  balance: TrialBalance;
  chart: typeof CHART;
}) {
  const t = useTranslations('office');
  const english = useLocale() === 'en';
  const sum = (column: 'debit' | 'credit'): Money =>
    cny(rows.reduce((total, row) => total + row[column].amountMinor, 0n));
  return (
    <Table
      label={t('ledger.caption', { day })}
      head={
        <>
          <ColumnHead>{t('ledger.subject')}</ColumnHead>
          {COLUMNS.map((column) => (
            <ColumnHead key={column} figures>
              {t(`ledger.${column}`)}
            </ColumnHead>
          ))}
        </>
      }
      foot={
        <tr className="font-semibold">
          <RowHead className="font-semibold">{t('ledger.total')}</RowHead>
          <Cell />
          {[sum('debit'), sum('credit'), debitTotal, creditTotal].map((total, place) => (
            <Cell key={COLUMNS[place + 1]} figures>
              <Figure amount={total} />
            </Cell>
          ))}
        </tr>
      }
    >
      {rows.map((row) => {
        const { zh, en, kind, side } = chart[row.subject];
        return (
          <tr key={row.subject} className="hover:bg-ground">
            <RowHead className="min-w-52 font-normal">
              <TextLink href={`/office/ledger/accounts?subject=${row.subject}`}>
                {english ? en : zh}
              </TextLink>
              <span className="block text-xs text-faint">
                {t(`kind.${kind}`)} · {t(`side.${side}`)} ·{' '}
                <code className="font-mono">{row.subject}</code>
              </span>
            </RowHead>
            {COLUMNS.map((column) => (
              <Cell key={column} figures>
                <Figure amount={row[column]} />
              </Cell>
            ))}
          </tr>
        );
      })}
    </Table>
  );
}
