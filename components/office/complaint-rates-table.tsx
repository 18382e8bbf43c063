import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { langOf } from '@/components/ui/lang-of';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { ComplaintRate } from '@/lib/carrier-statements/statement';

/** How many of a merchant's payments came back by complaint, and whether that stopped it. */
export function ComplaintRatesTable({ rates }: { rates: readonly ComplaintRate[] }) {
  const t = useTranslations('carrierStatements');
  const names = useTranslations('carriers');
  const format = useFormatter();
  const english = useLocale() === 'en';
  const percent = { style: 'percent', maximumFractionDigits: 2 } as const;
  return (
    <Table
      label={t('complaints.title')}
      head={
        <>
          <ColumnHead>{t('complaints.merchant')}</ColumnHead>
          <ColumnHead>{t('statements.line')}</ColumnHead>
          <ColumnHead>{t('statements.month')}</ColumnHead>
          <ColumnHead figures>{t('complaints.complaints')}</ColumnHead>
          <ColumnHead figures>{t('complaints.payments')}</ColumnHead>
          <ColumnHead figures>{t('complaints.rate')}</ColumnHead>
        </>
      }
    >
      {rates.map((one) => (
        <tr key={`${one.merchantId} ${one.lineName} ${one.month}`}>
          <RowHead>
            {english ? one.merchantNameEn : one.merchantName}{' '}
            <Badge tone={one.stopped ? 'bad' : 'neutral'}>
              {t(one.stopped ? 'complaints.stopped' : 'complaints.running')}
            </Badge>
          </RowHead>
          <Cell>
            <span lang={langOf(one.lineName)}>{one.lineName}</span>
            <span className="block text-xs text-faint">{names(`carrier.${one.carrier}`)}</span>
          </Cell>
          <Cell className="whitespace-nowrap tabular-nums">{one.month}</Cell>
          <Cell figures>{one.complaints}</Cell>
          <Cell figures>{one.payments}</Cell>
          <Cell figures>
            {one.payments > 0 ? format.number(one.complaints / one.payments, percent) : '–'}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
