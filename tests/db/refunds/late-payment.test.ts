import { afterEach, expect, test } from 'vitest';
import { checkBooks } from '@/lib/ledger/check-books';
import { selectAttempt } from '@/lib/payments/store';
import { openRefundCase } from '@/lib/refund-cases/open-refund-case';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import {
  balanceMinor,
  casesAskedFor,
  clearingDayBegan,
  confirmAtChannel,
  learn,
  learnedAt,
  refundsOf,
  untilDecided,
} from '@/tests/support/paid-by-unionpay';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

/** A code that was left behind and paid at the last moment, beside a balance payment. */
async function paidTwice(amountMinor: bigint) {
  const { order, merchantId } = await makePayableOrder({ amountMinor });
  const attempt = await makeAttempt(order, 'superseded');
  await payFromBalance(order);
  await confirmAtChannel(rail, attempt);
  expect((await learn(attempt)).state).toBe('late_succeeded');
  return { orderId: order.id, merchantId, attemptId: attempt.id };
}

test('the second payment is undone on its own day, once, however often it is begun', async () => {
  const { orderId, merchantId, attemptId } = await paidTwice(8_001n);
  const giveBack = () => returnLatePayment({ attemptId });
  await Promise.all([giveBack(), giveBack(), giveBack()]);
  expect(await untilDecided(orderId)).toMatchObject([{ route: 'undo', state: 'succeeded' }]);
  expect((await selectAttempt(attemptId)).state).toBe('returned');
  expect(await balanceMinor('late_payments', merchantId)).toBe(0n);
  expect(await balanceMinor('merchant_pending', merchantId)).toBe(8_001n);
});

test('learned of on a later day it is refunded', async () => {
  const { orderId, attemptId } = await paidTwice(8_002n);
  await learnedAt(attemptId, new Date(clearingDayBegan().getTime() - 1));
  await returnLatePayment({ attemptId });
  expect(await untilDecided(orderId)).toMatchObject([{ route: 'refund', state: 'succeeded' }]);
  expect((await selectAttempt(attemptId)).state).toBe('returned');
});

test('an undo that is refused gives way to one refund, and no third is begun', async () => {
  const { orderId, merchantId, attemptId } = await paidTwice(8_003n);
  const behaviour = { outcome: 'refuse', respCode: '35' };
  await rail.ask('script', { match: { amount: '8003', kind: 'undo' }, behaviour, times: 1 });
  await returnLatePayment({ attemptId });
  await returnLatePayment({ attemptId });
  expect(await untilDecided(orderId)).toMatchObject([
    { route: 'undo', state: 'failed' },
    { route: 'refund', state: 'succeeded' },
  ]);
  expect((await selectAttempt(attemptId)).state).toBe('returned');
  expect(await balanceMinor('late_payments', merchantId)).toBe(0n);
});

test('with the window over it goes by transfer, carried by a case, once', async () => {
  const { orderId, merchantId, attemptId } = await paidTwice(8_004n);
  await learnedAt(attemptId, new Date(Date.now() - 340 * 86_400_000));
  await returnLatePayment({ attemptId });
  await returnLatePayment({ attemptId });
  const rows = await refundsOf(orderId);
  expect(rows).toMatchObject([{ route: 'transfer', state: 'diverted' }]);
  const refundId = rows[0]?.id ?? '';
  expect(await casesAskedFor(refundId)).toBe(1);
  expect(await openRefundCase({ refundId })).toBeDefined();
  expect(await balanceMinor('late_payments', merchantId)).toBe(0n);
  expect(await balanceMinor('merchant_pending', merchantId)).toBe(8_004n);
});
