import { useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/money/format-money';
import type { CashierView } from '@/lib/payments/cashier-view';

/** The part of the order that waits on the shopper's balance, and what becomes of it. */
export function BalanceHeld({ live }: { live: NonNullable<CashierView['live']> }) {
  const t = useTranslations('cashier.combine');
  return live.balance ? (
    <p className="text-sm text-soft tabular-nums">
      {t('held', { balance: formatMoney(live.balance) })}
    </p>
  ) : null;
}
