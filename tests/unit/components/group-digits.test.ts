import { expect, test } from 'vitest';
import { caretAfterGrouping, groupDigits } from '@/components/cashier/group-digits';

test.each([
  ['', ''],
  ['6', '6'],
  ['6200', '6200'],
  ['62000', '6200 0'],
  ['6200000000000005', '6200 0000 0000 0005'],
  ['6217000000000000001', '6217 0000 0000 0000 001'],
  ['6200-0000 0000　0005', '6200 0000 0000 0005'],
  ['６２０００', '6200 0'],
  ['62a00b0', '6200 0'],
  ['62170000000000000012345', '6217 0000 0000 0000 001'],
])('"%s" is shown as "%s"', (typed, shown) => {
  expect(groupDigits(typed)).toBe(shown);
});

test('grouping what is grouped changes nothing', () => {
  const grouped = groupDigits('6217000000000000001');
  expect(groupDigits(grouped)).toBe(grouped);
});

test('the cursor stays behind the digit that was typed, wherever that was', () => {
  const digits = '6217000000000000001';
  for (let typed = 0; typed <= digits.length; typed += 1) {
    // A digit was put in at the front of a grouped number: the groups behind it shift.
    const before = groupDigits(digits.slice(0, typed));
    const text = before + digits.slice(typed);
    const caret = caretAfterGrouping(text, before.length);
    expect(groupDigits(text).slice(0, caret).replaceAll(' ', '')).toBe(digits.slice(0, typed));
  }
});
