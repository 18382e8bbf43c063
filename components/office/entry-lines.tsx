import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { cny, type Money } from '@/lib/money/money';

export interface ShownLine {
  accountId: string;
  /** Subject and owner, in words. */
  subject: string;
  owner: string;
  side: 'debit' | 'credit';
  amount: Money;
}

const NOTHING = cny(0n);

/** An entry's lines in two columns that add up to the same. */
export function EntryLines({ lines }: { lines: readonly ShownLine[] }) {
  const t = useTranslations('office.entry');
  const on = (side: 'debit' | 'credit', line: ShownLine) =>
    line.side === side ? line.amount : NOTHING;
  const sum = (side: 'debit' | 'credit') =>
    cny(lines.reduce((total, line) => total + on(side, line).amountMinor, 0n));
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('account')}</ColumnHead>
          <ColumnHead figures>{t('debit')}</ColumnHead>
          <ColumnHead figures>{t('credit')}</ColumnHead>
        </>
      }
      foot={
        <tr className="font-semibold">
          <RowHead className="font-semibold">{t('total')}</RowHead>
          <Cell figures>
            <Figure amount={sum('debit')} />
          </Cell>
          <Cell figures>
            <Figure amount={sum('credit')} />
          </Cell>
        </tr>
      }
    >
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry never change
        <tr key={place}>
          <RowHead className="min-w-40 font-normal">
            <TextLink href={`/office/ledger/accounts/${encodeURIComponent(line.accountId)}`}>
              {line.subject}
            </TextLink>
            <span className="block text-xs text-faint">{line.owner}</span>
          </RowHead>
          <Cell figures>
            <Figure amount={on('debit', line)} />
          </Cell>
          <Cell figures>
            <Figure amount={on('credit', line)} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
