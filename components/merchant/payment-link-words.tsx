import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import { formatMoney } from '@/lib/money/format-money';
import { sameMoney } from '@/lib/money/money';
import type { PaymentLink, Uses } from '@/lib/payment-links/payment-link';

/** The fixed amount, or what the shopper's lies between. */
export function LinkAmount({
  link: { least, most },
}: {
  link: Pick<PaymentLink, 'least' | 'most'>;
}) {
  const t = useTranslations('paymentLinks');
  if (sameMoney(least, most)) return formatMoney(least);
  return t('between', { least: formatMoney(least), most: formatMoney(most) });
}

/** How many have paid, of how many that may; and who is about to. */
export function LinkUses({
  link: { uses, mostUses },
}: {
  link: Pick<PaymentLink, 'mostUses'> & { uses: Uses };
}) {
  const t = useTranslations('paymentLinks');
  const paid =
    mostUses === null ? t('paid', { ...uses }) : t('paidOf', { ...uses, most: mostUses });
  return (
    <>
      {paid}
      {uses.open > 0 ? (
        <span className="block text-xs text-faint">{t('openNow', { ...uses })}</span>
      ) : null}
    </>
  );
}

export function LinkEnd({ link: { expiresAt } }: { link: Pick<PaymentLink, 'expiresAt'> }) {
  const t = useTranslations('paymentLinks');
  return expiresAt ? <Moment at={expiresAt} /> : t('endless');
}

export function LinkStateBadge({ link: { state } }: { link: Pick<PaymentLink, 'state'> }) {
  const t = useTranslations('paymentLinks');
  return <Badge tone={state === 'active' ? 'ok' : 'neutral'}>{t(`states.${state}`)}</Badge>;
}
