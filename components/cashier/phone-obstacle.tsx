import { useFormatter, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import type { ChargeObstacle } from '@/lib/carriers/line';
import type { Offer } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { PhoneCharge } from '@/lib/payments/phone-charge';
import { formatHours, formatLimit } from './card-words';
import { FocusedNotice } from './focused-notice';
import { usePhoneWords } from './use-phone-words';

/** Why this phone cannot be charged, said before anything is sent to it, and the next best way. */
export function PhoneObstacle({
  found,
  obstacle,
  amount,
  instead,
  token,
}: {
  found: PhoneCharge;
  obstacle: ChargeObstacle;
  amount: Money;
  /** The best of the other ways to pay. */
  instead: Offer | undefined;
  token: string;
}) {
  const t = useTranslations('cashierCarrier.obstacle');
  const method = useTranslations('cashier.method');
  const said = useObstacleWords(obstacle, found);
  const title =
    obstacle.reason === 'number_unknown'
      ? t('titleUnknown')
      : t('title', { phone: found.phoneMasked, amount: formatMoney(amount) });
  return (
    <>
      <FocusedNotice tone="warn" title={title}>
        <p>{said}</p>
        <p className="text-soft">{t('nothing')}</p>
      </FocusedNotice>
      <LinkButton href={`/pay/${token}`} variant="secondary" block>
        {instead ? t('instead', { method: method(`${instead.method}.name`) }) : t('otherWay')}
      </LinkButton>
    </>
  );
}

const OR = { type: 'disjunction' } as const;

function useObstacleWords(obstacle: ChargeObstacle, { carrier, province }: PhoneCharge): string {
  const t = useTranslations('cashierCarrier.obstacle');
  const format = useFormatter();
  const { carrierName, provinceName, shortName } = usePhoneWords();
  const provinces = province === null ? '' : provinceName(province);
  switch (obstacle.reason) {
    case 'carrier_not_open':
      return t('carrier_not_open', { carrier: carrierName(obstacle.carrier) });
    case 'province_not_open': {
      const name = obstacle.province === null ? '' : provinceName(obstacle.province);
      return name
        ? t('province_not_open', { province: name, short: shortName(obstacle.carrier) })
        : t('carrier_not_open', { carrier: carrierName(obstacle.carrier) });
    }
    case 'above_most':
      return t('above_most', { most: formatMoney(obstacle.most) });
    case 'no_fee_point':
      return t('no_fee_point', { prices: format.list(obstacle.prices.map(formatLimit), OR) });
    case 'user_day_used':
    case 'user_month_used':
      return t(obstacle.reason, { left: formatMoney(obstacle.left) });
    case 'province_day_used':
    case 'province_month_used':
      return t(obstacle.reason, { province: provinces });
    case 'closed_now':
      return t('closed_now', { hours: formatHours([obstacle.hours]) });
    case 'stopped':
      return t('stopped', { carrier: carrier ? carrierName(carrier) : '' });
    default:
      return t(obstacle.reason);
  }
}
