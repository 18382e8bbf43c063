import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHART } from '@/lib/ledger/chart';
import { type AccountingEvent, linesOf, sentenceOf } from '@/lib/ledger/events';
import { cny } from '@/lib/money/money';

const base = { entryKey: 'k', businessRef: 'ord_1', amount: cny(1230n) };
const EVENTS: AccountingEvent[] = [
  { ...base, event: 'top_up', customerId: 'cus_1' },
  { ...base, event: 'balance_payment', customerId: 'cus_1', merchantId: 'mer_1' },
  { ...base, event: 'channel_payment', channel: 'unionpay', merchantId: 'mer_1' },
  { ...base, event: 'late_payment_received', channel: 'unionpay', merchantId: 'mer_1' },
  { ...base, event: 'late_payment_accepted', merchantId: 'mer_1' },
  { ...base, event: 'late_payment_returned', merchantId: 'mer_1', channel: 'unionpay' },
  { ...base, event: 'late_refund_settled', channel: 'unionpay' },
  { ...base, event: 'late_refund_failed', merchantId: 'mer_1', channel: 'unionpay' },
];

describe.each(EVENTS)('$event', (event) => {
  test('debits equal credits for every amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (amountMinor) => {
        const lines = linesOf({ ...event, amount: cny(amountMinor) });
        const sum = (side: string) =>
          lines.filter((l) => l.side === side).reduce((total, l) => total + l.amountMinor, 0n);
        return sum('debit') === amountMinor && sum('credit') === amountMinor;
      }),
    );
  });

  test('reads as a sentence in both languages', () => {
    expect(sentenceOf(event, 'zh-CN')).toMatch(
      /^\p{Script=Han}.* ¥12\.30：\p{Script=Han}.* → \p{Script=Han}/u,
    );
    expect(sentenceOf(event, 'en')).toMatch(
      /^[A-Z][^\p{Script=Han}]* ¥12\.30: [^\p{Script=Han}]* → /u,
    );
  });
});

test('a balance payment says whose money went where', () => {
  expect(sentenceOf(EVENTS[1] as AccountingEvent, 'zh-CN')).toBe(
    '余额支付 ¥12.30：用户余额 → 待结算商户款',
  );
});

test('only accounts that are users’ own have a floor', () => {
  const external = Object.entries(CHART).filter(([, subject]) => subject.kind === 'external');
  expect(external.map(([code]) => code)).toEqual(['customer_balance']);
});
