import { describe, expect, test } from 'vitest';
import { holdCodesOf, refusalMeaningOf } from '@/lib/refunds/not-curable';
import { originalFacts } from '@/lib/refunds/original-rules';
import { decideRefusal } from '@/lib/refunds/route-rules';

test('the codes that may mean "already refunded" are held, and are none that lead to a payout', () => {
  expect(holdCodesOf('unionpay').sort()).toEqual(['35', '36', '45', '62']);
  expect(holdCodesOf('netsunion').sort()).toEqual(['PB511016', 'PB511017']);
});

test.each([
  ['unionpay', '61', 'card_invalid'],
  ['unionpay', '63', 'account_closed'],
  ['unionpay', '45', 'hold'],
  ['unionpay', '01', undefined],
  ['unionpay', 'constructor', undefined],
  ['unionpay', undefined, undefined],
  ['netsunion', 'PB511018', 'window_over'],
  // A frozen card can be unfrozen.
  ['netsunion', 'PB511009', undefined],
  ['carrier', 'CARRIER_BILLING_REFUND.REFUND_DENIED', 'channel_gone'],
  ['carrier', 'CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS', 'hold'],
  // A code of one channel says nothing at another one.
  ['carrier', '63', undefined],
  ['balance', '63', undefined],
] as const)('%s %s means %s', (channel, code, meaning) => {
  expect(refusalMeaningOf(channel, code)).toBe(meaning);
});

describe('what follows a refusal', () => {
  test.each([
    ['refund', '63', 'account_closed', 'account_closed'],
    ['refund', '45', 'hold', 'hold'],
    ['refund', '01', undefined, 'fail'],
    // Of an undo a refund is tried first, unless it may have gone back already.
    ['undo', '63', 'account_closed', 'fail'],
    ['undo', '35', 'hold', 'fail'],
    ['undo', '36', 'hold', 'hold'],
    ['undo', '45', 'hold', 'hold'],
    ['undo', '62', 'hold', 'hold'],
  ] as const)('of %s with %s (%s): %s', (route, code, meaning, decision) => {
    expect(decideRefusal({ route, code, meaning })).toBe(decision);
  });
});

test('beside a held refund stands what the channel says of the payment and what others have given back', () => {
  const amount = (amountMinor: bigint) => ({ amountMinor, currency: 'CNY' as const });
  const refunds = [
    { id: 'held', amount: amount(100n), state: 'unknown' as const },
    { id: 'a', amount: amount(20n), state: 'succeeded' as const },
    { id: 'b', amount: amount(30n), state: 'failed' as const },
    { id: 'c', amount: amount(40n), state: 'waiting' as const },
  ];
  expect(
    originalFacts({
      refund: { id: 'held' },
      word: { kind: 'succeeded', channelRef: 'q', amount: amount(900n), evidence: {} },
      refunds,
    }),
  ).toEqual({ original: 'succeeded', originalFen: '900', refundedFen: '20', undecidedFen: '40' });
});
