import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { CHART, type Subject } from './chart';
import type { EventName } from './events';

/** An entry as it is kept: its event's name and its lines. */
export interface ToldEntry {
  event: string;
  lines: readonly { subject: Subject; side: 'debit' | 'credit'; amountMinor: bigint }[];
}

/** What the books call each event; `reversal:` before a name takes that event back. */
const TITLES: Record<EventName, { zh: string; en: string }> = {
  top_up: { zh: '转账充值', en: 'Top-up by transfer' },
  card_top_up: { zh: '银行卡充值', en: 'Top-up by card' },
  transfer_in: { zh: '银行转入', en: 'Bank transfer in' },
  suspense_received: { zh: '来款待查', en: 'Unclaimed money received' },
  suspense_assigned: { zh: '待查款认领', en: 'Unclaimed money assigned' },
  transfer: { zh: '虚拟账户转账', en: 'Transfer between virtual accounts' },
  balance_payment: { zh: '余额支付', en: 'Balance payment' },
  channel_payment: { zh: '渠道支付', en: 'Channel payment' },
  late_payment_received: { zh: '迟到款入账', en: 'Late payment received' },
  late_payment_accepted: { zh: '迟到款计入订单', en: 'Late payment accepted for the order' },
  late_payment_returned: { zh: '迟到款转退款', en: 'Late payment to be returned' },
  late_refund_settled: { zh: '迟到款已退回', en: 'Late payment returned' },
  late_refund_failed: {
    zh: '迟到款退回失败，转回待处理',
    en: 'Return of the late payment failed; back in suspense',
  },
  refund_reserved: { zh: '退款待退', en: 'Refund reserved' },
  refund_settled: { zh: '退款已退回', en: 'Refund paid back' },
  refund_failed: { zh: '退款失败，转回商户款', en: 'Refund failed; back with the merchant' },
  balance_refund: { zh: '退款至余额', en: 'Refund to balance' },
  refund_to_balance: { zh: '非原路退款至余额', en: 'Refund by another way, to balance' },
  refund_unclaimed: { zh: '无人认领的退款转暂收', en: 'Refund that nobody claimed, to suspense' },
  refund_returned_twice: {
    zh: '已代付的退款又被原路退回',
    en: 'Paid out already, and returned by the original route as well',
  },
  refund_fee_returned: { zh: '退还手续费', en: 'Fee given back' },
  settlement: { zh: '商户结算', en: 'Merchant settlement' },
  carrier_reduction: { zh: '运营商核减', en: 'Reduction by the carrier' },
  carrier_bad_debt: { zh: '运营商坏账', en: 'Phone bill not paid' },
  carrier_complaint_refund: { zh: '运营商投诉退款', en: 'Refund by the carrier after a complaint' },
  carrier_share: { zh: '运营商分成', en: 'The carrier’s share' },
  carrier_share_returned: { zh: '运营商退回分成', en: 'Share given back by the carrier' },
  carrier_settlement: { zh: '话费支付结算', en: 'Settlement of payments by phone bill' },
  carrier_remittance: { zh: '运营商回款', en: 'Remittance of a carrier' },
  payout_sent: { zh: '代付已受理', en: 'Payout accepted' },
  payout_paid: { zh: '代付到账', en: 'Payout paid' },
  payout_refused: { zh: '代付失败，款项退回', en: 'Payout refused; money back where it was' },
  payout_returned: { zh: '代付退票', en: 'Payout returned' },
};

export const REVERSAL = 'reversal:';

/**
 * "余额支付 ¥12.30：用户余额 → 待结算商户款": what an entry says when a person reads it, from its
 * lines alone. Where the value is shared out, each place says its part.
 */
export function sentenceOfEntry({ event, lines }: ToldEntry, locale: 'zh-CN' | 'en'): string {
  const side = (which: 'debit' | 'credit') => lines.filter((line) => line.side === which);
  const [debits, credits] = [side('debit'), side('credit')];
  const amount = formatMoney(cny(debits.reduce((sum, line) => sum + line.amountMinor, 0n)));
  const from = placesOf(debits, locale);
  const to = placesOf(credits, locale);
  return locale === 'zh-CN'
    ? `${titleOf(event, locale)} ${amount}：${from} → ${to}`
    : `${titleOf(event, locale)} ${amount}: ${from} → ${to}`;
}

/** "余额支付"; an event of a later version is called by its own name. */
export function titleOf(event: string, locale: 'zh-CN' | 'en'): string {
  if (event.startsWith(REVERSAL)) {
    const undone = titleOf(event.slice(REVERSAL.length), locale);
    return locale === 'zh-CN' ? `冲正：${undone}` : `Reversal: ${undone}`;
  }
  const title = Object.hasOwn(TITLES, event)
    ? TITLES[event as EventName]
    : { zh: event, en: event };
  return locale === 'zh-CN' ? title.zh : title.en;
}

function placesOf(lines: ToldEntry['lines'], locale: 'zh-CN' | 'en'): string {
  const name = ({ subject }: { subject: Subject }) =>
    locale === 'zh-CN' ? CHART[subject].zh : CHART[subject].en;
  const [only] = lines;
  if (only && lines.length === 1) return name(only);
  return lines
    .map((line) => `${name(line)} ${formatMoney(cny(line.amountMinor))}`)
    .join(locale === 'zh-CN' ? '、' : ', ');
}
