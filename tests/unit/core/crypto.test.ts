import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { open, sameText, seal, sha256 } from '@/lib/core/crypto';

const key = randomBytes(32);

test('what is sealed opens again with its key and context', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, context) => {
      expect(open(seal(plain, context, key), context, key)).toEqual(Buffer.from(plain));
    }),
  );
});

test('text goes in and out as UTF-8', () => {
  expect(open(seal('密钥 🗝', 'c', key), 'c', key).toString('utf8')).toBe('密钥 🗝');
});

test('any changed bit, another context and another key do not open', () => {
  const sealed = seal('13800138000', 'row-1', key);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => open(changed, 'row-1', key)).toThrow();
  }
  expect(() => open(sealed, 'row-2', key)).toThrow();
  expect(() => open(sealed, 'row-1', randomBytes(32))).toThrow();
  expect(() => open(sealed.subarray(0, 20), 'row-1', key)).toThrow();
  expect(() => open(sealed.subarray(0, -1), 'row-1', key)).toThrow();
});

test('the same text sealed twice looks different', () => {
  expect(seal('x', 'c', key)).not.toEqual(seal('x', 'c', key));
});

test('sameText is equality', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(sameText(a, b)).toBe(a === b);
      expect(sameText(a, a)).toBe(true);
    }),
  );
});

test('sha256 in lowercase hex', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
