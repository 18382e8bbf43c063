import { useLocale, useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { StatementLine } from '@/lib/ledger/statement';
import { cny } from '@/lib/money/money';

const NOTHING = cny(0n);

/** An account's movements, each told in words, with the balance it left behind. */
export function StatementTable({
  lines,
  entriesAt,
}: {
  lines: readonly StatementLine[];
  /** Where each entry has a page of its own, for those who may see it. */
  entriesAt?: string;
}) {
  const t = useTranslations('office.account');
  const english = useLocale() === 'en';
  const sentenceOf = ({ sentence }: StatementLine) => (english ? sentence.en : sentence.zh);
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('when')}</ColumnHead>
          <ColumnHead>{t('what')}</ColumnHead>
          <ColumnHead figures>{t('in')}</ColumnHead>
          <ColumnHead figures>{t('out')}</ColumnHead>
          <ColumnHead figures>{t('after')}</ColumnHead>
        </>
      }
    >
      {lines.map((line) => (
        <tr key={line.id} className="hover:bg-ground">
          <RowHead className="font-normal text-soft">
            <Moment at={line.postedAt} />
          </RowHead>
          <Cell className="min-w-52">
            {entriesAt ? (
              <TextLink href={`${entriesAt}/${line.entryId}`}>{sentenceOf(line)}</TextLink>
            ) : (
              sentenceOf(line)
            )}
            <code className="block font-mono text-xs text-faint">{line.businessRef}</code>
          </Cell>
          <Cell figures>
            <Figure amount={line.direction === 'in' ? line.amount : NOTHING} />
          </Cell>
          <Cell figures>
            <Figure amount={line.direction === 'out' ? line.amount : NOTHING} />
          </Cell>
          <Cell figures className="font-medium">
            <Figure amount={line.balanceAfter} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
