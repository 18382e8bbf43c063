import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { endRefundCase } from '@/lib/refund-cases/end-refund-case';
import { expireRefundCases } from '@/lib/refund-cases/expire-refund-cases';
import { openRefundCase } from '@/lib/refund-cases/open-refund-case';
import { receiveOriginalReturn } from '@/lib/refund-cases/receive-original-return';
import { sendTransfer } from '@/lib/refund-cases/send-transfer';
import { settleRefundOutcome } from '@/lib/refunds/settle-refund-outcome';
import { assignSuspenseCase } from '@/lib/virtual-accounts/assign-suspense-case';
import { scriptPayout } from '@/tests/support/bank-control';
import { topUp } from '@/tests/support/factories/payable-order';
import { makeStaff, staffCode, staffWithCode } from '@/tests/support/make-staff';
import {
  balanceMinor,
  learnedAt,
  makePaidByUnionPay,
  refundsOf,
} from '@/tests/support/paid-by-unionpay';
import {
  approveAll,
  askRefund,
  bankSays,
  coolOffIsOver,
  openOnlyCase,
  openScene,
  payoutOf,
  send,
  view,
} from '@/tests/support/refund-case-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const refuse = (amountMinor: bigint, respCode: string) =>
  rail.ask('script', {
    match: { amount: String(amountMinor), kind: 'refund' },
    behaviour: { outcome: 'refuse', respCode },
    times: 1,
  });

/** A refund whose card is gone, approved to be paid out. */
async function refusedScene(refundMinor: bigint) {
  const paid = await makePaidByUnionPay(rail, 6_800n);
  await refuse(refundMinor, '63');
  await askRefund(paid, refundMinor);
  const scene = { ...paid, ...(await openOnlyCase(paid.orderId)) };
  await approveAll(scene.caseId);
  return scene;
}

/** The channel says after all that it gave the refused refund back. */
async function originalReturns({ orderId }: { orderId: string }, amountMinor: bigint) {
  const refused = (await refundsOf(orderId)).find(({ route }) => route === 'refund');
  await settleRefundOutcome({
    refundId: String(refused?.id),
    outcome: { kind: 'succeeded', channelRef: 'late', amount: cny(amountMinor), evidence: {} },
    cause: 'found in the channel’s file',
  });
}

const suspense = async () =>
  (await balanceOf({ subject: 'suspense', owner: 'platform' })).amountMinor;

test.each(['45', '35', '36', '62'])(
  'code %s never opens a case: the money may have gone back',
  async (code) => {
    const paid = await makePaidByUnionPay(rail, 6_800n);
    const refundMinor = 6_000n + BigInt(code);
    await refuse(refundMinor, code);
    await askRefund(paid, refundMinor);
    const rows = await refundsOf(paid.orderId);
    expect(rows.map(({ route, state }) => [route, state])).toEqual([['refund', 'unknown']]);
    for (const { id } of rows) expect(await openRefundCase({ refundId: id })).toBeUndefined();
  },
);

test('even a refund that was diverted on such a code gets no case', async () => {
  const paid = await makePaidByUnionPay(rail, 6_800n);
  await learnedAt(paid.attempt.id, new Date(Date.now() - 366 * 86_400_000));
  await askRefund(paid, 6_800n);
  const [transfer] = await refundsOf(paid.orderId);
  const refundId = String(transfer?.id);
  const setCode = (code: string | null) =>
    pool().query('UPDATE refunds SET channel_code = $2 WHERE id = $1', [refundId, code]);
  await setCode('45');
  await expect(openRefundCase({ refundId })).rejects.toThrow('diverted on the code 45');
  await setCode(null);
  expect(await openRefundCase({ refundId })).toBeDefined();
});

test.each([
  ['merchant', 'failed'],
  ['suspense', 'unclaimed'],
  ['balance', 'succeeded'],
] as const)(
  'unclaimed for 45 days it goes to the %s, where its merchant says so',
  async (policy, state) => {
    const { caseId, merchantId, customerId, orderId, attempt } = await openScene(rail);
    await topUp(customerId, 100n);
    await pool().query('UPDATE attempts SET customer_id = $2 WHERE id = $1', [
      attempt.id,
      customerId,
    ]);
    await pool().query(
      `UPDATE merchants SET unclaimed_refund = $2::unclaimed_refund, balance_contract = 'licensed' WHERE id = $1`,
      [merchantId, policy],
    );
    await expireRefundCases();
    expect((await view(caseId)).case.state).toBe('open');
    const before = await Promise.all([suspense(), balanceMinor('merchant_pending', merchantId)]);
    await pool().query(
      `UPDATE refund_cases SET expires_at = now() - interval '1 ms' WHERE id = $1`,
      [caseId],
    );
    await expireRefundCases();
    expect((await view(caseId)).case).toMatchObject({ state: 'closed', endedAs: policy });
    expect((await refundsOf(orderId)).map((row) => row.state)).toEqual([state]);
    const after = await Promise.all([suspense(), balanceMinor('merchant_pending', merchantId)]);
    expect(after.map((minor, i) => minor - (before[i] ?? 0n))).toEqual([
      policy === 'suspense' ? 6_800n : 0n,
      policy === 'merchant' ? 6_800n : 0n,
    ]);
  },
);

test('who has no balance gets none: it is the merchant’s again', async () => {
  const { caseId, merchantId } = await openScene(rail);
  await pool().query(
    `UPDATE merchants SET unclaimed_refund = 'balance', balance_contract = 'none' WHERE id = $1`,
    [merchantId],
  );
  await pool().query(`UPDATE refund_cases SET expires_at = now() - interval '1 ms' WHERE id = $1`, [
    caseId,
  ]);
  await expireRefundCases();
  expect((await view(caseId)).case).toMatchObject({ state: 'closed', endedAs: 'merchant' });
});

test('a senior ends a case with a reason and a code; an agent may not', async () => {
  const { caseId, orderId } = await openScene(rail);
  const by = await makeStaff('senior_agent');
  const agent = await makeStaff('agent');
  const why = '商户已在店里退了现金';
  const end = async (who: typeof by, code?: string) =>
    endRefundCase({ caseId, why, code: code ?? (await staffCode(who.id)), by: who });
  expect(await refusalCode(end(agent))).toBe('not_permitted');
  expect(await refusalCode(end(by, '000000'))).toBe('totp_wrong');
  await end(by);
  expect((await view(caseId)).case).toMatchObject({ state: 'closed', endedAs: 'merchant' });
  expect((await refundsOf(orderId)).map(({ state }) => state)).toEqual(['failed']);
  expect(await refusalCode(end(by))).toBe('state_conflict');
});

test('given back by the channel before it was sent: nobody is paid, and it is booked once', async () => {
  const scene = await refusedScene(6_751n);
  const payable = await balanceMinor('refunds_payable', 'unionpay');
  await originalReturns(scene, 6_751n);
  // The job has not come by yet when the cool-off ends.
  await coolOffIsOver(scene.caseId);
  await sendTransfer({ caseId: scene.caseId });
  const after = await view(scene.caseId);
  expect(after.case).toMatchObject({ state: 'closed', endedAs: 'original', payoutTries: 0 });
  expect(after.payout).toBeNull();
  expect(await balanceMinor('refunds_payable', 'unionpay')).toBe(payable - 6_751n);
  await receiveOriginalReturn({ refundId: scene.refundId });
  expect((await view(scene.caseId)).case).toMatchObject({ state: 'closed', endedAs: 'original' });
});

test('given back while the payout is under way: the bank decides whether somebody has it twice', async () => {
  for (const [refundMinor, action, end, twice] of [
    [6_752n, 'fail', 'original', 0n],
    [6_753n, 'succeed', 'card', -6_753n],
  ] as const) {
    const scene = await refusedScene(refundMinor);
    await scriptPayout(refundMinor, { outcome: 'stay' });
    const payout = await send(scene.caseId);
    const before = await suspense();
    await originalReturns(scene, refundMinor);
    await receiveOriginalReturn({ refundId: scene.refundId });
    expect((await view(scene.caseId)).case.state).toBe('sent');
    await bankSays(payout, action);
    expect((await view(scene.caseId)).case.endedAs).toBe(end);
    expect((await suspense()) - before).toBe(twice);
  }
});

test('given back after it was paid out: somebody owes it, in sight of a person, and a return squares it', async () => {
  const scene = await refusedScene(6_754n);
  await scriptPayout(6_754n, { outcome: 'stay' });
  await bankSays(await send(scene.caseId), 'succeed');
  const before = await suspense();
  await originalReturns(scene, 6_754n);
  await receiveOriginalReturn({ refundId: scene.refundId });
  await receiveOriginalReturn({ refundId: scene.refundId });
  expect((await suspense()) - before).toBe(-6_754n);
  expect((await view(scene.caseId)).exposure[0]?.returnedAt).not.toBeNull();
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM suspense_cases WHERE reason = 'returned_twice' AND remark IN (SELECT id FROM refunds WHERE order_id = $1)`,
    [scene.orderId],
  );
  expect(rows).toHaveLength(1);
  const credit = assignSuspenseCase({
    caseId: String(rows[0]?.id),
    number: '8800000000000013',
    ...(await staffWithCode('finance')),
  });
  expect(await refusalCode(credit)).toBe('suspense_is_owed');

  await bankSays(await payoutOf(scene.caseId), 'return');
  expect((await view(scene.caseId)).case).toMatchObject({ state: 'closed', endedAs: 'original' });
  expect(await suspense()).toBe(before);
});
