import { expect, test } from 'vitest';
import { daysOfMonth, isMonth, monthsBetween } from '@/lib/settlement/month-rules';

test('months are told from what is none, have all their days, and are listed newest first', () => {
  expect(['2026-01', '2026-12'].every(isMonth)).toBe(true);
  expect(['2026-00', '2026-13', '2026-1', '1999-01', 'x', '2026-01-01'].some(isMonth)).toBe(false);
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(monthsBetween('2025-11', '2026-02', 36)).toEqual([
    '2026-02',
    '2026-01',
    '2025-12',
    '2025-11',
  ]);
  expect(monthsBetween('2020-01', '2026-02', 2)).toEqual(['2026-02', '2026-01']);
});
