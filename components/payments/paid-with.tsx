import { useTranslations } from 'next-intl';
import type { CardType } from '@/lib/channels/port';
import type { MethodCode } from '@/lib/methods/rank-methods';
import type { Attempt } from '@/lib/payments/attempt';

/** "QuickPass · Debit card": how something was paid, and the kind of card where the channel told it. */
export function PaidWith({ method, cardType }: { method: MethodCode; cardType: CardType | null }) {
  const t = useTranslations('payments');
  const name = t(`method.${method}`);
  return cardType ? t('with', { method: name, more: t(`cardType.${cardType}`) }) : name;
}

/** Which way of QuickPass carried it; nothing where it was another method. */
export function SurfaceName({ surface }: { surface: Attempt['surface'] }) {
  const t = useTranslations('payments.surface');
  return surface ? t(surface) : null;
}
