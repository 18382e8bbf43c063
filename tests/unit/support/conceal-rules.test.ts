import { expect, test } from 'vitest';
import { withCheckDigit } from '@/lib/core/luhn';
import { personalNumber, tailOf, withTails } from '@/lib/support/conceal-rules';

const CARD = withCheckDigit('622588000000482');

test('a phone and a card are told from every other number, however they are grouped', () => {
  const kinds = ['13800138000', '+86 138-0013-8000', '１３８００１３８０００', CARD].map(
    (typed) => personalNumber(typed)?.kind,
  );
  expect(kinds).toEqual(['phone', 'phone', 'phone', 'card']);
  const grouped = CARD.replace(/(\d{4})(?=\d)/g, '$1 ');
  expect(personalNumber(grouped)).toEqual({ kind: 'card', number: CARD });
  for (const typed of ['321011261803000123456', '4821', 'A-13800138000', '¥268.00', '268.00 18:03'])
    expect(personalNumber(typed)).toBe(undefined);
});

test('among other words they are left as their last four digits, and other numbers as they are', () => {
  expect(withTails('138 0013 8000 268元')).toBe('8000 268元');
  expect(withTails(`11-26 ${CARD} 18:03`)).toBe(`11-26 ${CARD.slice(-4)} 18:03`);
  for (const typed of [
    '321011261803000123456',
    'B-13800138000',
    '¥268.00 18:03',
    'ord_13800138000',
  ])
    expect(withTails(typed)).toBe(typed);
});

test('a field for four digits keeps no more of them', () => {
  expect(['4821', '13800138000', '138 0013 8000', '48'].map(tailOf)).toEqual([
    ...['4821', '8000', '8000', '48'],
  ]);
});
