import { useTranslations } from 'next-intl';
import type { CardType } from '@/lib/channels/port';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { Attempt } from '@/lib/payments/attempt';

/**
 * "QuickPass · Debit card": how something was paid, and the kind of card where the channel told it; what
 * a balance paid beside it, with both amounts.
 */
export function PaidWith({
  method,
  cardType,
  amount,
  balance,
}: {
  method: MethodCode;
  cardType: CardType | null;
  amount?: Money;
  balance?: Money;
}) {
  const t = useTranslations('payments');
  const name = t(`method.${method}`);
  const other = cardType ? t('with', { method: name, more: t(`cardType.${cardType}`) }) : name;
  if (!amount || !balance || balance.amountMinor === 0n) return other;
  return t('mixed', { balance: formatMoney(balance), other, rest: formatMoney(amount) });
}

/** Which way of QuickPass carried it; nothing where it was another method. */
export function SurfaceName({ surface }: { surface: Attempt['surface'] }) {
  const t = useTranslations('payments.surface');
  return surface ? t(surface) : null;
}
