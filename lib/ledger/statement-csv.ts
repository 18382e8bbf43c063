import { asText, BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { plainAmount } from '@/lib/money/format-money';
import type { StatementLine } from './statement';

type Locale = 'zh-CN' | 'en';

const HEADERS: Record<Locale, string[]> = {
  'zh-CN': ['记账时间', '会计日', '摘要', '业务单号', '收入', '支出', '余额', '分录号'],
  en: ['Posted at', 'Accounting date', 'What', 'Reference', 'In', 'Out', 'Balance', 'Entry'],
};

export const statementHeader = (locale: Locale): string =>
  BYTE_ORDER_MARK + csvOf([HEADERS[locale]]);

export const statementRows = (lines: StatementLine[], locale: Locale): string =>
  csvOf(
    lines.map((line) => [
      beijingTime(line.postedAt),
      line.accountingDate,
      asText(locale === 'zh-CN' ? line.sentence.zh : line.sentence.en),
      asText(line.businessRef),
      line.direction === 'in' ? plainAmount(line.amount) : '',
      line.direction === 'out' ? plainAmount(line.amount) : '',
      plainAmount(line.balanceAfter),
      asText(line.entryId),
    ]),
  );

const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-11-21 09:30:00" */
const beijingTime = (at: Date): string => BEIJING.format(at);
