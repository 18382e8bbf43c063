import { dayOf, timeOf } from '@/lib/core/beijing';
import { asText, BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { CHART } from '@/lib/ledger/chart';
import { listAccountDays } from '@/lib/ledger/list-account-days';
import { titleOf } from '@/lib/ledger/sentence';
import type { StatementLine } from '@/lib/ledger/statement';
import { plainAmount } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';
import { getMonthlyStatement } from './get-monthly-statement';

type Locale = 'zh-CN' | 'en';

const HEADERS: Record<Locale, string[]> = {
  'zh-CN': ['账户', '记账时间', '会计日', '摘要', '业务单号', '收入', '支出', '余额', '分录号'],
  en: [
    'Account',
    'Posted at',
    'Accounting date',
    'What',
    'Reference',
    'In',
    'Out',
    'Balance',
    'Entry',
  ],
};
const WORDS: Record<Locale, Record<'opening' | 'total' | 'closing', string>> = {
  'zh-CN': { opening: '期初余额', total: '本期合计', closing: '期末余额' },
  en: { opening: 'Opening balance', total: 'Total of the period', closing: 'Closing balance' },
};

const PAGE = 1_000;

/**
 * A merchant's month as a file: each account from its opening balance over every movement to the sums of them and
 * its closing balance, in pieces as they are read. Of a month that is not over, what is booked meanwhile may be in it
 * or not, and the sums are those of the lines above them. Refusal: not_found, at the first piece.
 */
export async function* exportMonthlyStatement({
  merchantId,
  month,
  locale,
}: {
  merchantId: string;
  month: string;
  locale: Locale;
}): AsyncGenerator<string, void, void> {
  const { accounts, from, to } = await getMonthlyStatement({ merchantId, month });
  yield BYTE_ORDER_MARK + csvOf([HEADERS[locale]]);
  for (const { account, opening } of accounts) {
    const name = locale === 'zh-CN' ? CHART[account.subject].zh : CHART[account.subject].en;
    const words = WORDS[locale];
    const edge = (word: string, balance: Money) => [
      ...[name, '', '', word, '', '', '', plainAmount(balance), ''],
    ];
    yield csvOf([edge(words.opening, opening)]);
    let before = opening;
    const moved = { in: 0n, out: 0n };
    for (let after: string | undefined; ; ) {
      const page = await listAccountDays({ account, from, to, after, before, limit: PAGE });
      if (page.lines.length > 0) yield rowsOf(page.lines, name, locale);
      for (const { direction, amount } of page.lines) moved[direction] += amount.amountMinor;
      before = page.lines.at(-1)?.balanceAfter ?? before;
      if (page.next === null) break;
      after = page.next;
    }
    const sums = [plainAmount(cny(moved.in)), plainAmount(cny(moved.out))];
    yield csvOf([[name, '', '', words.total, '', ...sums, '', ''], edge(words.closing, before)]);
  }
}

const rowsOf = (lines: readonly StatementLine[], account: string, locale: Locale): string =>
  csvOf(
    lines.map((line) => [
      account,
      `${dayOf(line.postedAt)} ${timeOf(line.postedAt)}`,
      line.accountingDate,
      asText(titleOf(line.event, locale)),
      asText(line.businessRef),
      line.direction === 'in' ? plainAmount(line.amount) : '',
      line.direction === 'out' ? plainAmount(line.amount) : '',
      plainAmount(line.balanceAfter),
      asText(line.entryId),
    ]),
  );
