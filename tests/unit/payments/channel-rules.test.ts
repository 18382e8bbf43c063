import { expect, test } from 'vitest';
import { endPassed } from '@/components/cashier/end-passed';
import type { Contract } from '@/lib/contracts/contract';
import { cny } from '@/lib/money/money';
import { rangeOf } from '@/lib/payments/channel-rules';

const contract = (least: bigint | null, most: bigint | null): Contract => ({
  id: null,
  channel: 'unionpay',
  permissions: [],
  debitCostMillionths: 0,
  creditCostMillionths: 0,
  hours: null,
  least: least === null ? null : cny(least),
  most: most === null ? null : cny(most),
});

test('several contracts take what the widest of them takes, and one without an end has none', () => {
  expect(rangeOf([contract(100n, 5_000n), contract(200n, 9_000n)])).toEqual({
    range: { least: cny(100n), most: cny(9_000n) },
  });
  expect(rangeOf([contract(200n, 9_000n), contract(100n, 5_000n), undefined])).toEqual({
    range: { least: cny(100n), most: cny(9_000n) },
  });
  expect(rangeOf([contract(100n, null), contract(null, 5_000n)])).toEqual({});
  expect(rangeOf([contract(null, 5_000n)])).toEqual({ range: { least: null, most: cny(5_000n) } });
  expect(rangeOf([undefined])).toEqual({});
  expect(rangeOf([])).toEqual({});
});

test('an amount that is not taken is told which end it is beyond', () => {
  const range = { least: cny(100n), most: cny(5_000n) };
  expect(endPassed(cny(99n), range)).toBe('least');
  expect(endPassed(cny(100n), range)).toBe('neither');
  expect(endPassed(cny(5_001n), range)).toBe('most');
  expect(endPassed(cny(1n), { least: null, most: null })).toBe('neither');
  expect(endPassed(cny(1n), undefined)).toBe('neither');
});
