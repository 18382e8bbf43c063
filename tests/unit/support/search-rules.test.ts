import { describe, expect, test } from 'vitest';
import {
  isEmpty,
  isTooVague,
  readMinute,
  readOrderSearch,
  windowOf,
} from '@/lib/support/search-rules';

/** 26 November, 20:30 in Beijing. */
const NOW = new Date('2026-11-26T12:30:00Z');
const read = (text: string) => readOrderSearch(text, NOW);

describe('what support types is read as what it is', () => {
  test.each([
    ['', {}],
    ['321011261803000123456', { number: '321011261803000123456' }],
    [' 3210 1126 1803 0001 2345 6 ', { number: '321011261803000123456' }],
    ['A-20391', { number: 'A-20391' }],
    ['¥268.00', { amountMinor: 26_800n }],
    ['￥1,268', { amountMinor: 126_800n }],
    ['268元', { amountMinor: 26_800n }],
    ['２６８.００', { amountMinor: 26_800n }],
    ['268', { number: '268' }],
    ['4821', { tail: '4821', number: '4821' }],
    ['¥9.90 4821', { amountMinor: 990n, tail: '4821' }],
    ['268.00 18:03', { amountMinor: 26_800n, minute: new Date('2026-11-26T10:03:00Z') }],
    ['268.00 21:00', { amountMinor: 26_800n, minute: new Date('2026-11-25T13:00:00Z') }],
    ['268.00 11-20 18:03', { amountMinor: 26_800n, minute: new Date('2026-11-20T10:03:00Z') }],
    ['268.00 12-01', { amountMinor: 26_800n, day: '2025-12-01' }],
    ['268.00 2026/11/2', { amountMinor: 26_800n, day: '2026-11-02' }],
    ['13800138000', { number: '13800138000', phoneTail: '8000' }],
    ['+86 138 0013 8000', { number: '+8613800138000', phoneTail: '8000' }],
  ])('"%s"', (text, search) => expect(read(text)).toEqual(search));

  test.each(['%', "'; --", '¥12.345 四八二一', '\u0000'])('"%s" is nothing', (text) =>
    expect(read(text)).toBeUndefined(),
  );

  test('a day or an hour that no calendar has is none', () => {
    expect(read('268.00 02-30')).toBeUndefined();
    expect(read('268.00 25:00')).toBeUndefined();
    expect(readMinute('2026-02-30T10:00')).toBeUndefined();
    expect(readMinute('2026-11-26T18:03')).toEqual(new Date('2026-11-26T10:03:00Z'));
  });
});

test('a minute has two more on either side, and what was begun half an hour before', () => {
  const window = windowOf({ minute: new Date('2026-11-26T10:03:00Z') });
  expect(window).toEqual({
    from: new Date('2026-11-26T10:01:00Z'),
    to: new Date('2026-11-26T10:06:00Z'),
    since: new Date('2026-11-26T09:31:00Z'),
  });
});

test('a time alone is too little to look for, nothing at all is the latest', () => {
  expect(isTooVague({ day: '2026-11-26' })).toBe(true);
  expect(isTooVague({ day: '2026-11-26', tail: '4821' })).toBe(false);
  expect(isTooVague({})).toBe(false);
  expect(isEmpty({})).toBe(true);
});
