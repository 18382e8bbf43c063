import { Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { newTotpSecret, totpAddress, totpCode, totpStepOf } from '@/lib/auth/totp';

/** The key of RFC 6238's appendix B; the last six of its eight digits. */
const SECRET = Secret.fromLatin1('12345678901234567890').base32;
const at = (seconds: number): Date => new Date(seconds * 1000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('RFC 6238: at %i seconds the code is %s', (seconds, code) => {
  expect(totpCode(SECRET, at(seconds))).toBe(code);
  expect(totpStepOf(SECRET, code, at(seconds))).toBe(BigInt(Math.floor(seconds / 30)));
});

describe('a code', () => {
  const now = 1_111_111_111;
  test('of the step before or behind counts as that step’s; those farther away do not', () => {
    const step = BigInt(Math.floor(now / 30));
    const taken = [-60, -30, 0, 30, 60].map((away) =>
      totpStepOf(SECRET, totpCode(SECRET, at(now + away)), at(now)),
    );
    expect(taken).toEqual([undefined, step - 1n, step, step + 1n, undefined]);
  });

  test.each(['', '05047', '0504711', 'abcdef', '050472'])('%j is none', (code) => {
    expect(totpStepOf(SECRET, code, at(now))).toBeUndefined();
  });
});

test('a secret is 160 bits, never twice the same, and travels as authenticators read it', () => {
  const secret = newTotpSecret();
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
  expect(newTotpSecret()).not.toBe(secret);
  const address = new URL(totpAddress(secret, 'a@b.test'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('a@b.test');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ issuer: 'Cashier', secret, algorithm: 'SHA1', digits: '6', period: '30' },
  });
});
