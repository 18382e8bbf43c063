import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { CHART, type Subject } from './chart';

/** What happened, in the words of the business. Nobody outside thinks in debits and credits. */
export type AccountingEvent = {
  /** The same key with the same content is the same entry; with other content a conflict. */
  entryKey: string;
  /** The order (or top-up) that it belongs to. */
  businessRef: string;
  amount: Money;
} & (
  | { event: 'top_up'; customerId: string }
  | { event: 'balance_payment'; customerId: string; merchantId: string }
  | { event: 'channel_payment'; channel: string; merchantId: string }
  | { event: 'late_payment_received'; channel: string; merchantId: string }
  | { event: 'late_payment_accepted'; merchantId: string }
  | { event: 'late_payment_returned'; merchantId: string; channel: string }
  | { event: 'late_refund_settled'; channel: string }
  | { event: 'late_refund_failed'; merchantId: string; channel: string }
);

export type EventName = AccountingEvent['event'];

export interface Line {
  subject: Subject;
  owner: string;
  side: 'debit' | 'credit';
  amountMinor: bigint;
}

const PLATFORM = 'platform';

type Leg = readonly [subject: Subject, owner: string];

/** The one table: event → where the value comes from (debit) and where it goes (credit). */
function legs(event: AccountingEvent): { debit: Leg; credit: Leg; zh: string; en: string } {
  switch (event.event) {
    case 'top_up':
      return {
        debit: ['platform_bank', PLATFORM],
        credit: ['customer_balance', event.customerId],
        zh: '充值',
        en: 'Top-up',
      };
    case 'balance_payment':
      return {
        debit: ['customer_balance', event.customerId],
        credit: ['merchant_pending', event.merchantId],
        zh: '余额支付',
        en: 'Balance payment',
      };
    case 'channel_payment':
      return {
        debit: ['channel_clearing', event.channel],
        credit: ['merchant_pending', event.merchantId],
        zh: '渠道支付',
        en: 'Channel payment',
      };
    case 'late_payment_received':
      return {
        debit: ['channel_clearing', event.channel],
        credit: ['late_payments', event.merchantId],
        zh: '迟到款入账',
        en: 'Late payment received',
      };
    case 'late_payment_accepted':
      return {
        debit: ['late_payments', event.merchantId],
        credit: ['merchant_pending', event.merchantId],
        zh: '迟到款计入订单',
        en: 'Late payment accepted for the order',
      };
    case 'late_payment_returned':
      return {
        debit: ['late_payments', event.merchantId],
        credit: ['refunds_payable', event.channel],
        zh: '迟到款转退款',
        en: 'Late payment to be returned',
      };
    case 'late_refund_settled':
      return {
        debit: ['refunds_payable', event.channel],
        credit: ['channel_clearing', event.channel],
        zh: '迟到款已退回',
        en: 'Late payment returned',
      };
    case 'late_refund_failed':
      return {
        debit: ['refunds_payable', event.channel],
        credit: ['late_payments', event.merchantId],
        zh: '迟到款退回失败，转回待处理',
        en: 'Return of the late payment failed; back in suspense',
      };
  }
}

/** The lines of an event; debits equal credits by construction. */
export function linesOf(event: AccountingEvent): Line[] {
  const { debit, credit } = legs(event);
  const amountMinor = event.amount.amountMinor;
  return [
    { subject: debit[0], owner: debit[1], side: 'debit', amountMinor },
    { subject: credit[0], owner: credit[1], side: 'credit', amountMinor },
  ];
}

/** "余额支付 ¥12.30：用户余额 → 待结算商户款": what an entry says when a person reads it. */
export function sentenceOf(event: AccountingEvent, locale: 'zh-CN' | 'en'): string {
  const { debit, credit, zh, en } = legs(event);
  const [from, to] = [CHART[debit[0]], CHART[credit[0]]];
  return locale === 'zh-CN'
    ? `${zh} ${formatMoney(event.amount)}：${from.zh} → ${to.zh}`
    : `${en} ${formatMoney(event.amount)}: ${from.en} → ${to.en}`;
}
