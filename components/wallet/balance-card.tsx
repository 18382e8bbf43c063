import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { formatAmount, formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** What there is, and what of it can be used; the largest thing in the wallet. */
export function BalanceCard({
  balance,
  held,
  available,
  state,
}: {
  balance: Money;
  held: Money;
  available: Money;
  state: 'active' | 'frozen' | 'closed';
}) {
  const t = useTranslations('wallet.balance');
  return (
    <section
      aria-label={t('title')}
      className="grid gap-1 rounded-card bg-tint px-5 py-6 sm:px-6 sm:py-7"
    >
      <div className="flex items-center gap-2 text-sm text-soft">
        <h2>{t('title')}</h2>
        {state === 'active' ? null : <Badge tone="warn">{t(state)}</Badge>}
      </div>
      <p className="text-amount font-bold tracking-tight whitespace-nowrap tabular-nums">
        <span className="me-1 text-2xl font-semibold">¥</span>
        {formatAmount(balance)}
      </p>
      {held.amountMinor > 0n ? (
        <p className="flex flex-wrap gap-x-4 text-sm text-soft tabular-nums">
          <span>{t('available', { amount: formatMoney(available) })}</span>
          <span>{t('held', { amount: formatMoney(held) })}</span>
        </p>
      ) : null}
    </section>
  );
}
