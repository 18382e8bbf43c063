import { afterEach, expect, test } from 'vitest';
import { db, pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { isOriginalReturned } from '@/lib/refunds/is-original-returned';
import { listRefunds } from '@/lib/refunds/list-refunds';
import { placeRefund } from '@/lib/refunds/place-refund';
import { settleOriginalReturn } from '@/lib/refunds/settle-original-return';
import { settleRefundOutcome } from '@/lib/refunds/settle-refund-outcome';
import { settleTransfer } from '@/lib/refunds/settle-transfer';
import { answerOf } from '@/tests/support/factories/ledger';
import { decideRefund } from '@/tests/support/factories/settleable';
import {
  balanceMinor,
  makePaidTheDayBefore,
  type PaidByUnionPay,
  refundsOf,
  untilDecided,
} from '@/tests/support/paid-by-unionpay';
import { askRefund } from '@/tests/support/refund-case-scene';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

type Paid = PaidByUnionPay;
const makePaid = (amountMinor: bigint) => makePaidTheDayBefore(rail, amountMinor);

const refuse = (kind: string, amountMinor: bigint, respCode: string) =>
  rail.ask('script', {
    match: { amount: String(amountMinor), kind },
    behaviour: { outcome: 'refuse', respCode },
    times: 1,
  });

const statesOf = async ({ orderId }: Paid) =>
  (await refundsOf(orderId)).map(({ route, state }) => `${route} ${state}`);

/** The channel says after all that it gave back what it had refused. */
const channelSaysOf = (refundId: string, minor: bigint) =>
  settleRefundOutcome({
    refundId,
    outcome: { kind: 'succeeded', channelRef: 'late', amount: cny(minor), evidence: {} },
    cause: 'the file',
  });

/** What somebody owes of an order's refunds, by the open cases of suspense. */
async function owed({ orderId }: Paid): Promise<bigint[]> {
  const remark = { in: (await refundsOf(orderId)).map(({ id }) => id) };
  const where = { reason: 'returned_twice', state: 'open', remark } as const;
  const cases = await db().suspenseCase.findMany({ where });
  return cases.map(({ amountMinor }) => amountMinor);
}

const comeLate = async (amountMinor: bigint) => {
  const paid = await makePaid(amountMinor);
  await refuse('refund', amountMinor, '63');
  const asked = await askRefund(paid, amountMinor);
  const [original, transfer] = await refundsOf(paid.orderId);
  const refundId = original?.id ?? '';
  return {
    paid,
    asked,
    transferId: transfer?.id ?? '',
    channelSays: (minor = amountMinor) => channelSaysOf(refundId, minor),
  };
};
const jobsFor = async (refundId: string) => {
  const { rows } = await pool().query(
    `SELECT 1 FROM pgboss.job WHERE name = 'original-returned' AND data->>'refundId' = $1`,
    [refundId],
  );
  return rows.length;
};
const stop = (refundId: string) =>
  inTransaction((tx) => settleOriginalReturn(tx, { refundId, actor: 'system' }));

test('before anything was paid out the transfer is stopped, and the refund has succeeded', async () => {
  const { paid, asked, transferId, channelSays } = await comeLate(3_641n);
  await channelSays();
  await channelSays();
  expect(await jobsFor(transferId)).toBe(1);
  expect(await stop(transferId)).toBe('stopped');
  expect(await stop(transferId)).toBe('stopped');
  expect(await statesOf(paid)).toEqual(['refund succeeded', 'transfer failed']);
  expect(await listRefunds({ orderId: paid.orderId })).toMatchObject([
    { id: asked.id, state: 'succeeded', returned: cny(3_641n) },
  ]);
  expect(await balanceMinor('merchant_pending', paid.merchantId)).toBe(0n);
});

test('after the merchant had it again it is given twice, booked to suspense with a case, once', async () => {
  const { paid, transferId, channelSays } = await comeLate(3_642n);
  await inTransaction((tx) =>
    settleTransfer(tx, {
      refundId: transferId,
      event: 'fail',
      cause: 'unclaimed',
      actor: 'system',
    }),
  );
  await channelSays();
  expect(await stop(transferId)).toBe('twice');
  expect(await statesOf(paid)).toEqual(['refund failed', 'transfer failed']);
  expect(await owed(paid)).toEqual([3_642n]);
  // Gone is gone: nothing of it may be asked for again.
  expect(await answerOf(askRefund(paid, 1n))).toBe('refund_exceeds_payment');
  expect((await getRefundable(paid)).amountMinor).toBe(0n);
});

test('another amount than was asked for is owed, stops the transfer, and is left to a person', async () => {
  const { paid, transferId, channelSays } = await comeLate(3_643n);
  await channelSays(3_000n);
  await channelSays(3_000n);
  expect(await jobsFor(transferId)).toBe(1);
  expect(await isOriginalReturned(transferId)).toBe(true);
  expect(await stop(transferId)).toBe('twice');
  expect(await owed(paid)).toEqual([3_000n]);
  expect(await statesOf(paid)).toEqual(['refund failed', 'transfer diverted']);
});

test('of a refund that had simply failed it is owed, and the amount cannot be asked for again', async () => {
  const paid = await makePaid(3_644n);
  await refuse('refund', 2_644n, '30');
  const { id } = await askRefund(paid, 2_644n);
  expect(await statesOf(paid)).toEqual(['refund failed']);
  await channelSaysOf(id, 2_644n);
  await channelSaysOf(id, 2_644n);
  expect(await owed(paid)).toEqual([2_644n]);
  expect(await answerOf(askRefund(paid, 1_001n))).toBe('refund_exceeds_payment');
  await askRefund(paid, 1_000n);
  expect(await untilDecided(paid.orderId)).toMatchObject([
    { state: 'failed' },
    { state: 'succeeded' },
  ]);
});

test('an undo that went through after all is owed once the refund in its place is decided', async () => {
  const paid = await makePaid(3_645n);
  const { merchantId, orderId } = paid;
  const { refund } = await inTransaction((tx) =>
    placeRefund(tx, {
      ...{ merchantId, orderId, actor: 'merchant', merchantRefundNo: newSortableNumber() },
    }),
  );
  await pool().query(`UPDATE refunds SET route = 'undo' WHERE id = $1`, [refund.id]);
  const instead = await decideRefund(refund, 'failed');
  await channelSaysOf(refund.id, 3_645n);
  expect(await owed(paid)).toEqual([]);
  if (!instead) throw new Error('no refund took the place of the undo');
  await decideRefund(instead, 'succeeded');
  expect(await owed(paid)).toEqual([3_645n]);
});
