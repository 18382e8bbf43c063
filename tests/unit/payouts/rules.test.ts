import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExternalRef } from '@/lib/ledger/chart';
import { cny } from '@/lib/money/money';
import { nextAskAt, sameRequest, withdrawableOf } from '@/lib/payouts/rules';
import type { PayoutState } from '@/lib/payouts/states';

const AT = new Date('2026-11-21T04:00:00Z');
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
const DAY = 86_400;
const scheduleSeconds = [2, 5, 60];
const ask = (state: PayoutState, now: Date, finishedAt: Date | null = null) =>
  nextAskAt({ payout: { state, requestedAt: AT, finishedAt }, now, scheduleSeconds });

test('an undecided payout is asked about by the schedule, then every two hours for ever', () => {
  expect(ask('sent', AT)).toEqual(later(2));
  expect(ask('accepted', later(2))).toEqual(later(5));
  expect(ask('unknown', later(59))).toEqual(later(60));
  expect(ask('unknown', later(60))).toEqual(later(60 + 7_200));
  expect(ask('accepted', later(90 * DAY))).toEqual(later(90 * DAY + 7_200));
});

test('one that arrived is asked about daily for a week, one that is over never', () => {
  expect(ask('succeeded', AT, AT)).toEqual(later(DAY));
  expect(ask('succeeded', later(6 * DAY), AT)).toEqual(later(7 * DAY));
  expect(ask('succeeded', later(6 * DAY + 1), AT)).toBeNull();
  expect(ask('failed', AT, AT)).toBeNull();
  expect(ask('returned', AT, AT)).toBeNull();
});

test('what can be withdrawn never includes fresh money and is never below nothing', () => {
  const fen = fc.bigInt({ min: 0n, max: 10n ** 13n });
  fc.assert(
    fc.property(fen, fen, (available, fresh) => {
      const { amountMinor } = withdrawableOf({ available: cny(available), fresh: cny(fresh) });
      expect(amountMinor >= 0n && amountMinor <= available).toBe(true);
      expect(amountMinor === 0n || amountMinor + fresh === available).toBe(true);
    }),
  );
});

test('a request is the same only in every part', () => {
  const account: ExternalRef = { subject: 'customer_balance', owner: 'cus_1' };
  const request = { account, bankCardId: 'crd_1', amount: cny(100n) };
  expect(sameRequest(request, { ...request, account: { ...account } })).toBe(true);
  const others = [
    { ...request, amount: cny(101n) },
    { ...request, bankCardId: 'crd_2' },
    { ...request, account: { ...account, owner: 'cus_2' } },
    { ...request, account: { ...account, subject: 'merchant_balance' as const } },
  ];
  for (const other of others) expect(sameRequest(request, other)).toBe(false);
});
