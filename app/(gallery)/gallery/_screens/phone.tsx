import type { ComponentProps } from 'react';
import { PhoneScreen } from '@/app/(cashier)/pay/[token]/phone/phone-screen';
import { PhoneTermsScreen } from '@/app/(cashier)/pay/[token]/phone/terms/phone-terms-screen';
import { cny } from '@/lib/money/money';
import type { PhoneCharge } from '@/lib/payments/phone-charge';
import { SUBSCRIPTION, TOKEN, view } from '../_fixtures/base';
import { carrier, first, quickpass } from '../_fixtures/offers';
import { chargeable, HINDERED } from '../_fixtures/phones';
import type { Pictures } from './pictures';

const VIEW = view({ order: { amount: cny(3000n) }, offers: [carrier(first), quickpass()] });
const PERIODIC = view({
  order: { amount: cny(3000n), subscription: SUBSCRIPTION },
  offers: [carrier(first)],
});

const asking = (page: Partial<ComponentProps<typeof PhoneScreen>> = {}) => (
  <PhoneScreen
    view={VIEW}
    token={TOKEN}
    checked={undefined}
    remembered={null}
    isRemembered={false}
    told={{}}
    {...page}
  />
);

const checked = (found: PhoneCharge, page: Partial<ComponentProps<typeof PhoneScreen>> = {}) =>
  asking({ checked: { id: 'gallery', found }, ...page });

export const PHONE: Pictures = {
  number: () => asking(),
  remembered: () => asking({ remembered: '138****8000' }),
  forgotten: () => asking({ told: { done: 'forgotten' } }),
  again: () => asking({ told: { again: '1' } }),
  'by-code': () => checked(chargeable()),
  'by-page': () => checked(chargeable({ mode: 'wap' })),
  'at-once': () => checked(chargeable({ mode: 'direct', leftToday: null, leftThisMonth: null })),
  ported: () => checked(chargeable({}, { ported: true, carrier: 'ctcc' })),
  'remembered-number': () =>
    checked(chargeable(), { remembered: '138****8000', isRemembered: true }),
  'number-replaced': () => checked(chargeable(), { told: { again: '1' } }),
  subscription: () => checked(chargeable(), { view: PERIODIC }),
  terms: () => <PhoneTermsScreen view={VIEW} token={TOKEN} />,
};

/** A phone that cannot be charged, for each reason. */
export const PHONE_HINDERED: Pictures = Object.fromEntries(
  HINDERED.map(({ reason, found }) => [
    reason.replaceAll('_', '-'),
    () => checked(found, { remembered: '139****0001' }),
  ]),
);
