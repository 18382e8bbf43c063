import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, COLUMNS_ZH, LINE_PROBLEMS } from '@/lib/carrier-statements/rules';
import { isHeader, readLine } from '@/lib/carrier-statements/translate';

const GOOD = ['7', 'paid', 'no-1', 'pay-1', '12.34', '3.70', '2026-10-15T12:00:00+08:00'];
const withCell = (place: number, text: string) =>
  GOOD.map((cell, at) => (at === place ? text : cell));

test('a line is read exactly', () => {
  expect(readLine(GOOD, 7)).toEqual({
    lineNo: 7,
    kind: 'paid',
    channelOrderNo: 'no-1',
    paymentId: 'pay-1',
    amountMinor: 1_234n,
    shareMinor: 370n,
    occurredAt: new Date('2026-10-15T04:00:00Z'),
  });
});

test('a time without an offset is Beijing’s', () => {
  expect(readLine(withCell(6, '2026-10-15 12:00:00'), 7)).toMatchObject({
    occurredAt: new Date('2026-10-15T04:00:00Z'),
  });
});

test('header and kinds may be Chinese', () => {
  expect(isHeader(COLUMNS)).toBe(true);
  expect(isHeader([...COLUMNS_ZH].map((name) => ` ${name} `))).toBe(true);
  expect(isHeader(COLUMNS.slice(1))).toBe(false);
  expect(isHeader([...COLUMNS].reverse())).toBe(false);
  expect(readLine(withCell(1, '投诉退款'), 7)).toMatchObject({ kind: 'complaint_refund' });
});

describe('amounts', () => {
  test('with up to three decimals are whole fen exactly, or not taken', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 999_999_999_999n }), (thousandths) => {
        const text = `${thousandths / 1_000n}.${String(thousandths % 1_000n).padStart(3, '0')}`;
        const read = readLine(
          withCell(5, '0').map((cell, at) => (at === 4 ? text : cell)),
          7,
        );
        const exact = { amountMinor: thousandths / 10n };
        if (thousandths % 10n !== 0n) expect(read).toBe('not_whole_fen');
        else expect(read).toMatchObject(exact);
      }),
    );
  });

  test.each([
    '',
    '0',
    '0.00',
    '-1',
    '+1',
    '1e3',
    '1,000',
    '.5',
    '1.',
    '1.0000',
    '９',
    '=1',
    '1 '.repeat(9),
  ])('%j are none', (text) => {
    expect(readLine(withCell(4, text), 7)).toBe('amount');
  });

  test('a share is not more than its amount', () => {
    expect(readLine(withCell(5, '12.35'), 7)).toBe('share');
    expect(readLine(withCell(5, '12.34'), 7)).toMatchObject({ shareMinor: 1_234n });
    expect(readLine(withCell(5, '-1'), 7)).toBe('share');
    expect(readLine(withCell(5, '0.001'), 7)).toBe('not_whole_fen');
  });
});

test.each([
  [GOOD.slice(1), 'columns'],
  [[...GOOD, ''], 'columns'],
  [withCell(0, '8'), 'line_no'],
  [withCell(0, '07'), 'line_no'],
  [withCell(1, 'toString'), 'kind'],
  [withCell(1, 'PAID'), 'kind'],
  [withCell(2, ''), 'client_correlator'],
  [withCell(2, 'a b'), 'client_correlator'],
  [withCell(2, 'a\u0000'), 'client_correlator'],
  [withCell(3, '支付'), 'payment_id'],
  [withCell(6, '2026-02-29 12:00:00'), 'occurred_at'],
  [withCell(6, '2026-13-01 12:00:00'), 'occurred_at'],
  [withCell(6, '2026-10-15 24:00:00'), 'occurred_at'],
  [withCell(6, '2026-10-15'), 'occurred_at'],
])('%j has a problem with %s', (cells, problem) => {
  expect(LINE_PROBLEMS).toContain(problem);
  expect(readLine(cells, 7)).toBe(problem);
});
