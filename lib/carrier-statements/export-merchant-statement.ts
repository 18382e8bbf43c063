import { asText, BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { Refusal } from '@/lib/core/errors';
import { formatAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { type MerchantLine, selectMerchantLines } from './merchant-line-store';
import type { LineKind } from './statement';
import { selectMerchantStatements } from './view-store';

type Locale = 'zh-CN' | 'en';
const PAGE = 1_000;

const HEADERS: Record<Locale, string[]> = {
  'zh-CN': ['行号', '类型', '商户订单号', '商户流水号', '金额', '运营商分成', '发生时间'],
  en: ['Line', 'Kind', 'Order number', 'Payment number', 'Amount', 'Carrier’s share', 'When'],
};
const KINDS: Record<Locale, Record<LineKind, string>> = {
  'zh-CN': { paid: '已支付', reduction: '核减', bad_debt: '坏账', complaint_refund: '投诉退款' },
  en: {
    paid: 'Paid',
    reduction: 'Reduction',
    bad_debt: 'Bill not paid',
    complaint_refund: 'Refund after a complaint',
  },
};

/**
 * What one statement says of a merchant's payments, line by line, as CSV in pieces as they are read;
 * what takes from a payment is below zero. Refusal: not_found.
 */
export async function* exportMerchantStatement({
  locale,
  ...which
}: {
  merchantId: string;
  statementId: string;
  locale: Locale;
}): AsyncGenerator<string, void, void> {
  const [statement] = await selectMerchantStatements({ ...which, most: 1 });
  if (!statement) throw new Refusal('not_found', { statementId: which.statementId });
  yield BYTE_ORDER_MARK + csvOf([HEADERS[locale]]);
  for (let after = 0; ; ) {
    const lines = await selectMerchantLines({ ...which, after, most: PAGE });
    const last = lines.at(-1);
    if (!last) return;
    yield csvOf(lines.map((line) => cellsOf(line, locale)));
    after = last.lineNo;
  }
}

const cellsOf = (line: MerchantLine, locale: Locale): string[] => {
  const sign = line.kind === 'paid' ? 1n : -1n;
  return [
    String(line.lineNo),
    KINDS[locale][line.kind],
    asText(line.merchantOrderNo),
    asText(line.channelOrderNo),
    plain(line.amount, sign),
    plain(line.share, sign),
    beijingTime(line.occurredAt),
  ];
};

const plain = (money: Money, sign: bigint): string =>
  formatAmount({ ...money, amountMinor: money.amountMinor * sign }).replaceAll(',', '');

const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
/** "2026-11-21 09:30:00" */
const beijingTime = (at: Date): string => BEIJING.format(at);
