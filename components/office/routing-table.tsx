import { useFormatter, useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { cny } from '@/lib/money/money';
import type { RankedChannel } from '@/lib/routing/route';

/** Each channel with what spoke for or against it. */
export function RoutingTable({ ranking }: { ranking: readonly RankedChannel[] }) {
  const t = useTranslations('office.attempt');
  const channelName = useTranslations('payments.channel');
  const format = useFormatter();
  return (
    <Table
      label={t('candidates')}
      head={
        <>
          <ColumnHead>{t('channel')}</ColumnHead>
          <ColumnHead>{t('reasonHead')}</ColumnHead>
          <ColumnHead figures>{t('cost')}</ColumnHead>
          <ColumnHead figures>{t('successRate')}</ColumnHead>
          <ColumnHead>{t('signed')}</ColumnHead>
        </>
      }
    >
      {ranking.map(({ channel, reason, costFen, successRate, agreement }) => (
        <tr key={channel}>
          <RowHead className="font-normal whitespace-nowrap">{channelName(channel)}</RowHead>
          <Cell className="min-w-40">{t(`reason.${reason}`)}</Cell>
          <Cell figures>{costFen === null ? null : <Figure amount={cny(BigInt(costFen))} />}</Cell>
          <Cell figures>
            {successRate === null ? t('noCalls') : format.number(successRate, { style: 'percent' })}
          </Cell>
          <Cell className="whitespace-nowrap">
            {agreement === 'active' ? t('signedYes') : t('signedNo')}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
