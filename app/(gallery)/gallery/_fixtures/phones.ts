import type { ChargeObstacle } from '@/lib/carriers/line';
import { cny } from '@/lib/money/money';
import type { PhoneCharge } from '@/lib/payments/phone-charge';

const FOUND: Omit<PhoneCharge, 'charge'> = {
  phoneMasked: '138****8000',
  carrier: 'cmcc',
  province: '33',
  ported: false,
};

const OPEN: Extract<PhoneCharge['charge'], { kind: 'open' }> = {
  kind: 'open',
  mode: 'sms',
  amount: cny(3000n),
  billText: '青禾咖啡会员',
  leftToday: cny(7000n),
  leftThisMonth: cny(27_000n),
};

/** A phone that can be charged. */
export const chargeable = (
  charge: Partial<typeof OPEN> = {},
  found: Partial<typeof FOUND> = {},
): PhoneCharge => ({ ...FOUND, ...found, charge: { ...OPEN, ...charge } });

type Reason = ChargeObstacle['reason'];
const OBSTACLES: { [R in Reason]: Extract<ChargeObstacle, { reason: R }> } = {
  number_unknown: { reason: 'number_unknown' },
  carrier_not_open: { reason: 'carrier_not_open', carrier: 'cbn' },
  province_not_open: { reason: 'province_not_open', carrier: 'cmcc', province: '33' },
  above_most: { reason: 'above_most', most: cny(3000n) },
  no_fee_point: { reason: 'no_fee_point', prices: [cny(1000n), cny(2000n), cny(3000n)] },
  user_day_used: { reason: 'user_day_used', left: cny(500n) },
  user_month_used: { reason: 'user_month_used', left: cny(0n) },
  province_day_used: { reason: 'province_day_used' },
  province_month_used: { reason: 'province_month_used' },
  closed_now: { reason: 'closed_now', hours: '08:00-22:00' },
  no_mode: { reason: 'no_mode' },
  stopped: { reason: 'stopped' },
  channel_unavailable: { reason: 'channel_unavailable' },
};

/** A phone that cannot, for each reason that there is. */
export const HINDERED: readonly { reason: Reason; found: PhoneCharge }[] = Object.values(
  OBSTACLES,
).map((obstacle) => ({
  reason: obstacle.reason,
  found: {
    ...FOUND,
    ...(obstacle.reason === 'number_unknown' ? { carrier: null, province: null } : {}),
    charge: { kind: 'closed', obstacle },
  },
}));
