import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import en from '@/app/_messages/en/cashier-carrier.json';
import zh from '@/app/_messages/zh-CN/cashier-carrier.json';
import { PHONE_TERMS_VERSION } from '@/app/(cashier)/pay/[token]/phone/terms-version';
import { PHONE_TERMS_SECTIONS } from '@/components/cashier/phone-terms';
import type { ChargeObstacle } from '@/lib/carriers/line';
import type { CarrierCode, CarrierMode } from '@/lib/channels/port';
import type { SubscriptionPeriod } from '@/lib/orders/order';

// Records, so that the compiler demands a line here for every code there is.
const OBSTACLES: Record<ChargeObstacle['reason'], true> = {
  number_unknown: true,
  carrier_not_open: true,
  province_not_open: true,
  above_most: true,
  no_fee_point: true,
  user_day_used: true,
  user_month_used: true,
  province_day_used: true,
  province_month_used: true,
  closed_now: true,
  no_mode: true,
  stopped: true,
  channel_unavailable: true,
};
const CARRIERS: Record<CarrierCode, true> = { cmcc: true, cucc: true, ctcc: true, cbn: true };
const MODES: Record<CarrierMode, true> = { sms: true, wap: true, direct: true };
const PERIODS: Record<SubscriptionPeriod, true> = {
  natural_month: true,
  rolling_30: true,
  rolling_31: true,
};

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)(
  '%s has words for everything that a phone’s bill can be, be charged by or be kept from',
  (_locale, words) => {
    const expectWords = (area: object, codes: object) =>
      expect(Object.keys(area)).toEqual(expect.arrayContaining(Object.keys(codes)));
    expectWords(words.obstacle, OBSTACLES);
    expectWords(words.short, CARRIERS);
    expectWords(words.charge.how, MODES);
    expectWords(words.submit, MODES);
    expectWords(words.subscription, PERIODS);
  },
);

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('%s shows every section of the terms of phone bills', (_locale, { terms }) => {
  const sections = Object.entries(terms).filter(([, text]) => typeof text === 'object');
  expect(sections.map(([name]) => name)).toEqual([...PHONE_TERMS_SECTIONS]);
});

test('other words in the terms of phone bills are another version', () => {
  const words = JSON.stringify([zh.terms, en.terms]);
  const digest = createHash('sha256').update(words).digest('hex').slice(0, 16);
  expect(`${PHONE_TERMS_VERSION} ${digest}`).toBe('2026-11-26 534904744ecd1b1c');
});
