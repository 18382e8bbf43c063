import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter, maskIdNo, maskName, nameKey } from '@/lib/persons/rules';
import { idNoSchema, personNameSchema } from '@/lib/persons/schema';

// The example in GB 11643-1999 itself.
const EXAMPLE = '11010519491231002X';
const read = (typed: string) => idNoSchema.safeParse(typed).data;

test.each([
  ['as it is', EXAMPLE],
  ['with a small x and blanks', ' 110105 19491231 002x '],
  ['in full width', '１１０１０５１９４９１２３１００２Ｘ'],
])('an ID number %s is read', (_how, typed) => {
  expect(read(typed)).toBe(EXAMPLE);
});

test.each([
  ['another check character', '110105194912310021'],
  ['a day that does not exist', `11010519490230002${checkCharacter('11010519490230002')}`],
  ['a 13th month', `11010519491331002${checkCharacter('11010519491331002')}`],
  ['another century', `11010518491231002${checkCharacter('11010518491231002')}`],
  ['fifteen digits', '110105491231002'],
  ['letters', 'ABCDEFGHIJKLMNOPQR'],
  ['nothing', ''],
])('%s is no ID number', (_what, typed) => {
  expect(read(typed)).toBeUndefined();
});

test('29 February is a birthday in leap years only', () => {
  const born = (date: string) => read(`110105${date}002${checkCharacter(`110105${date}002`)}`);
  expect(born('20000229')).toBeDefined();
  expect(born('19000229')).toBeUndefined();
  expect(born('19970229')).toBeUndefined();
});

test('one digit mistyped is always noticed', () => {
  const place = fc.integer({ min: 0, max: 16 });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const typed = EXAMPLE.slice(0, at) + digit + EXAMPLE.slice(at + 1);
      return typed === EXAMPLE || read(typed) === undefined;
    }),
  );
});

test.each([
  ['张三', '张三'],
  [' 阿布都·买买提 ', '阿布都·买买提'],
  ['阿布都•买买提', '阿布都·买买提'],
  ["Mary  Ann O'Neil-Smith", "Mary Ann O'Neil-Smith"],
])('%j is a name', (typed, name) => {
  expect(personNameSchema.parse(typed)).toBe(name);
});

test.each(['', '张', '张3', '三'.repeat(31), '张 三<b>', 'A', '·张三', '张三\u0000'])(
  '%j is no name',
  (typed) => {
    expect(personNameSchema.safeParse(typed).success).toBe(false);
  },
);

test('screens show a surname and the ends of the number, and never more', () => {
  expect(maskName('张三')).toBe('张*');
  expect(maskName('欧阳小明')).toBe('欧***');
  expect(maskName('𠮷田')).toBe('𠮷*');
  expect(maskIdNo(EXAMPLE)).toBe('110***********002X');
});

test('a name is the same in capitals and in small letters', () => {
  expect(nameKey('Li Ming')).toBe(nameKey('LI MING'));
});
