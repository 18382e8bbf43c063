import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { cny } from '@/lib/money/money';
import { getPayout } from '@/lib/payouts/get-payout';
import { getWithdrawable } from '@/lib/payouts/get-withdrawable';
import { listPayouts } from '@/lib/payouts/list-payouts';
import { requestWithdrawal } from '@/lib/payouts/request-withdrawal';
import { getQuota } from '@/lib/persons/get-quota';
import { keepBankCard } from '@/lib/persons/keep-bank-card';
import { removeBankCard } from '@/lib/persons/remove-bank-card';
import { payoutsAtBank, scriptPayout } from '@/tests/support/bank-control';
import { withLuhn } from '@/tests/support/card-numbers';
import { freeze } from '@/tests/support/factories/virtual-accounts';
import {
  ageEntry,
  type Owner,
  seedOwner,
  topUpByCard,
  withdraw,
} from '@/tests/support/factories/withdrawals';
import { CARD, HOLDER } from '@/tests/support/known-account';
import { refusalCode } from '@/tests/support/refusal-code';

const standing = async ({ account }: Owner) => {
  const found = await findLedgerAccount(account);
  return [found?.balance.amountMinor, found?.held.amountMinor];
};
const payoutsOf = ({ account }: Owner) => listPayouts({ account, limit: 100 });

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('asking holds the money, and only the bank’s word takes it', async () => {
  const owner = await seedOwner();
  await scriptPayout(70_101n, { outcome: 'stay' });
  const { payoutId, state } = await withdraw(owner, 70_101n);
  expect(state).toBe('accepted');
  expect(await standing(owner)).toEqual([100_000n, 70_101n]);
  const payout = await getPayout({ payoutId, account: owner.account });
  expect(payout).toMatchObject({ amount: cny(70_101n), requestedBy: owner.userId });
  expect(await payoutsAtBank(payout.channelOrderNo)).toMatchObject([{ state: 'accepted' }]);
  const moves = await db().transition.findMany({
    where: { subjectType: 'payout', subjectId: payoutId },
    orderBy: { id: 'asc' },
  });
  expect(moves.map(({ toState, actor }) => [toState, actor])).toEqual([
    ['held', owner.userId],
    ['sent', owner.userId],
    ['accepted', 'bank'],
  ]);
});

test('the card number and the name are read for the bank alone, on record, and rest nowhere else', async () => {
  const owner = await seedOwner();
  await scriptPayout(70_102n, { outcome: 'stay' });
  const { payoutId } = await withdraw(owner, 70_102n);
  const reads = await db().vaultRead.findMany({ where: { actor: `payout:${payoutId}` } });
  expect(reads.map(({ purpose }) => purpose).sort()).toEqual(['bank_card', 'person_name']);
  const row = await db().payout.findUniqueOrThrow({ where: { id: payoutId } });
  const kept = Object.values({ ...row, evidence: JSON.stringify(row.evidence) }).join(' ');
  expect(kept).not.toContain(CARD);
  expect(kept).not.toContain(HOLDER);
});

test('the same request five times at once is one withdrawal; another one under its key is refused', async () => {
  const owner = await seedOwner();
  const key = newSortableNumber();
  await scriptPayout(70_103n, { outcome: 'stay' });
  const answers = await Promise.all(Array.from({ length: 5 }, () => withdraw(owner, 70_103n, key)));
  expect(new Set(answers.map(({ payoutId }) => payoutId)).size).toBe(1);
  expect(await standing(owner)).toEqual([100_000n, 70_103n]);
  // Also when the balance would not do for a second one, and the card is gone.
  await removeBankCard(owner);
  expect((await withdraw(owner, 70_103n, key)).payoutId).toBe(answers[0]?.payoutId);
  expect(await refusalCode(withdraw(owner, 70_104n, key))).toBe('idempotency_key_reused');
  const stranger = { ...owner, userId: (await seedOwner()).userId };
  expect(await refusalCode(withdraw(stranger, 70_103n, key))).toBe('not_permitted');
  expect((await payoutsOf(owner)).payouts).toHaveLength(1);
});

test('of twenty withdrawals of 100 from 1000 at once exactly ten are made', async () => {
  const owner = await seedOwner({ balanceMinor: 1_000n });
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => refusalCode(withdraw(owner, 100n))),
  );
  expect(codes.filter((code) => code === 'fine')).toHaveLength(10);
  expect(codes.filter((code) => code === 'insufficient_funds')).toHaveLength(10);
  expect((await payoutsOf(owner)).payouts).toHaveLength(10);
  const [balance = 0n, held = 0n] = await standing(owner);
  expect(balance).toBe(held);
});

test('one withdraws from one’s own account to one’s own card, and from nowhere else to nobody else', async () => {
  const owner = await seedOwner();
  const other = await seedOwner();
  const shop = { subject: 'merchant_balance' as const, owner: owner.merchantId };
  const attempts = [
    { ...owner, bankCardId: other.bankCardId },
    { ...owner, account: other.account },
    { ...owner, userId: other.userId },
    { ...owner, account: shop },
    { ...owner, bankCardId: 'crd_nobody' },
  ];
  for (const attempt of attempts) {
    expect(await refusalCode(withdraw(attempt, 100n))).toBe('not_permitted');
  }
  await removeBankCard({ personId: owner.personId, bankCardId: owner.bankCardId });
  expect(await refusalCode(withdraw(owner, 100n))).toBe('not_permitted');
  expect(await standing(owner)).toEqual([100_000n, 0n]);
});

test.each([
  [0n, 'line_not_positive'],
  [-1n, 'line_not_positive'],
  [100_001n, 'insufficient_funds'],
  [10n ** 19n, 'amount_out_of_range'],
])('an amount of %s fen is refused by name and leaves no payout', async (amountMinor, code) => {
  const owner = await seedOwner();
  expect(await refusalCode(withdraw(owner, amountMinor))).toBe(code);
  expect((await payoutsOf(owner)).payouts).toEqual([]);
  expect(await standing(owner)).toEqual([100_000n, 0n]);
});

test('nothing leaves a frozen account', async () => {
  const owner = await seedOwner();
  await freeze(owner.account);
  expect(await refusalCode(withdraw(owner, 100n))).toBe('account_frozen');
});

test('money topped up by card stays for its hours, however many ask at once', async () => {
  const owner = await seedOwner({ balanceMinor: 50_000n });
  const topUp = await topUpByCard(owner.customerId, 30_000n);
  expect(await getWithdrawable({ account: owner.account })).toMatchObject({
    withdrawable: cny(50_000n),
    available: cny(80_000n),
  });
  await expect(withdraw(owner, 50_001n)).rejects.toMatchObject({
    code: 'top_up_too_fresh',
    facts: { hours: 24, withdrawable: '¥500.00' },
  });
  const codes = await Promise.all(
    Array.from({ length: 4 }, () => refusalCode(withdraw(owner, 20_000n))),
  );
  expect(codes.sort()).toEqual(['fine', 'fine', 'top_up_too_fresh', 'top_up_too_fresh']);

  await ageEntry(topUp, 24);
  expect(await refusalCode(withdraw(owner, 40_000n))).toBe('fine');
});

test('in class I withdrawals count to the limit, in class II they do not', async () => {
  const first = await seedOwner({ balanceMinor: 300_000n, sources: ['identity'] });
  const used = async ({ userId, customerId }: Owner) =>
    (await getQuota({ userId, customerId })).period.used.amountMinor;
  expect(await refusalCode(withdraw(first, 60_000n))).toBe('fine');
  expect(await refusalCode(withdraw(first, 40_001n))).toBe('class_limit_exceeded');
  expect(await used(first)).toBe(60_000n);
  expect((await payoutsOf(first)).payouts).toHaveLength(1);
  expect(await refusalCode(withdraw(first, 40_000n))).toBe('fine');

  const second = await seedOwner({ balanceMinor: 300_000n });
  expect(await refusalCode(withdraw(second, 250_000n))).toBe('fine');
  expect(await used(second)).toBe(0n);
});

test('an account’s payouts are listed newest first, page by page, and nobody else’s', async () => {
  const [owner, other] = [await seedOwner(), await seedOwner()];
  const made: string[] = [];
  for (const amount of [101n, 102n, 103n]) made.unshift((await withdraw(owner, amount)).payoutId);
  const first = await listPayouts({ account: owner.account, limit: 2 });
  const before = first.next ?? '';
  const second = await listPayouts({ account: owner.account, limit: 2, before });
  expect([...first.payouts, ...second.payouts].map(({ id }) => id)).toEqual(made);
  expect(second.next).toBeNull();
  expect((await payoutsOf(other)).payouts).toEqual([]);
  const [payoutId = ''] = made;
  expect(await refusalCode(getPayout({ payoutId, account: other.account }))).toBe('not_found');
});

test('any card of the person’s will do', async () => {
  const owner = await seedOwner();
  const cardNo = withLuhn('621700000000000000');
  const card = await inTransaction((tx) =>
    keepBankCard(tx, { personId: owner.personId, cardNo, bankName: '演示银行' }),
  );
  const request = { account: owner.account, bankCardId: card.id, amount: cny(100n) };
  const asked = requestWithdrawal({ ...request, requestKey: 'other-card', actor: owner.userId });
  expect((await asked).state).not.toBe('failed');
});
