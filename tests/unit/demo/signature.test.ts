import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSignedBy, signature } from '@/lib/demo/signature';
import { signFieldsHmac } from '@/lib/merchants/canonical-fields';

const fields = fc.dictionary(
  fc.string({ unit: fc.constantFrom(...'abcdefgh_'), minLength: 1 }).filter((k) => k !== 'sign'),
  fc.string({ unit: 'binary' }),
);

test('the shop signs any fields as the cashier does, though neither knows the other’s code', () => {
  fc.assert(
    fc.property(fields, fc.string({ minLength: 1 }), (given, secret) => {
      expect(signature(given, secret)).toBe(signFieldsHmac(given, secret));
    }),
  );
});

test('a signature stands for one content and one secret', () => {
  const signed = { a: '1', b: '二', sign: signature({ a: '1', b: '二' }, 'secret') };
  expect(isSignedBy(signed, 'secret')).toBe(true);
  expect(isSignedBy({ ...signed, a: '2' }, 'secret')).toBe(false);
  expect(isSignedBy({ ...signed, c: 'more' }, 'secret')).toBe(false);
  expect(isSignedBy(signed, 'other')).toBe(false);
  expect(isSignedBy({ a: '1', b: '二' }, 'secret')).toBe(false);
});
