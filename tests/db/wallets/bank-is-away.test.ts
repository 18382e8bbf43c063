import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { activateWallet } from '@/lib/wallets/activate-wallet';
import { offerWallets, seedApplicant } from '@/tests/support/factories/wallets';
import { refusalCode } from '@/tests/support/refusal-code';
import { freePort } from '@/tests/support/sandbox-process';

beforeAll(async () => {
  // Before anything reads the environment: at this address nobody answers.
  process.env.BANK_API_ORIGIN = `http://127.0.0.1:${await freePort()}`;
  await offerWallets();
});

test('while the bank does not answer nobody is called a stranger, and nothing is made', async () => {
  const { userId, application } = await seedApplicant();
  expect(await refusalCode(activateWallet(application))).toBe('verification_unavailable');
  expect(await db().customer.count({ where: { userId } })).toBe(0);
  expect(await db().user.count({ where: { id: userId, personId: { not: null } } })).toBe(0);
});
