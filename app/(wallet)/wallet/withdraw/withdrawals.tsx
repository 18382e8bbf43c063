import { getFormatter, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Tone } from '@/components/ui/tone';
import { formatMoney } from '@/lib/money/format-money';
import type { Payout } from '@/lib/payouts/payout';
import type { Wallet } from '@/lib/wallets/wallet';

const TONE: Record<Payout['state'], Tone> = {
  requested: 'accent',
  held: 'accent',
  sent: 'accent',
  accepted: 'accent',
  unknown: 'warn',
  succeeded: 'ok',
  failed: 'bad',
  returned: 'bad',
};
const DAY = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** The last few withdrawals and what became of each. */
export async function Withdrawals({ wallet }: { wallet: Wallet }) {
  const t = await getTranslations('wallet.withdrawal');
  const format = await getFormatter();
  if (wallet.withdrawals.length === 0) return null;
  return (
    <Card className="grid gap-1">
      <h2 className="text-lg font-semibold">{t('history')}</h2>
      <ul className="divide-y divide-line">
        {wallet.withdrawals.map(({ id, amount, state, requestedAt }) => (
          <li key={id}>
            <a
              href={`/wallet/withdraw/${id}`}
              className="flex min-h-14 items-center justify-between gap-3 py-2 tabular-nums"
            >
              <span>
                <span className="block font-semibold">{formatMoney(amount)}</span>
                <span className="block text-sm text-faint">
                  {format.dateTime(requestedAt, { ...DAY, hourCycle: 'h23' })}
                </span>
              </span>
              <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
