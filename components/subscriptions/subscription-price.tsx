import { useTranslations } from 'next-intl';
import { formatMoney } from '@/lib/money/format-money';
import type { Subscription } from '@/lib/subscriptions/subscription';

/** "¥15.00 / 自然月" */
export function SubscriptionPrice({
  subscription: { amount, period },
}: {
  subscription: Pick<Subscription, 'amount' | 'period'>;
}) {
  const t = useTranslations('subscriptions.price');
  return <span className="tabular-nums">{t(period, { amount: formatMoney(amount) })}</span>;
}
