import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHART, type ExternalRef } from '@/lib/ledger/chart';
import { type AccountingEvent, linesOf } from '@/lib/ledger/events';
import { sentenceOfEntry } from '@/lib/ledger/sentence';
import { cny } from '@/lib/money/money';

const base = { entryKey: 'k', businessRef: 'ord_1', amount: cny(1230n) };
const account: ExternalRef = { subject: 'merchant_balance', owner: 'mer_1' };
const EVENTS: AccountingEvent[] = [
  { ...base, event: 'top_up', customerId: 'cus_1' },
  { ...base, event: 'balance_payment', customerId: 'cus_1', merchantId: 'mer_1' },
  { ...base, event: 'channel_payment', channel: 'unionpay', merchantId: 'mer_1' },
  { ...base, event: 'late_payment_received', channel: 'unionpay', merchantId: 'mer_1' },
  { ...base, event: 'late_payment_accepted', merchantId: 'mer_1' },
  { ...base, event: 'late_payment_returned', merchantId: 'mer_1', channel: 'unionpay' },
  { ...base, event: 'late_refund_settled', channel: 'unionpay' },
  { ...base, event: 'late_refund_failed', merchantId: 'mer_1', channel: 'unionpay' },
  { ...base, event: 'card_top_up', customerId: 'cus_1', channel: 'unionpay' },
  { ...base, event: 'transfer_in', account },
  { ...base, event: 'suspense_received' },
  { ...base, event: 'suspense_assigned', account },
  { ...base, event: 'transfer', from: account, to: { ...account, owner: 'mer_2' } },
  { ...base, event: 'settlement', merchantId: 'mer_1', fee: cny(1n) },
  { ...base, event: 'carrier_reduction', merchantId: 'mer_1' },
  { ...base, event: 'carrier_bad_debt', merchantId: 'mer_1' },
  { ...base, event: 'carrier_complaint_refund', merchantId: 'mer_1' },
  { ...base, event: 'carrier_share', merchantId: 'mer_1' },
  { ...base, event: 'carrier_share_returned', merchantId: 'mer_1' },
  { ...base, event: 'carrier_settlement', merchantId: 'mer_1', fee: cny(1n) },
  { ...base, event: 'carrier_remittance' },
  { ...base, event: 'payout_sent', channel: 'bank' },
  { ...base, event: 'payout_paid', channel: 'bank', account },
  { ...base, event: 'payout_refused', channel: 'bank' },
  { ...base, event: 'payout_returned', channel: 'bank', account },
  { ...base, event: 'refund_reserved', merchantId: 'mer_1', channel: 'unionpay' },
  { ...base, event: 'refund_settled', channel: 'unionpay' },
  { ...base, event: 'refund_failed', merchantId: 'mer_1', channel: 'unionpay' },
  { ...base, event: 'balance_refund', merchantId: 'mer_1', customerId: 'cus_1' },
];
const told = (event: AccountingEvent, locale: 'zh-CN' | 'en') =>
  sentenceOfEntry({ event: event.event, lines: linesOf(event) }, locale);

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
    expect(told(event, 'zh-CN')).toMatch(
      /^\p{Script=Han}.* ¥12\.30：\p{Script=Han}.* → \p{Script=Han}/u,
    );
    expect(told(event, 'en')).toMatch(/^[A-Z][^\p{Script=Han}]* ¥12\.30: [^\p{Script=Han}]* → /u);
  });
});

test('a balance payment says whose money went where', () => {
  expect(told(EVENTS[1] as AccountingEvent, 'zh-CN')).toBe(
    '余额支付 ¥12.30：用户余额 → 待结算商户款',
  );
});

test('a settlement says how the money was shared out, and a reversal what it takes back', () => {
  const event: AccountingEvent = { ...base, event: 'settlement', merchantId: 'm', fee: cny(8n) };
  expect(told(event, 'zh-CN')).toBe(
    '商户结算 ¥12.30：待结算商户款 → 商户结算账户 ¥12.22、手续费收入 ¥0.08',
  );
  const reversal = { event: 'reversal:settlement', lines: linesOf(event) };
  expect(sentenceOfEntry(reversal, 'en')).toMatch(/^Reversal: Merchant settlement ¥12\.30: /);
});

test('what would be nothing has no line: no fee, or all of it fee', () => {
  const lines = (fee: bigint) =>
    linesOf({ ...base, event: 'settlement', merchantId: 'm', fee: cny(fee) }).map(
      ({ subject, amountMinor }) => [subject, amountMinor],
    );
  expect(lines(0n)).toEqual([
    ['merchant_pending', 1230n],
    ['merchant_balance', 1230n],
  ]);
  expect(lines(1230n)).toEqual([
    ['merchant_pending', 1230n],
    ['fee_income', 1230n],
  ]);
});

test('a fee in another currency than the payment is refused by name', () => {
  // The type knows one currency only: this is what a caller past it would bring.
  const fee = { amountMinor: 1n, currency: 'USD' } as unknown as ReturnType<typeof cny>;
  expect(() => linesOf({ ...base, event: 'settlement', merchantId: 'm', fee })).toThrow(
    expect.objectContaining({ code: 'mixed_currency' }),
  );
});

test('only accounts that are somebody’s own have a floor', () => {
  const external = Object.entries(CHART).filter(([, subject]) => subject.kind === 'external');
  expect(external.map(([code]) => code)).toEqual([
    'customer_balance',
    'merchant_balance',
    'platform_balance',
  ]);
});
