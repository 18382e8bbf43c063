import { expect, test } from 'vitest';
import { byColumn, mayPass, pauseSeconds, readHeader } from '@/lib/agreement-migrations/rules';
import { readRow } from '@/lib/agreement-migrations/schema';

const NAMES = ['customer_reference', 'name', 'id_no', 'card_no', 'phone'];

test('the five columns are taken in any order, in either language, and nothing else is', () => {
  expect(readHeader(NAMES)).toEqual(NAMES);
  expect(readHeader([' Phone ', '姓名', '身份证号', '卡号', '客户编号'])).toEqual([
    'phone',
    'name',
    'id_no',
    'card_no',
    'customer_reference',
  ]);
  for (const cells of [NAMES.slice(1), [...NAMES, 'cvv'], [...NAMES, 'phone'], ['']]) {
    expect(readHeader(cells)).toBeUndefined();
  }
});

test('a line is read as people type it: full-width digits, blanks between, a small x', () => {
  const header = readHeader(NAMES) ?? [];
  const cells = [
    ' a-1 ',
    ' 张三 ',
    '11010119900307003８',
    '6200 0000 0000 0005',
    '+86 138-0013-8000',
  ];
  expect(readRow(byColumn(header, cells))).toEqual({
    row: {
      customerReference: 'a-1',
      elements: {
        name: '张三',
        idNo: '110101199003070038',
        cardNo: '6200000000000005',
        phone: '13800138000',
      },
    },
  });
  expect(readRow(byColumn(header, cells.slice(1)))).toEqual({ problem: 'row_malformed' });
});

test('only what may pass is tried again, a few times, with growing pauses', () => {
  expect(mayPass({ reason: 'channel_closed', asks: 1 })).toBe(true);
  expect(mayPass({ reason: 'channel_closed', asks: 5 })).toBe(false);
  expect(mayPass({ reason: 'phone_mismatch', asks: 1 })).toBe(false);
  expect([1, 2, 3, 7, 1_000].map(pauseSeconds)).toEqual([10, 20, 40, 600, 600]);
});
