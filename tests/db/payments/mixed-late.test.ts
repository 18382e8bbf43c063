import { afterEach, describe, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { renewQr } from '@/lib/payments/renew-qr';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { RENEW_BEFORE_MS } from '@/lib/payments/rules';
import { startPayment } from '@/lib/payments/start-payment';
import { switchMethod } from '@/lib/payments/switch-method';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { endOrdersTime } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import {
  FREE,
  HELD,
  longPast,
  mixedScene,
  newestAttempt,
  payAtChannel,
  statesOf,
  TAKEN,
} from '@/tests/support/mixed-scene';
import { untilDecided } from '@/tests/support/paid-by-unionpay';
import { withCardRails } from '@/tests/support/with-card-rails';

const rails = withCardRails();
// Every hold, entry and limit of every story below adds up when it is over.
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const learn = (attemptId: string) => resolveAttempt({ attemptId });

test('whoever chooses another way has the part back; the rest that is paid after all goes back alone, whatever the policy', async () => {
  const scene = await mixedScene({ policy: 'accept' });
  await startPayment(scene.byQuickpass());
  expect(await switchMethod({ token: scene.order.payToken })).toEqual({ result: 'choose' });
  expect(await scene.stands()).toEqual(FREE);
  const { order, userId } = scene;
  const page = () => getCashier({ token: order.payToken, userId, host: DESKTOP });
  expect((await page()).leftBehind).toMatchObject([{ state: 'superseded', fate: 'goes_back' }]);
  const attemptId = await payAtChannel(rails, scene.order);
  await learn(attemptId);
  expect(await statesOf(scene.order)).toEqual(['late_succeeded']);
  expect((await page()).leftBehind).toMatchObject([{ state: 'late_succeeded', fate: 'goes_back' }]);
  expect((await readOrder(scene.order.id)).state).toBe('open');
  await returnLatePayment({ attemptId });
  await untilDecided(scene.order.id);
  expect(await statesOf(scene.order)).toEqual(['returned']);
  expect(await scene.stands()).toEqual(FREE);
  // And the order may still be paid by both.
  expect(await startPayment(scene.byQuickpass())).toEqual({ result: 'continue' });
  await learn(await payAtChannel(rails, scene.order));
  expect(await scene.stands()).toEqual(TAKEN);
});

test.each([
  ['accept', 'paid', TAKEN],
  ['refund', 'expired', FREE],
  ['hold', 'expired', FREE],
] as const)(
  'paid after the order’s time while the part is held: policy %s leaves it %s',
  async (policy, state, stands) => {
    const scene = await mixedScene({ policy });
    await startPayment(scene.byQuickpass());
    await endOrdersTime(scene.order.id);
    await pool().query(`UPDATE orders SET state = 'expired' WHERE id = $1`, [scene.order.id]);
    await learn(await payAtChannel(rails, scene.order));
    expect((await readOrder(scene.order.id)).state).toBe(state);
    expect(await scene.stands()).toEqual(stands);
  },
);

describe('a QR code and the one that takes its place', () => {
  const renewed = async () => {
    const scene = await mixedScene();
    await startPayment(scene.byQuickpass());
    const first = await newestAttempt(scene.order);
    await pool().query(
      `UPDATE attempts SET payable_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
      [first.id, RENEW_BEFORE_MS / 1000 - 1],
    );
    const actor = { userId: null };
    const renew = () => renewQr({ token: scene.order.payToken, host: DESKTOP, actor });
    expect(await renew()).toEqual({ result: 'continue' });
    expect(await statesOf(scene.order)).toEqual(['superseded', 'waiting']);
    expect(await scene.stands()).toEqual(HELD);
    return { scene, first, renew };
  };

  test('share what is held: the second pays with it', async () => {
    const { scene } = await renewed();
    await learn(await payAtChannel(rails, scene.order));
    expect((await readOrder(scene.order.id)).state).toBe('paid');
    expect(await scene.stands()).toEqual(TAKEN);
  });

  test('the first, paid at the last moment, pays with it; what the second brings goes back', async () => {
    const { scene, first } = await renewed();
    await learn(await payAtChannel(rails, scene.order, 0));
    expect(await readOrder(scene.order.id)).toMatchObject({
      state: 'paid',
      paidAttemptId: first.id,
    });
    expect(await scene.stands()).toEqual(TAKEN);
    await learn(await payAtChannel(rails, scene.order, 1));
    expect(await statesOf(scene.order)).toEqual(['succeeded', 'late_succeeded']);
    expect(await scene.stands()).toEqual(TAKEN);
  });

  test('once it has failed nobody’s balance is held again without being asked', async () => {
    const { scene, renew } = await renewed();
    const { id, channelOrderNo } = await newestAttempt(scene.order);
    await rails.control(`orders/${channelOrderNo}/cancel`, {});
    await longPast(id);
    expect(await renew()).toEqual({ result: 'failed' });
    expect(await scene.stands()).toEqual(FREE);
  });
});
