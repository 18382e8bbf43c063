import { afterEach, expect, test } from 'vitest';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { ExternalRef } from '@/lib/ledger/chart';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { receiveTransferIn } from '@/lib/virtual-accounts/receive-transfer-in';
import { virtualNumber } from '@/lib/virtual-accounts/rules';
import { selectCases } from '@/lib/virtual-accounts/suspense-store';
import {
  close,
  endContract,
  freeze,
  numberFor,
  seedVirtualAccount,
  transferIn,
} from '@/tests/support/factories/virtual-accounts';
import { refusalCode } from '@/tests/support/refusal-code';

const balance = async (ref: ExternalRef) => (await balanceOf(ref)).amountMinor;
const suspended = async () =>
  (await balanceOf({ subject: 'suspense', owner: 'platform' })).amountMinor;
const caseOf = async (bankReference: string) =>
  (await selectCases({ limit: 100 })).filter((found) => found.bankReference === bankReference);

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('money for a number is on its account', async () => {
  const { ref, number } = await seedVirtualAccount();
  expect(await receiveTransferIn(transferIn(number))).toBe('credited');
  expect(await balance(ref)).toBe(12_300n);
});

test('a merchant and the platform have numbers, too', async () => {
  const { merchantId } = await seedVirtualAccount();
  await endContract(merchantId);
  const refs: ExternalRef[] = [
    { subject: 'merchant_balance', owner: merchantId },
    { subject: 'platform_balance', owner: 'platform' },
  ];
  for (const ref of refs) {
    const before = await balance(ref);
    expect(await receiveTransferIn(transferIn(await numberFor(ref)))).toBe('credited');
    expect((await balance(ref)) - before).toBe(12_300n);
  }
});

test('the same credit told ten times at once is booked once', async () => {
  const { ref, number } = await seedVirtualAccount();
  const credit = transferIn(number);
  const answers = await Promise.all(Array.from({ length: 10 }, () => receiveTransferIn(credit)));
  expect(answers.sort()).toEqual(['credited', ...Array(9).fill('repeated')]);
  expect(await balance(ref)).toBe(12_300n);
});

test('one bank reference with another amount or number is a conflict, and books nothing', async () => {
  const { ref, number } = await seedVirtualAccount();
  const other = await seedVirtualAccount();
  const credit = transferIn(number);
  await receiveTransferIn(credit);
  const changes = [{ amount: cny(1n) }, { number: other.number }];
  for (const change of changes) {
    expect(await refusalCode(receiveTransferIn({ ...credit, ...change }))).toBe('entry_conflict');
  }
  expect([await balance(ref), await balance(other.ref)]).toEqual([12_300n, 0n]);
});

test('money for a number nobody has waits in suspense, once, with the payer masked', async () => {
  const before = await suspended();
  for (const number of [virtualNumber(9_000_000_000_000n), '8800000000000001', 'not a number']) {
    const credit = transferIn(number);
    const answers = await Promise.all(Array.from({ length: 4 }, () => receiveTransferIn(credit)));
    expect(answers.sort()).toEqual(['repeated', 'repeated', 'repeated', 'suspense']);
    expect(await caseOf(credit.bankReference)).toMatchObject([
      {
        claimedNumber: number,
        amount: cny(12_300n),
        payerNameMasked: '李*',
        payerAccountMasked: '****5678',
        reason: 'unknown_number',
        state: 'open',
      },
    ]);
    const changed = { ...credit, amount: cny(1n) };
    expect(await refusalCode(receiveTransferIn(changed))).toBe('entry_conflict');
  }
  expect((await suspended()) - before).toBe(36_900n);
});

test('a frozen account still takes money in', async () => {
  const { ref, number } = await seedVirtualAccount();
  await freeze(ref);
  expect(await receiveTransferIn(transferIn(number))).toBe('credited');
  expect(await balance(ref)).toBe(12_300n);
});

test('money for a closed account waits in suspense', async () => {
  const { ref, number } = await seedVirtualAccount();
  await close(ref);
  const credit = transferIn(number);
  expect(await receiveTransferIn(credit)).toBe('suspense');
  expect(await caseOf(credit.bankReference)).toMatchObject([{ reason: 'closed_account' }]);
  expect(await receiveTransferIn(credit)).toBe('repeated');
  expect(await balance(ref)).toBe(0n);
});

test('without a contract a customer’s money waits in suspense; what was credited before stays', async () => {
  const { ref, number, merchantId } = await seedVirtualAccount();
  const early = transferIn(number);
  await receiveTransferIn(early);
  await endContract(merchantId);
  const late = transferIn(number);
  expect(await receiveTransferIn(late)).toBe('suspense');
  expect(await caseOf(late.bankReference)).toMatchObject([{ reason: 'no_contract' }]);
  expect(await receiveTransferIn(early)).toBe('repeated');
  expect(await caseOf(early.bankReference)).toEqual([]);
  const changed = { ...early, amount: cny(1n) };
  expect(await refusalCode(receiveTransferIn(changed))).toBe('entry_conflict');
  expect(await balance(ref)).toBe(12_300n);
});

test.each([
  [0n, 'line_not_positive'],
  [-1n, 'line_not_positive'],
  [10n ** 19n, 'amount_out_of_range'],
])('an amount of %s fen is refused by name', async (amountMinor, code) => {
  const { number } = await seedVirtualAccount();
  const credits = [number, '8800000000000001'].map((to) =>
    transferIn(to, { amount: cny(amountMinor) }),
  );
  for (const credit of credits) {
    expect(await refusalCode(receiveTransferIn(credit))).toBe(code);
    expect(await caseOf(credit.bankReference)).toEqual([]);
  }
});
