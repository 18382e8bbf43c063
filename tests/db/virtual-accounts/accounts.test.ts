import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { ExternalRef } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { findVirtualAccount } from '@/lib/virtual-accounts/find-virtual-account';
import { findVirtualNumber } from '@/lib/virtual-accounts/find-virtual-number';
import { openVirtualAccount } from '@/lib/virtual-accounts/open-virtual-account';
import { virtualNumber } from '@/lib/virtual-accounts/rules';
import { transferBetweenAccounts } from '@/lib/virtual-accounts/transfer-between-accounts';
import {
  close,
  endContract,
  freeze,
  seedVirtualAccount,
  unfreeze,
} from '@/tests/support/factories/virtual-accounts';
import { refusalCode } from '@/tests/support/refusal-code';

const balance = async (ref: ExternalRef) => (await balanceOf(ref)).amountMinor;
let made = 0;
const transfer = (from: ExternalRef, to: ExternalRef, amountMinor = 4_000n, key?: string) => {
  made += 1;
  const transferKey = key ?? `transfer-${made}`;
  return transferBetweenAccounts({ transferKey, from, to, amount: cny(amountMinor), actor: 'usr' });
};

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('an account has one number for good, however many open it at once', async () => {
  const ref: ExternalRef = { subject: 'merchant_balance', owner: 'mer_numbers' };
  expect(await findVirtualNumber(ref)).toBeUndefined();
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => inTransaction((tx) => openVirtualAccount(tx, ref))),
  );
  const numbers = new Set(opened.map(({ number }) => number));
  expect(numbers.size).toBe(1);
  const [number = ''] = numbers;
  expect(await findVirtualNumber(ref)).toBe(number);
  expect(await findVirtualAccount(number)).toEqual({ number, ref, state: 'active' });
  expect(await findVirtualAccount(virtualNumber(9_000_000_000_000n))).toBeUndefined();
  expect(await findVirtualAccount('8800000000000001')).toBeUndefined();
});

test('the number says whether its account is frozen or closed', async () => {
  const { ref, number } = await seedVirtualAccount();
  const state = async () => (await findVirtualAccount(number))?.state;
  await freeze(ref);
  expect(await state()).toBe('frozen');
  await unfreeze(ref);
  await close(ref);
  expect(await state()).toBe('closed');
});

test('a transfer moves the money once per key, and says who moved it', async () => {
  const from = await seedVirtualAccount({ balanceMinor: 10_000n });
  const to = await seedVirtualAccount();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => transfer(from.ref, to.ref, 4_000n, `once-${from.number}`)),
  );
  expect(answers.sort()).toEqual(['posted', ...Array(4).fill('repeated')]);
  expect([await balance(from.ref), await balance(to.ref)]).toEqual([6_000n, 4_000n]);
  const moves = await db().transition.findMany({ where: { subjectId: `once-${from.number}` } });
  expect(moves).toMatchObject([{ subjectType: 'transfer', toState: 'posted', actor: 'usr' }]);
  const other = transfer(from.ref, to.ref, 4_001n, `once-${from.number}`);
  expect(await refusalCode(other)).toBe('entry_conflict');
});

test('what cannot be transferred is refused by name and moves nothing', async () => {
  const from = await seedVirtualAccount({ balanceMinor: 10_000n });
  const to = await seedVirtualAccount();
  const nobody: ExternalRef = { subject: 'merchant_balance', owner: 'mer_nobody' };
  expect(await refusalCode(transfer(from.ref, from.ref))).toBe('invalid_request');
  expect(await refusalCode(transfer(from.ref, nobody))).toBe('unknown_account');
  expect(await refusalCode(transfer(nobody, to.ref))).toBe('unknown_account');
  expect(await refusalCode(transfer(from.ref, to.ref, 0n))).toBe('line_not_positive');
  expect(await refusalCode(transfer(from.ref, to.ref, -1n))).toBe('line_not_positive');
  expect(await refusalCode(transfer(from.ref, to.ref, 10n ** 19n))).toBe('amount_out_of_range');
  expect(await refusalCode(transfer(from.ref, to.ref, 10_001n))).toBe('insufficient_funds');
  await freeze(from.ref);
  expect(await refusalCode(transfer(from.ref, to.ref))).toBe('account_frozen');
  await unfreeze(from.ref);
  await close(to.ref);
  expect(await refusalCode(transfer(from.ref, to.ref))).toBe('account_closed');
  const bare = await seedVirtualAccount();
  await endContract(bare.merchantId);
  expect(await refusalCode(transfer(from.ref, bare.ref))).toBe('balance_not_offered');
  expect(await balance(from.ref)).toBe(10_000n);
});

test('two accounts that pay each other at the same moment both arrive', async () => {
  const a = await seedVirtualAccount({ balanceMinor: 10_000n });
  const b = await seedVirtualAccount({ balanceMinor: 10_000n });
  const there = Array.from({ length: 10 }, () => transfer(a.ref, b.ref, 300n));
  const back = Array.from({ length: 10 }, () => transfer(b.ref, a.ref, 200n));
  await Promise.all([...there, ...back]);
  expect([await balance(a.ref), await balance(b.ref)]).toEqual([9_000n, 11_000n]);
});
