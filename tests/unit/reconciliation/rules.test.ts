import { describe, expect, test } from 'vitest';
import type { StatementLine } from '@/lib/channels/statement-port';
import { clearingDayOf, readyAt } from '@/lib/channels/unionpay/clearing-day';
import { cny } from '@/lib/money/money';
import { compareLine, daysToImport, latestDayOf } from '@/lib/reconciliation/rules';
import type { OurRecord } from '@/lib/reconciliation/statement';

const line: StatementLine = {
  kind: 'refund',
  channelOrderNo: 'n1',
  channelRef: 'q1',
  amount: cny(100n),
  fee: cny(0n),
  at: new Date('2026-11-26T02:00:00Z'),
};
const ours: OurRecord = {
  id: 'ref_1',
  kind: 'refund',
  channelOrderNo: 'n1',
  amount: cny(100n),
  done: true,
};

test.each([
  ['our record of it', 'matched', ours],
  ['nothing', 'not_ours', undefined],
  ['a number of ours for something else', 'not_ours', { ...ours, kind: 'undo' as const }],
  ['another amount', 'amount_differs', { ...ours, amount: cny(99n) }],
  ['what we call undecided', 'state_differs', { ...ours, done: false }],
])('beside %s a line is %s', (_, finding, record) => {
  expect(compareLine(line, record)).toBe(finding);
});

describe('UnionPay’s clearing day', () => {
  const beijing = (text: string) => new Date(`${text}+08:00`);

  test.each([
    ['2026-11-26T22:49:59', '2026-11-26'],
    // Ten minutes before its end on: in this day's file or in the next one's.
    ['2026-11-26T22:50:00', '2026-11-27'],
    ['2026-11-26T22:59:59', '2026-11-27'],
    ['2026-11-26T23:00:00', '2026-11-27'],
  ])('what was settled at %s is missed, at the earliest, in the file of %s', (at, day) => {
    expect(latestDayOf(beijing(at), clearingDayOf)).toBe(day);
  });

  test('the files of the seven days before are asked for, yesterday’s from nine in the morning', () => {
    const days = (at: string) => daysToImport({ now: beijing(at), clearingDayOf, readyAt });
    expect(days('2026-11-26T08:59:59').at(-1)).toBe('2026-11-24');
    expect(days('2026-11-26T09:00:00')).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ]);
    // From 23:00 on it is the next clearing day, whose yesterday has not been told yet.
    expect(days('2026-11-26T23:00:00').at(-1)).toBe('2026-11-25');
  });
});
