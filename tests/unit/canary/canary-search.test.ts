import { expect, test } from 'vitest';
import type { Canary } from '@/tests/support/canaries';
import { canarySearch, isExcused } from '@/tests/support/canary-search';

const CANARIES: Canary[] = [
  { kind: 'card', value: '6217880900000017' },
  { kind: 'id', value: '11010119900307003X' },
  { kind: 'phone', value: '13912345678' },
  { kind: 'code', value: '804213' },
  { kind: 'password', value: 'correct horse battery' },
  { kind: 'name', value: '王小明' },
  { kind: 'secret', value: 'kP3-zT_x9Q0vB7' },
];
const search = canarySearch(CANARIES);
const kindsIn = (text: string) => search(text).map(({ kind }) => kind);
const bytes = (text: string) => `\\x${Buffer.from(text).toString('hex')}`;

test.each([
  ['card', '{"cardNo":"6217880900000017"}'],
  ['card', '<p>6217 8809 0000 0017</p>'],
  ['card', '/pay/x?card=6217-8809-0000-0017&y=1'],
  ['card', bytes('accNo=6217880900000017')],
  ['card', JSON.stringify({ row: bytes('accNo=6217880900000017') })],
  ['id', 'certifId=11010119900307003x'],
  ['id', '110101 19900307 003X'],
  ['phone', 'tel:+8613912345678'],
  ['phone', '+86 139-1234-5678'],
  ['phone', '008613912345678'],
  ['code', 'the code is 804213.'],
  ['code', '{"code":"804213"}'],
  ['password', 'password=correct+horse+battery'],
  ['password', '?p=correct%20horse%20battery'],
  ['name', '["$","p",null,{"children":"王小明"}]'],
  ['name', 'name=%E7%8E%8B%E5%B0%8F%E6%98%8E'],
  ['name', '{"name":"\\u738b\\u5c0f\\u660e"}'],
  ['name', bytes('王小明')],
  ['secret', '{"clientSecret":"kP3-zT_x9Q0vB7"}'],
  ['secret', bytes('key=kP3-zT_x9Q0vB7')],
])('a %s is found in %s', (kind, text) => {
  expect(kindsIn(text)).toEqual([kind]);
});

test.each([
  ['a mask', '6217 **** **** 0017, 139****5678, 110***********003X, 王**'],
  ['a part of a longer number', '28042139, 1804213, 0.804213, 10:00:01.804213+00, a804213f'],
  ['a trace number', '{"traceNo": "804213"}'],
  ['other numbers', '6217880900000025 13912345679 804214'],
])('%s is no find', (_what, text) => {
  expect(kindsIn(text)).toEqual([]);
});

test('an excuse holds for its kind, its value and its place alone', () => {
  const [, , phone] = CANARIES;
  const excuses = [
    { kind: 'phone', value: '13912345678', place: /^page \/demo$/, why: '' },
  ] as const;
  const excused = (canary: Canary | undefined, place: string) =>
    canary && isExcused(excuses, canary, place);
  expect(excused(phone, 'page /demo')).toBe(true);
  expect(excused(phone, 'page /demo/orders')).toBe(false);
  expect(excused({ kind: 'phone', value: '13912345679' }, 'page /demo')).toBe(false);
  expect(excused({ kind: 'code', value: '13912345678' }, 'page /demo')).toBe(false);
});
