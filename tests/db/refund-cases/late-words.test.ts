import { afterEach, expect, test } from 'vitest';
import type { PayoutOutcome } from '@/lib/channels/payout-port';
import { db, pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { settlePayoutOutcome } from '@/lib/payouts/settle-payout-outcome';
import { askForPayee } from '@/lib/refund-cases/ask-for-payee';
import { endRefundCase } from '@/lib/refund-cases/end-refund-case';
import { expireRefundCases } from '@/lib/refund-cases/expire-refund-cases';
import { receiveOriginalReturn } from '@/lib/refund-cases/receive-original-return';
import { sendTransfer } from '@/lib/refund-cases/send-transfer';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { settleRefundOutcome } from '@/lib/refunds/settle-refund-outcome';
import { payoutsAtBank, scriptPayout } from '@/tests/support/bank-control';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { makeStaff, staffCode } from '@/tests/support/make-staff';
import {
  balanceMinor,
  confirmAtChannel,
  learn,
  learnedAt,
  makePaidByUnionPay,
  refundsOf,
} from '@/tests/support/paid-by-unionpay';
import {
  approve,
  approveAll,
  approvedScene,
  askRefund,
  bankSays,
  coolOffIsOver,
  namePayee,
  openOnlyCase,
  openScene,
  payoutOf,
  propose,
  send,
  view,
  withoutTriggers,
} from '@/tests/support/refund-case-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const suspense = async () =>
  (await balanceOf({ subject: 'suspense', owner: 'platform' })).amountMinor;
const expire = (caseId: string) =>
  pool().query(`UPDATE refund_cases SET expires_at = now() - interval '1 ms' WHERE id = $1`, [
    caseId,
  ]);

/** A refund that the channel refused, paid out by the bank. */
async function paidOutScene(refundMinor: bigint) {
  const paid = await makePaidByUnionPay(rail, 6_800n);
  await rail.ask('script', {
    match: { amount: String(refundMinor), kind: 'refund' },
    behaviour: { outcome: 'refuse', respCode: '63' },
    times: 1,
  });
  await askRefund(paid, refundMinor);
  const scene = { ...paid, ...(await openOnlyCase(paid.orderId)) };
  await approveAll(scene.caseId);
  await scriptPayout(refundMinor, { outcome: 'stay' });
  const payout = await send(scene.caseId);
  return { ...scene, payout };
}

test('given back by the channel and sent back by the bank at once, it is booked once, whichever is heard of first', async () => {
  for (const [refundMinor, jobFirst] of [
    [6_761n, true],
    [6_762n, false],
  ] as const) {
    const { orderId, caseId, refundId, payout } = await paidOutScene(refundMinor);
    await bankSays(payout, 'succeed');
    const before = [await suspense(), await balanceMinor('refunds_payable', 'unionpay')];
    const refused = (await refundsOf(orderId)).find(({ route }) => route === 'refund');
    await settleRefundOutcome({
      refundId: String(refused?.id),
      outcome: { kind: 'succeeded', channelRef: 'late', amount: cny(refundMinor), evidence: {} },
      cause: 'found in the channel’s file',
    });
    if (jobFirst) await receiveOriginalReturn({ refundId });
    await bankSays(payout, 'return');
    await receiveOriginalReturn({ refundId });
    expect((await view(caseId)).case).toMatchObject({ state: 'closed', endedAs: 'original' });
    const after = [await suspense(), await balanceMinor('refunds_payable', 'unionpay')];
    expect(after).toEqual(before);
  }
});

test('late money that nobody claims waits in suspense, whatever the merchant’s policy or a person says', async () => {
  for (const [amountMinor, end] of [
    [6_763n, expireRefundCases],
    [6_764n, endRefundCase],
  ] as const) {
    const { order, merchantId } = await makePayableOrder({ amountMinor });
    const attempt = await makeAttempt(order, 'superseded');
    await payFromBalance(order);
    await confirmAtChannel(rail, attempt);
    await learn(attempt);
    await learnedAt(attempt.id, new Date(Date.now() - 366 * 86_400_000));
    await returnLatePayment({ attemptId: attempt.id });
    const { caseId } = await openOnlyCase(order.id);
    const before = await suspense();
    if (end === endRefundCase) {
      const by = await makeStaff('senior_agent');
      await endRefundCase({ caseId, why: '找不到付款人', code: await staffCode(by.id), by });
    } else {
      await expire(caseId);
      await expireRefundCases();
    }
    expect((await view(caseId)).case).toMatchObject({ state: 'closed', endedAs: 'suspense' });
    expect((await suspense()) - before).toBe(amountMinor);
    expect(await balanceMinor('late_payments', merchantId)).toBe(0n);
  }
});

test('a payout that the bank refused and then says it paid stops its case; what cannot be ended holds up no other', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_765n });
  await scriptPayout(6_765n, { outcome: 'stay' });
  const payout = await send(caseId);
  await bankSays(payout, 'fail');
  await namePayee(caseId);
  const { contentHash } = await propose(caseId);
  const word = (outcome: PayoutOutcome) =>
    settlePayoutOutcome({ payoutId: payout.id, outcome, cause: 'told by the bank' });
  const [amount, evidence] = [cny(6_765n), {}];
  const paid = { kind: 'succeeded', channelRef: 'late', amount, evidence } as const;
  await word(paid);
  expect((await view(caseId)).unclear).toBe('case_payout_contradicted');
  expect(await refusalCode(approve(caseId, contentHash))).toBe('case_payout_contradicted');
  // Of its first word again: it goes on, up to the sending.
  await word({ kind: 'failed', reason: 'declined', evidence });
  await approve(caseId, contentHash);
  await word(paid);
  await coolOffIsOver(caseId);
  await sendTransfer({ caseId });
  const { case: waiting } = await view(caseId);
  expect(waiting).toMatchObject({ state: 'approved', payoutTries: 1 });

  const { caseId: stuck } = await approvedScene(rail, { amountMinor: 6_766n });
  await scriptPayout(6_766n, { outcome: 'stay' });
  const second = await send(stuck);
  await bankSays(second, 'fail');
  await db().payout.update({ where: { id: second.id }, data: { contradictedAt: new Date() } });
  const { caseId: next } = await openScene(rail, { amountMinor: 6_767n });
  await expire(stuck);
  await expire(next);
  await expireRefundCases();
  expect((await view(stuck)).case.state).toBe('open');
  expect((await view(next)).case).toMatchObject({ state: 'closed', endedAs: 'merchant' });
});

test('a notice about a payout that the bank had refused has the bank asked; its first word again frees the case', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_768n });
  await scriptPayout(6_768n, { outcome: 'stay' });
  const payout = await send(caseId);
  await bankSays(payout, 'fail');
  await db().payout.update({ where: { id: payout.id }, data: { contradictedAt: new Date() } });
  // Asking by itself it does no more.
  await resolvePayout({ payoutId: payout.id });
  expect((await view(caseId)).unclear).toBe('case_payout_contradicted');
  await resolvePayout({ channel: 'bank', payoutNo: payout.channelOrderNo });
  expect((await view(caseId)).unclear).toBeNull();
});

test('a card that was put in the place of the approved one is not paid', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_769n });
  const other = await openScene(rail, { amountMinor: 6_770n });
  const payeeId = await namePayee(other.caseId);
  await withoutTriggers(
    `UPDATE payees SET card_item_id = (SELECT card_item_id FROM payees WHERE id = '${payeeId}')
      WHERE id = (SELECT payee_id FROM refund_cases WHERE id = '${caseId}')`,
  );
  await coolOffIsOver(caseId);
  await expect(sendTransfer({ caseId })).rejects.toThrow('holds another card');
  expect(await payoutsAtBank((await payoutOf(caseId)).channelOrderNo)).toHaveLength(0);
});

test('without a usable phone a case is due in a day, not in the shopper’s week', async () => {
  const { caseId } = await openScene(rail, { amountMinor: 6_771n });
  await askForPayee({ caseId });
  const { case: found, now } = await view(caseId);
  expect(Number(found.dueAt)).toBeLessThanOrEqual(now.getTime() + 86_400_000);
});
