import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { ChannelHealth } from '@/lib/channel-health/health';

const TONE: Record<ChannelHealth['state'], Tone> = { closed: 'ok', open: 'bad', half_open: 'warn' };

/** One row for each operation of each channel that was called lately, or whose breaker is not closed. */
export function ChannelHealthTable({ health }: { health: readonly ChannelHealth[] }) {
  const t = useTranslations('office');
  const carriers = useTranslations('carriers');
  const format = useFormatter();
  const rate = (part: number | null) =>
    part === null
      ? t('channels.noCallsShort')
      : format.number(part, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Table
      label={t('channels.health')}
      head={
        <>
          <ColumnHead>{t('channels.channel')}</ColumnHead>
          <ColumnHead>{t('channels.operation')}</ColumnHead>
          <ColumnHead>{t('channels.state')}</ColumnHead>
          <ColumnHead figures>{t('channels.calls')}</ColumnHead>
          <ColumnHead figures>{t('channels.successRate')}</ColumnHead>
        </>
      }
    >
      {health.map(
        ({ channel, operation, carrier, state, probeDue, calls, successRate, forced }) => (
          <tr key={`${channel} ${operation} ${carrier ?? ''}`}>
            <RowHead>{carrier ? carriers(`carrier.${carrier}`) : t(`channel.${channel}`)}</RowHead>
            <Cell>{t(`channels.operations.${operation}`)}</Cell>
            <Cell>
              <Badge tone={TONE[state]}>{t(`channels.breaker.${state}`)}</Badge>
              {forced ? (
                <span className="block text-soft">{t('channels.forcedByHand')}</span>
              ) : null}
              {probeDue ? <span className="block text-soft">{t('channels.probeDue')}</span> : null}
            </Cell>
            <Cell figures>{format.number(calls)}</Cell>
            <Cell figures>{rate(successRate)}</Cell>
          </tr>
        ),
      )}
    </Table>
  );
}
