import { expect, test } from 'vitest';
import en from '@/app/_messages/en/cashier.json';
import zh from '@/app/_messages/zh-CN/cashier.json';
import type { CardType } from '@/lib/channels/port';
import type { QuickPassSurface } from '@/lib/methods/quickpass-surface';
import type { MethodCode, OfferReason } from '@/lib/methods/rank-methods';
import type { HostReport } from '@/lib/payments/report-host-result';

// Records, so that the compiler demands a line here for every code there is.
const REASONS: Record<OfferReason, true> = {
  balance_not_opened: true,
  balance_insufficient: true,
  account_frozen: true,
  day_limit_exceeded: true,
  class_limit_exceeded: true,
  payment_password_unset: true,
  payment_password_locked: true,
  channel_unavailable: true,
  quickpass_blocked_here: true,
  quickpass_not_contracted: true,
  card_sign_in: true,
  amount_out_of_range: true,
  maintenance: true,
  carrier_android_only: true,
  carrier_amount: true,
};
const CARDS: Record<CardType, true> = {
  debit: true,
  credit: true,
  semi_credit: true,
  debit_credit: true,
  prepaid: true,
  unknown: true,
};
const METHODS: Record<MethodCode, true> = {
  balance: true,
  quickpass: true,
  card: true,
  carrier: true,
};
const SURFACES: Record<Exclude<QuickPassSurface['kind'], 'unavailable'>, true> = {
  control: true,
  cashier: true,
  wap: true,
  qr: true,
};
const HOST_RESULTS: Record<Exclude<HostReport['result'], 'unknown'> | 'silent', true> = {
  success: true,
  fail: true,
  cancel: true,
  'not-installed': true,
  silent: true,
};

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)(
  '%s has words for every reason, card, method, way of QuickPass and word of a host',
  (_locale, words) => {
    expect(Object.keys(words.reason)).toEqual(expect.arrayContaining(Object.keys(REASONS)));
    expect(Object.keys(words.cardType)).toEqual(expect.arrayContaining(Object.keys(CARDS)));
    expect(Object.keys(words.method.quickpass)).toEqual(
      expect.arrayContaining(Object.keys(SURFACES)),
    );
    expect(Object.keys(words.waiting.host)).toEqual(
      expect.arrayContaining(Object.keys(HOST_RESULTS)),
    );
    for (const area of [words.method, words.pay, words.leftBehind]) {
      expect(Object.keys(area)).toEqual(expect.arrayContaining(Object.keys(METHODS)));
    }
  },
);
