import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signFieldsHmac } from '@/lib/merchants/canonical-fields';
import { LINK_VECTOR } from '@/lib/merchants/link-vector';
import { readReturn, signedLink, signFields } from '@/lib/sdk/link';

const fields = fc.dictionary(
  fc.string({ unit: fc.constantFrom(...'abcdefgh_'), minLength: 1 }).filter((k) => k !== 'sign'),
  fc.string({ unit: 'binary' }),
);

test('the client signs any fields as the cashier does, though neither knows the other’s code', () => {
  fc.assert(
    fc.property(fields, fc.string({ minLength: 1 }), (given, secret) => {
      expect(signFields(given, secret)).toBe(signFieldsHmac(given, secret));
    }),
  );
});

test('a signed link is the published vector, and leaves out what is blank', () => {
  const { fields, secret, sign } = LINK_VECTOR;
  const link = signedLink('https://cashier.example', fields, secret);
  const { searchParams, pathname } = new URL(link);
  expect(pathname).toBe('/pay');
  expect(searchParams.get('sign')).toBe(sign);
  expect(searchParams.has('customer')).toBe(false);
});

const SECRETS = { lnk_1: 'one', lnk_2: 'two' };
const returned = (changed: Record<string, string> = {}, secret = 'one') => {
  const own = {
    order_id: 'ord_1',
    order_no: 'A-1',
    status: 'paid',
    timestamp: '1795219250',
    key_id: 'lnk_1',
    ...changed,
  };
  return new URLSearchParams({ ...own, sign: signFields(own, secret), yours: '1' });
};

test('a return is read with the key that it names, while two are live', () => {
  expect(readReturn(returned(), SECRETS)).toMatchObject({ status: 'paid', order_no: 'A-1' });
  expect(readReturn(returned({ key_id: 'lnk_2' }, 'two'), SECRETS)).toBeDefined();
  expect(readReturn(returned({ key_id: 'lnk_2' }, 'one'), SECRETS)).toBeUndefined();
});

test('a changed, repeated or unsigned return, or one by a name that every object has, is none', () => {
  const changed = returned({ status: 'open' });
  changed.set('status', 'paid');
  const repeated = returned();
  repeated.append('status', 'paid');
  const unsigned = returned();
  unsigned.delete('sign');
  for (const query of [changed, repeated, unsigned, returned({ key_id: 'constructor' })]) {
    expect(readReturn(query, SECRETS)).toBeUndefined();
  }
});
