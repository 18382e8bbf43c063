import { useTranslations } from 'next-intl';
import { FailureWords } from '@/components/payments/failure-words';
import { Badge } from '@/components/ui/badge';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import type { MerchantWithdrawal } from '@/lib/settlement/withdrawal';

type Standing = 'underWay' | 'succeeded' | 'failed' | 'returned';

const TONE: Record<Standing, Tone> = {
  underWay: 'neutral',
  succeeded: 'ok',
  failed: 'bad',
  returned: 'bad',
};

/** What matters to who waits for the money: it is on its way, it has come, or it has not. */
const standingOf = ({ state }: MerchantWithdrawal): Standing =>
  state === 'succeeded' || state === 'failed' || state === 'returned' ? state : 'underWay';

/** A merchant's withdrawals: when, how much, where to, how far, and by whom. */
export function WithdrawalsTable({
  withdrawals,
}: {
  withdrawals: readonly (MerchantWithdrawal & { by: string })[];
}) {
  const t = useTranslations('merchantFigures.withdrawals');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('when')}</ColumnHead>
          <ColumnHead figures>{t('sum')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('where')}</ColumnHead>
          <ColumnHead>{t('by')}</ColumnHead>
        </>
      }
    >
      {withdrawals.map((one) => {
        const standing = standingOf(one);
        return (
          <tr key={one.id}>
            <RowHead className="font-normal text-soft">
              <Moment at={one.requestedAt} />
            </RowHead>
            <Cell figures>
              <Figure amount={one.amount} />
            </Cell>
            <Cell className="min-w-28">
              <Badge tone={TONE[standing]}>{t(`standing.${standing}`)}</Badge>
              {one.failureReason ? (
                <span className="block text-xs text-faint">
                  <FailureWords reason={one.failureReason} />
                </span>
              ) : null}
            </Cell>
            <Cell className="min-w-32">
              {one.bankName} <span className="whitespace-nowrap">{one.cardMasked}</span>
            </Cell>
            <Cell>{one.by}</Cell>
          </tr>
        );
      })}
    </Table>
  );
}
