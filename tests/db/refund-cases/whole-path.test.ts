import { afterEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { keepPayee } from '@/lib/payouts/keep-payee';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { claimCase } from '@/lib/refund-cases/claim-case';
import { forgetDonePayees } from '@/lib/refund-cases/forget-done-payees';
import { openRefundCase } from '@/lib/refund-cases/open-refund-case';
import { sendTransfer } from '@/lib/refund-cases/send-transfer';
import { settleCasePayout } from '@/lib/refund-cases/settle-case-payout';
import { sweepRefundCases } from '@/lib/refund-cases/sweep-refund-cases';
import { decidePayout, payoutsAtBank, scriptPayout } from '@/tests/support/bank-control';
import { seedOwner } from '@/tests/support/factories/withdrawals';
import {
  balanceMinor,
  learnedAt,
  makePaidByUnionPay,
  refundsOf,
  signalOf,
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
} from '@/tests/support/refund-case-scene';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const stateOf = async (orderId: string) =>
  (await refundsOf(orderId)).map(({ route, state }) => [route, state]);

test('from the channel’s refusal to the proof: claimed, proposed, approved by somebody else, paid out', async () => {
  const paid = await makePaidByUnionPay(rail, 6_800n);
  await rail.ask('script', {
    match: { amount: '6701', kind: 'refund' },
    behaviour: { outcome: 'refuse', respCode: '63' },
    times: 1,
  });
  const payable = await balanceMinor('refunds_payable', 'unionpay');
  await askRefund(paid, 6_701n);
  expect(await stateOf(paid.orderId)).toEqual([
    ['refund', 'failed'],
    ['transfer', 'diverted'],
  ]);
  const { caseId, refundId } = await openOnlyCase(paid.orderId);
  // The job again finds the same case.
  expect(await openRefundCase({ refundId })).toEqual({ caseId });
  expect((await view(caseId)).case).toMatchObject({
    state: 'open',
    cause: 'account_closed',
    channelCode: '63',
  });

  await namePayee(caseId);
  const { contentHash } = await propose(caseId);
  const { state, sendAt } = await approve(caseId, contentHash);
  expect(state).toBe('approved');
  // The cool-off is not over: nothing is sent, however often the sweep comes by.
  expect(sendAt?.getTime()).toBeGreaterThan(Date.now());
  await sendTransfer({ caseId });
  expect((await view(caseId)).case).toMatchObject({ state: 'approved', payoutTries: 0 });

  await scriptPayout(6_701n, { outcome: 'stay' });
  const payout = await send(caseId);
  expect(await balanceMinor('refunds_payable', 'unionpay')).toBe(payable + 6_701n);
  await bankSays(payout, 'succeed');
  await settleCasePayout({ payoutId: payout.id });
  const done = await view(caseId);
  expect(done.case).toMatchObject({ state: 'paid', endedAs: 'card' });
  expect(done.payout?.channelRef).toBeTruthy();
  expect(await stateOf(paid.orderId)).toEqual([
    ['refund', 'failed'],
    ['transfer', 'succeeded'],
  ]);
  expect(await balanceMinor('refunds_payable', 'unionpay')).toBe(payable);
  expect(done.exposure).toMatchObject([{ caseId, returnedAt: null }]);
  expect(done.history.map(({ to }) => to)).toEqual([
    'open',
    'claimed',
    'proposed',
    'approved',
    'sent',
    'paid',
  ]);
});

test('a payout whose answer is lost is asked about under its number, and is one payout at the bank', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_702n });
  await scriptPayout(6_702n, { outcome: 'stay', lose: 'reply' });
  const payout = await send(caseId);
  expect(payout.state).toBe('unknown');
  // The job again, and the sweep again: the case has left, nothing else does.
  await Promise.all([sendTransfer({ caseId }), sendTransfer({ caseId })]);
  await resolvePayout({ payoutId: payout.id });
  await bankSays(payout, 'succeed');
  expect((await view(caseId)).case.state).toBe('paid');
  expect(await payoutsAtBank(payout.channelOrderNo)).toHaveLength(1);
  expect(await db().payout.count({ where: { payeeId: payout.payeeId } })).toBe(1);
});

test('a process killed after it committed the payout has sent nothing twice, and the sweep goes on', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_709n });
  await coolOffIsOver(caseId);
  expect(
    await signalOf('payout.committed', '@/lib/refund-cases/send-transfer', 'sendTransfer', {
      caseId,
    }),
  ).toBe('SIGKILL');
  const payout = await payoutOf(caseId);
  expect(payout.state).toBe('sent');
  expect(await payoutsAtBank(payout.channelOrderNo)).toHaveLength(0);
  await scriptPayout(6_709n, { outcome: 'stay' });
  await sendTransfer({ caseId });
  await resolvePayout({ payoutId: payout.id });
  expect(await payoutsAtBank(payout.channelOrderNo)).toHaveLength(1);
  await bankSays(payout, 'succeed');
  expect((await view(caseId)).case).toMatchObject({ state: 'paid', payoutTries: 1 });
});

test('two workers send an approved transfer once', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_703n });
  await coolOffIsOver(caseId);
  await Promise.all(Array.from({ length: 5 }, () => sendTransfer({ caseId })));
  const payout = await payoutOf(caseId);
  expect(await db().payout.count({ where: { payeeId: payout.payeeId } })).toBe(1);
  expect(await payoutsAtBank(payout.channelOrderNo)).toHaveLength(1);
});

test('what the bank refuses opens the case again for another payee; the first one is forgotten', async () => {
  const { caseId, orderId } = await approvedScene(rail, { amountMinor: 6_704n });
  await scriptPayout(6_704n, { outcome: 'stay' });
  const first = await send(caseId);
  await bankSays(first, 'fail');
  const failed = await view(caseId);
  expect(failed.case).toMatchObject({
    state: 'open',
    payeeId: null,
    proposalId: null,
    payoutTries: 1,
  });
  expect(failed.proposals[0]?.voidedAt).not.toBeNull();
  const payee = await db().payee.findUniqueOrThrow({ where: { id: first.payeeId } });
  expect(payee).toMatchObject({
    cardItemId: null,
    nameItemId: null,
    cardMasked: expect.stringMatching(/^6200\*{4}\d{4}$/),
  });
  expect(payee.forgottenAt).not.toBeNull();
  expect(await stateOf(orderId)).toEqual([['transfer', 'diverted']]);

  await approveAll(caseId);
  await scriptPayout(6_704n, { outcome: 'stay' });
  const second = await send(caseId);
  expect(second.id).not.toBe(first.id);
  await bankSays(second, 'succeed');
  expect((await view(caseId)).case).toMatchObject({ state: 'paid', payoutTries: 2 });
});

test('money that the bank sends back days later reopens the case, is owed again, and can be paid again', async () => {
  const { caseId, orderId } = await approvedScene(rail, { amountMinor: 6_705n });
  const payable = await balanceMinor('refunds_payable', 'unionpay');
  await scriptPayout(6_705n, { outcome: 'stay' });
  const first = await send(caseId);
  await bankSays(first, 'succeed');
  expect(await stateOf(orderId)).toEqual([['transfer', 'succeeded']]);
  await bankSays(first, 'return');
  expect((await view(caseId)).case).toMatchObject({ state: 'open', endedAs: null });
  expect(await stateOf(orderId)).toEqual([['transfer', 'diverted']]);
  expect(await balanceMinor('refunds_payable', 'unionpay')).toBe(payable);

  await approveAll(caseId);
  await scriptPayout(6_705n, { outcome: 'stay' });
  await bankSays(await send(caseId), 'succeed');
  expect((await view(caseId)).case).toMatchObject({ state: 'paid', payoutTries: 2 });
  expect(await balanceMinor('refunds_payable', 'unionpay')).toBe(payable - 6_705n);
});

test('an arrival and a return heard of at once are both told, in their order', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_706n });
  await scriptPayout(6_706n, { outcome: 'return' });
  const payout = await send(caseId);
  await expect
    .poll(async () => {
      await resolvePayout({ payoutId: payout.id });
      return (await payoutOf(caseId)).state;
    })
    .toBe('returned');
  await settleCasePayout({ payoutId: payout.id });
  const { case: after, history } = await view(caseId);
  expect(after.state).toBe('open');
  expect(history.slice(-2).map(({ event }) => event)).toEqual(['succeed', 'return']);
});

test('a balance is paid in one commit, and the payer may choose it', async () => {
  const owner = await seedOwner({ balanceMinor: 500n });
  await pool().query(`UPDATE merchants SET balance_contract = 'licensed' WHERE id = $1`, [
    owner.merchantId,
  ]);
  const { caseId, orderId } = await openScene(rail, { amountMinor: 6_707n });
  await inTransaction(async (tx) => {
    const { customerId } = owner;
    const { payeeId } = await keepPayee(tx, { kind: 'balance', customerId, nameMatches: true });
    await claimCase(tx, { caseId, payeeId, actor: 'shopper', cause: 'chose the balance' });
  });
  const { contentHash } = await propose(caseId);
  await approve(caseId, contentHash);
  await coolOffIsOver(caseId);
  await sendTransfer({ caseId });
  expect((await view(caseId)).case).toMatchObject({ state: 'paid', endedAs: 'balance' });
  expect(await stateOf(orderId)).toEqual([['transfer', 'succeeded']]);
});

test('a payee is kept while the bank may send it back, and forgotten after that', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_708n });
  await scriptPayout(6_708n, { outcome: 'stay' });
  const payout = await send(caseId);
  await bankSays(payout, 'succeed');
  await forgetDonePayees();
  const items = () =>
    db().payee.findUniqueOrThrow({
      where: { id: payout.payeeId },
      select: { cardItemId: true, nameItemId: true },
    });
  expect((await items()).cardItemId).not.toBeNull();
  await pool().query(
    `UPDATE refund_cases SET ended_at = ended_at - interval '7 days' WHERE id = $1`,
    [caseId],
  );
  await forgetDonePayees();
  expect(await items()).toEqual({ cardItemId: null, nameItemId: null });
});

test('what a lost job should have done is found a minute later', async () => {
  const { caseId } = await approvedScene(rail, { amountMinor: 6_710n });
  await scriptPayout(6_710n, { outcome: 'stay' });
  const payout = await send(caseId);
  await sweepRefundCases();
  await decidePayout(payout.channelOrderNo, 'succeed');
  await resolvePayout({ payoutId: payout.id });
  await pool().query('DELETE FROM pgboss.job');
  await pool().query(
    `UPDATE payouts SET updated_at = updated_at - interval '2 minutes' WHERE id = $1`,
    [payout.id],
  );
  const unopened = await makePaidByUnionPay(rail, 6_711n);
  await learnedAt(unopened.attempt.id, new Date(Date.now() - 366 * 86_400_000));
  await askRefund(unopened, 6_711n);
  await pool().query(
    `UPDATE refunds SET updated_at = updated_at - interval '2 minutes' WHERE order_id = $1`,
    [unopened.orderId],
  );
  await sweepRefundCases();
  const { rows } = await pool().query<{ name: string; data: object }>(
    `SELECT name, data FROM pgboss.job WHERE name IN ('carry-on-refund-case', 'open-refund-case')
        AND data::text ~ $1 ORDER BY name`,
    [`${payout.id}|${(await refundsOf(unopened.orderId))[0]?.id}`],
  );
  // The refund's own job, and the sweep's.
  expect(rows.map(({ name }) => name)).toEqual([
    'carry-on-refund-case',
    'open-refund-case',
    'open-refund-case',
  ]);
  await settleCasePayout({ payoutId: payout.id });
  await openOnlyCase(unopened.orderId);
});
