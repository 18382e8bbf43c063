import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskReference } from '@/lib/customers/rules';

test('a reference is shown by its ends only', () => {
  expect(maskReference('alice')).toBe('a***');
  expect(maskReference('13812345678')).toBe('1***78');
  expect(maskReference('王小明')).toBe('王***');
});

test('at least half of every reference stays hidden, and nothing tells how long it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 128 }), (reference) => {
      const shown = [...maskReference(reference).replace('***', '')].length;
      return shown * 2 <= [...reference].length && shown <= 3;
    }),
  );
});
