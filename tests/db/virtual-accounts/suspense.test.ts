import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { assignSuspenseCase } from '@/lib/virtual-accounts/assign-suspense-case';
import { getSuspenseCase } from '@/lib/virtual-accounts/get-suspense-case';
import { listSuspenseCases } from '@/lib/virtual-accounts/list-suspense-cases';
import { receiveTransferIn } from '@/lib/virtual-accounts/receive-transfer-in';
import { virtualNumber } from '@/lib/virtual-accounts/rules';
import {
  close,
  endContract,
  seedVirtualAccount,
  transferIn,
} from '@/tests/support/factories/virtual-accounts';
import { refusalCode } from '@/tests/support/refusal-code';

const STRANGE = virtualNumber(9_000_000_000_000n);

async function unclaimed() {
  const credit = transferIn(STRANGE);
  await receiveTransferIn(credit);
  const { bankReference } = credit;
  const { id } = await db().suspenseCase.findUniqueOrThrow({ where: { bankReference } });
  return { caseId: id, credit };
}
const assign = (caseId: string, number: string) =>
  assignSuspenseCase({ caseId, number, actor: 'usr_desk' });

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

test('of five people who assign a case at once one succeeds, and the account has the money once', async () => {
  const { caseId, credit } = await unclaimed();
  const accounts = await Promise.all(Array.from({ length: 5 }, () => seedVirtualAccount()));
  const codes = await Promise.all(
    accounts.map(({ number }) => refusalCode(assign(caseId, number))),
  );
  expect(codes.sort()).toEqual(['fine', ...Array(4).fill('state_conflict')]);
  const balances = await Promise.all(accounts.map(({ ref }) => balanceOf(ref)));
  expect(balances.map(({ amountMinor }) => amountMinor).sort()).toEqual([0n, 0n, 0n, 0n, 12_300n]);

  const assigned = await getSuspenseCase({ caseId });
  expect(assigned).toMatchObject({ state: 'assigned', resolvedBy: 'usr_desk' });
  const moves = await db().transition.findMany({ where: { subjectId: caseId } });
  expect(moves).toMatchObject([
    { subjectType: 'suspense_case', fromState: 'open', toState: 'assigned', actor: 'usr_desk' },
  ]);
  expect(await receiveTransferIn(credit)).toBe('repeated');
});

test('a case goes to an account that exists, is open and may hold money; else it stays open', async () => {
  const { caseId } = await unclaimed();
  const closed = await seedVirtualAccount();
  await close(closed.ref);
  const bare = await seedVirtualAccount();
  await endContract(bare.merchantId);
  expect(await refusalCode(assign(caseId, STRANGE))).toBe('unknown_account');
  expect(await refusalCode(assign(caseId, closed.number))).toBe('account_closed');
  expect(await refusalCode(assign(caseId, bare.number))).toBe('balance_not_offered');
  expect(await refusalCode(assign('ssp_nobody', bare.number))).toBe('not_found');
  expect((await getSuspenseCase({ caseId })).state).toBe('open');
});

test('cases are listed by state, the oldest first, page by page', async () => {
  const made = [await unclaimed(), await unclaimed(), await unclaimed()].map(
    ({ caseId }) => caseId,
  );
  const { number } = await seedVirtualAccount();
  await assign(made[1] ?? '', number);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listSuspenseCases({ state: 'open', after, limit: 1 });
    seen.push(...page.cases.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen.filter((id) => made.includes(id))).toEqual([made[0], made[2]]);
  expect(new Set(seen).size).toBe(seen.length);
});
