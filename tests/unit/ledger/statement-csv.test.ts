import { expect, test } from 'vitest';
import type { StatementLine } from '@/lib/ledger/statement';
import { statementHeader, statementRows } from '@/lib/ledger/statement-csv';
import { cny } from '@/lib/money/money';

const LINE: StatementLine = {
  id: '7',
  entryId: 'ent_7',
  entryKey: 'key',
  event: 'top_up',
  businessRef: 'ord_1',
  postedAt: new Date('2026-11-20T16:30:05.123Z'),
  accountingDate: '2026-11-21',
  direction: 'in',
  amount: cny(123_456_789n),
  balanceAfter: cny(-5n),
  sentence: { zh: '充值 ¥1,234,567.89', en: 'Top-up ¥1,234,567.89' },
};

test('a row has Beijing time, plain amounts in their column, and quotes where they are needed', () => {
  expect(statementRows([LINE], 'zh-CN')).toBe(
    '2026-11-21 00:30:05,2026-11-21,"充值 ¥1,234,567.89",ord_1,1234567.89,,-0.05,ent_7\r\n',
  );
  expect(statementRows([{ ...LINE, direction: 'out' }], 'en')).toContain(
    ',ord_1,,1234567.89,-0.05,',
  );
});

test('the header says that the text is UTF-8, in the reader’s language', () => {
  expect(statementHeader('en')).toBe(
    '\uFEFFPosted at,Accounting date,What,Reference,In,Out,Balance,Entry\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  'a reference of %j is text to a spreadsheet, not a formula',
  (businessRef) => {
    const row = statementRows([{ ...LINE, businessRef }], 'en');
    expect(row).toMatch(/,"?'[=+\-@\t\r＝]/);
  },
);
