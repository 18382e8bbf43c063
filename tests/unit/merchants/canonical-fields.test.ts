import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalFields, signFieldsHmac } from '@/lib/merchants/canonical-fields';
import { LINK_VECTOR } from '@/lib/merchants/link-vector';

const { secret: SECRET, fields: FIELDS, sign: SIGN } = LINK_VECTOR;
const CANONICAL =
  'amount=6800&expires=1790000000&goods=physical&key_id=lk_1&merchant=mer_hemu&order_no=A-1001' +
  '&return_url=https://shop.example/back?from=pay&subject=亚麻短袖衬衫 & 腰带';

test('the published vector', () => {
  expect(canonicalFields(FIELDS)).toBe(CANONICAL);
  expect(signFieldsHmac(FIELDS, SECRET)).toBe(SIGN);
  expect(createHmac('sha256', SECRET).update(Buffer.from(CANONICAL)).digest('hex')).toBe(SIGN);
});

test('the README publishes this very vector', () => {
  const readme = readFileSync(new URL('../../../lib/merchants/README.md', import.meta.url), 'utf8');
  const shown = readme.replace(/\n/g, '');
  for (const value of [SECRET, SIGN, CANONICAL.replace(/\n/g, '')]) expect(shown).toContain(value);
});

test('blanks and sign are left out, capitals stand before small letters', () => {
  expect(canonicalFields({ b: '2', sign: 'x', a: '1', B: '3', empty: '' })).toBe('B=3&a=1&b=2');
});

test('the order in which fields are given means nothing', () => {
  const entries = Object.entries(FIELDS);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(signFieldsHmac(Object.fromEntries(shuffled), SECRET)).toBe(SIGN);
    }),
  );
});
