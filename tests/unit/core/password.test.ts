import { expect, test } from 'vitest';
import { hashPassword, passwordMatches } from '@/lib/core/password';

test('a password matches its own hash and no other', async () => {
  const hash = await hashPassword('135790');
  expect(hash).toMatch(/^scrypt\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/);
  expect(await passwordMatches('135790', hash)).toBe(true);
  expect(await passwordMatches('135791', hash)).toBe(false);
  expect(await hashPassword('135790')).not.toBe(hash);
});

test('nothing matches where there is no hash, nor a damaged one', async () => {
  for (const hash of [null, '', 'scrypt$$', 'scrypt$AAAA$AAAA']) {
    expect(await passwordMatches('', hash)).toBe(false);
  }
});

test('the same letters typed in another way are the same password', async () => {
  expect(await passwordMatches('cafe\u0301', await hashPassword('caf\u00e9'))).toBe(true);
});
