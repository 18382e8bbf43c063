import { describe, expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import { asAsked, paidBy, type Sums, splitRefund, totalOf } from '@/lib/refunds/part-rules';
import type { Refund } from '@/lib/refunds/refund';

const sums = (balanceMinor: bigint, channelMinor: bigint): Sums => ({ balanceMinor, channelMinor });

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

describe('splitRefund', () => {
  test('the balance gets its part back first, then the other way gets the rest', () => {
    const paid = sums(40n, 60n);
    expect(splitRefund(30n, paid, sums(0n, 0n))).toEqual(sums(30n, 0n));
    expect(splitRefund(40n, paid, sums(0n, 0n))).toEqual(sums(40n, 0n));
    expect(splitRefund(41n, paid, sums(0n, 0n))).toEqual(sums(40n, 1n));
    expect(splitRefund(30n, paid, sums(30n, 0n))).toEqual(sums(10n, 20n));
    expect(splitRefund(40n, paid, sums(40n, 20n))).toEqual(sums(0n, 40n));
  });

  test('a payment by one hand goes back to that hand', () => {
    expect(splitRefund(70n, sums(100n, 0n), sums(10n, 0n))).toEqual(sums(70n, 0n));
    expect(splitRefund(70n, sums(0n, 100n), sums(0n, 10n))).toEqual(sums(0n, 70n));
  });

  test('whatever the amounts, no hand gets back more than it paid, and all of it goes back in the end', () => {
    for (let balance = 0n; balance <= 12n; balance += 3n) {
      for (let channel = 0n; channel <= 12n; channel += 4n) {
        for (const step of [1n, 5n, 7n, 24n]) {
          const paid = sums(balance, channel);
          let returned = sums(0n, 0n);
          while (totalOf(returned) < totalOf(paid)) {
            const asked = least(step, totalOf(paid) - totalOf(returned));
            const part = splitRefund(asked, paid, returned);
            expect(totalOf(part)).toBe(asked);
            // Nothing by the other way while the balance still has something to get.
            expect(part.channelMinor === 0n || returned.balanceMinor + part.balanceMinor).toBe(
              part.channelMinor === 0n || balance,
            );
            returned = sums(
              returned.balanceMinor + part.balanceMinor,
              returned.channelMinor + part.channelMinor,
            );
          }
          expect(returned).toEqual(paid);
        }
      }
    }
  });

  test('who paid what is read from the attempt', () => {
    const amount = cny(60n);
    expect(paidBy({ channel: 'unionpay', amount, balance: cny(40n) })).toEqual(sums(40n, 60n));
    expect(paidBy({ channel: 'balance', amount, balance: cny(0n) })).toEqual(sums(60n, 0n));
  });
});

describe('asAsked', () => {
  const row = (given: Partial<Refund>): Refund => ({
    id: 'ref_1',
    merchantId: 'mer_1',
    orderId: 'ord_1',
    attemptId: 'att_1',
    cause: 'requested',
    channel: 'unionpay',
    route: 'refund',
    merchantRefundNo: 'R1',
    reason: null,
    requestedBy: 'merchant',
    replacesId: null,
    partOfId: null,
    channelOrderNo: '1',
    channelRef: null,
    amount: cny(60n),
    state: 'succeeded',
    requestedAt: new Date(0),
    failureReason: null,
    asks: 0,
    askedBy: 'merchant',
    available: cny(0n),
    takenAt: new Date(0),
    sentAt: new Date(0),
    channelCode: null,
    divertCause: null,
    returnedAt: null,
    declineReason: null,
    ...given,
  });
  const balance = row({ route: 'balance', channel: 'balance', amount: cny(40n) });
  const by = (state: Refund['state'], failureReason: string | null = null) =>
    asAsked(balance, [balance, row({ id: 'ref_2', partOfId: 'ref_1', state, failureReason })]);

  test('two parts are one refund: as far as the slower one, and their sum', () => {
    expect(by('waiting')).toMatchObject({ id: 'ref_1', state: 'waiting', amount: cny(100n) });
    expect(by('unknown')).toMatchObject({ state: 'unknown', returned: cny(40n) });
    expect(by('succeeded')).toMatchObject({ state: 'succeeded', returned: cny(100n) });
  });

  test('when the other way definitely failed, so did the refund, and it says what reached the shopper', () => {
    expect(by('failed', 'risk_refused')).toMatchObject({
      state: 'failed',
      failureReason: 'risk_refused',
      amount: cny(100n),
      returned: cny(40n),
      parts: [
        { route: 'balance', amount: cny(40n), state: 'succeeded' },
        { route: 'refund', amount: cny(60n), state: 'failed' },
      ],
    });
  });
});
