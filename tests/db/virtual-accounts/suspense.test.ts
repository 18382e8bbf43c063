import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { assignSuspenseCase } from '@/lib/virtual-accounts/assign-suspense-case';
import { getSuspenseCase } from '@/lib/virtual-accounts/get-suspense-case';
import { listSuspenseCases } from '@/lib/virtual-accounts/list-suspense-cases';
import { receiveTransferIn } from '@/lib/virtual-accounts/receive-transfer-in';
import { virtualNumber } from '@/lib/virtual-accounts/rules';
import { READER } from '@/tests/support/any-staff';
import {
  close,
  endContract,
  seedVirtualAccount,
  transferIn,
} from '@/tests/support/factories/virtual-accounts';
import { makeStaff, staffCode, staffWithCode } from '@/tests/support/make-staff';
import { refusalCode } from '@/tests/support/refusal-code';

const STRANGE = virtualNumber(9_000_000_000_000n);

async function unclaimed() {
  const credit = transferIn(STRANGE);
  await receiveTransferIn(credit);
  const { bankReference } = credit;
  const { id } = await db().suspenseCase.findUniqueOrThrow({ where: { bankReference } });
  return { caseId: id, credit };
}
const assign = async (caseId: string, number: string, by?: StaffActor) =>
  assignSuspenseCase({
    ...{ caseId, number },
    ...(by ? { by, code: await staffCode(by.id) } : await staffWithCode('finance')),
  });
/** A refund that nobody claimed, in suspense. */
async function unclaimedRefund() {
  const { caseId } = await unclaimed();
  await db().suspenseCase.update({ where: { id: caseId }, data: { reason: 'unclaimed_refund' } });
  return caseId;
}

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

  const assigned = await getSuspenseCase({ caseId, by: READER });
  expect(assigned).toMatchObject({ state: 'assigned', resolvedBy: expect.stringMatching(/^usr_/) });
  const moves = await db().transition.findMany({ where: { subjectId: caseId } });
  expect(moves).toMatchObject([
    {
      subjectType: 'suspense_case',
      fromState: 'open',
      toState: 'assigned',
      actor: assigned.resolvedBy,
    },
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
  expect((await getSuspenseCase({ caseId, by: READER })).state).toBe('open');
});

test('cases are listed by state, the oldest first, page by page', async () => {
  const made = [await unclaimed(), await unclaimed(), await unclaimed()].map(
    ({ caseId }) => caseId,
  );
  const { number } = await seedVirtualAccount();
  await assign(made[1] ?? '', number);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listSuspenseCases({ state: 'open', after, limit: 1, by: READER });
    seen.push(...page.cases.map(({ id }) => id));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen.filter((id) => made.includes(id))).toEqual([made[0], made[2]]);
  expect(new Set(seen).size).toBe(seen.length);
});

test('nobody credits anything without a fresh code', async () => {
  const { caseId } = await unclaimed();
  const { number } = await seedVirtualAccount();
  const by = await makeStaff('finance');
  const guess = assignSuspenseCase({ caseId, number, by, code: '000000' });
  expect(await refusalCode(guess)).toBe('totp_wrong');
  expect((await getSuspenseCase({ caseId, by: READER })).state).toBe('open');
});

test('a refund that nobody claimed is credited when two people name the same number, never by one', async () => {
  const caseId = await unclaimedRefund();
  const [{ number, ref }, other] = [await seedVirtualAccount(), await seedVirtualAccount()];
  const [one, two] = [await makeStaff('finance'), await makeStaff('finance')];
  expect(await assign(caseId, number, one)).toBe('proposed');
  expect(await refusalCode(assign(caseId, number, one))).toBe('suspense_same_person');
  // Another number is another proposal, and the first one has to be made again.
  expect(await assign(caseId, other.number, two)).toBe('proposed');
  expect(await assign(caseId, number, two)).toBe('proposed');
  expect((await balanceOf(ref)).amountMinor).toBe(0n);
  expect(await assign(caseId, number, one)).toBe('assigned');
  expect((await balanceOf(ref)).amountMinor).toBe(12_300n);
  expect((await balanceOf(other.ref)).amountMinor).toBe(0n);
});

test('the database itself refuses that one person credits a refund that nobody claimed', async () => {
  const caseId = await unclaimedRefund();
  const { number } = await seedVirtualAccount();
  const alone = db().$executeRaw`
    UPDATE suspense_cases SET state = 'assigned', assigned_number = ${number}, resolved_by = 'usr_x',
           resolved_at = now(), proposed_number = ${number}, proposed_by = 'usr_x', proposed_at = now()
     WHERE id = ${caseId}`;
  await expect(alone).rejects.toThrow(/suspense_two_people/);
});
