import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkBooks } from '@/lib/ledger/check-books';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { makeOrderFor, topUp } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { killedAt } from '@/tests/support/killed-at';
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
import { refusalCode } from '@/tests/support/refusal-code';
import { withCardRails } from '@/tests/support/with-card-rails';

const rails = withCardRails();
// Every hold, entry and limit of every story below adds up when it is over.
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

type Scene = Awaited<ReturnType<typeof mixedScene>>;
const learn = (attemptId: string) => resolveAttempt({ attemptId });
const balanceOffer = async ({ order, userId }: Scene) =>
  (await getCashier({ token: order.payToken, userId, host: DESKTOP })).offers.find(
    ({ method }) => method === 'balance',
  );

/** Asks until the channel has decided. */
async function decided(order: Order): Promise<void> {
  const { id, state } = await newestAttempt(order);
  if (state === 'succeeded' || state === 'failed') return;
  await learn(id);
  return decided(order);
}

test('the balance and QuickPass pay together: the part is held, then taken in the commit that pays the order', async () => {
  const scene = await mixedScene();
  const { order, byQuickpass } = scene;
  expect(await balanceOffer(scene)).toMatchObject({
    available: false,
    combine: {
      balance: cny(4_000n),
      rest: cny(6_000n),
      restBy: ['quickpass', 'card'],
      needsCode: false,
    },
  });
  expect(await startPayment(byQuickpass())).toEqual({ result: 'continue' });
  expect(await newestAttempt(order)).toMatchObject({
    amount: cny(6_000n),
    balance: cny(4_000n),
    state: 'waiting',
  });
  expect(await scene.stands()).toEqual(HELD);
  expect(await scene.pending()).toBe(0n);
  const view = await getCashier({ token: order.payToken, userId: scene.userId, host: DESKTOP });
  expect(view.live?.balance).toEqual(cny(4_000n));
  // Frozen meanwhile: the promise is older than the freeze.
  const account = { subject: 'customer_balance', owner: scene.customerId } as const;
  await inTransaction((tx) => freezeAccount(tx, { account, actor: 'test', cause: 'asked for' }));
  await learn(await payAtChannel(rails, order));
  expect((await readOrder(order.id)).state).toBe('paid');
  expect(await scene.stands()).toEqual(TAKEN);
  expect(await scene.pending()).toBe(10_000n);
});

test('the balance and a bound card pay together', async () => {
  const scene = await mixedScene();
  expect((await startPayment(scene.byCard())).result).not.toBe('failed');
  await decided(scene.order);
  expect((await readOrder(scene.order.id)).state).toBe('paid');
  expect(await scene.stands()).toEqual(TAKEN);
});

test('a card that is refused by one channel is carried by the next with the part held anew, and taken once', async () => {
  const scene = await mixedScene({ amountMinor: 10_153n });
  await rails.control('script', {
    match: { amount: '6153', kind: 'consume' },
    behaviour: { outcome: 'refuse', respCode: '02' },
  });
  await startPayment(scene.byCard());
  await decided(scene.order);
  const attempts = await selectAttempts(scene.order.id);
  expect(attempts.map(({ channel, state }) => [channel, state])).toEqual([
    ['unionpay', 'failed'],
    ['netsunion', 'succeeded'],
  ]);
  expect(new Set(attempts.map(({ balanceHoldId }) => balanceHoldId)).size).toBe(2);
  expect(await scene.stands()).toEqual(TAKEN);
});

test('a card that has to be signed first where it could pay the rest is refused in words of its own, and pays alone', async () => {
  const scene = await mixedScene({ channels: ['netsunion'] });
  await pool().query(
    `INSERT INTO maintenance_windows (id, channel, starts_at, ends_at, reason, created_by)
     VALUES ('closed', 'netsunion', now() - interval '1 minute', now() + interval '1 hour', 'test', 'test')`,
  );
  try {
    expect(await refusalCode(startPayment(scene.byCard()))).toBe('card_not_with_balance');
    expect(await statesOf(scene.order)).toEqual([]);
    expect(await scene.stands()).toEqual(FREE);
    const { balancePartFen: _part, paymentPassword: _password, ...alone } = scene.byCard();
    expect(await startPayment(alone)).toMatchObject({ result: 'sign' });
  } finally {
    await pool().query('TRUNCATE maintenance_windows');
  }
});

test('a channel that refuses gives the part back to the balance and to the limits at once', async () => {
  const scene = await mixedScene({ amountMinor: 10_051n });
  await rails.control('script', {
    match: { amount: '6051', kind: 'consume' },
    behaviour: { outcome: 'refuse', respCode: '61' },
    times: 1,
  });
  expect(await startPayment(scene.byQuickpass())).toEqual({ result: 'failed' });
  expect(await scene.stands()).toEqual(FREE);
  expect((await readOrder(scene.order.id)).state).toBe('open');
});

test('an answer that got lost keeps the part held until the channel says what became of it', async () => {
  const scene = await mixedScene({ amountMinor: 10_052n });
  await rails.control('script', {
    match: { amount: '6052', kind: 'consume' },
    behaviour: { lose: 'reply' },
    times: 1,
  });
  expect(await startPayment(scene.byQuickpass())).toEqual({ result: 'waiting' });
  expect(await statesOf(scene.order)).toEqual(['unknown']);
  expect(await scene.stands()).toEqual(HELD);
});

test('an attempt that is never paid gives the part back when its time is over', async () => {
  const scene = await mixedScene();
  await startPayment(scene.byQuickpass());
  const { id } = await newestAttempt(scene.order);
  await rails.control(`orders/${(await newestAttempt(scene.order)).channelOrderNo}/cancel`, {});
  await longPast(id);
  await learn(id);
  expect(await statesOf(scene.order)).toEqual(['failed']);
  expect(await scene.stands()).toEqual(FREE);
});

test('twenty presses at once hold once and are one attempt', async () => {
  const scene = await mixedScene();
  const formKey = 'k'.repeat(22);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      refusalCode(startPayment(scene.byQuickpass(n % 2 ? { formKey } : {}))),
    ),
  );
  // More than five passwords at one moment are too many, right or wrong; no press is a second payment.
  expect(['fine', 'payment_password_locked']).toEqual(expect.arrayContaining(answers));
  expect(answers).toContain('fine');
  expect(await statesOf(scene.order)).toEqual(['waiting']);
  expect(await scene.stands()).toEqual(HELD);
});

test('one balance is held for one of two orders; the other shopper’s page is told that it changed', async () => {
  const scene = await mixedScene();
  const other = await makeOrderFor(scene.merchantId, { amountMinor: 10_000n });
  const answers = await Promise.all(
    [scene.byQuickpass(), scene.byQuickpass({ token: other.payToken })].map((press) =>
      refusalCode(startPayment(press)),
    ),
  );
  expect(answers.sort()).toEqual(['balance_part_changed', 'fine']);
  expect(await scene.stands()).toEqual(HELD);
});

test('what the page said is held or nothing is: more or less money, and nobody pays unasked', async () => {
  const scene = await mixedScene();
  await topUp(scene.customerId, 1_000n);
  expect(await refusalCode(startPayment(scene.byQuickpass()))).toBe('balance_part_changed');
  expect(await refusalCode(startPayment(scene.byQuickpass({ balancePartFen: 5_001n })))).toBe(
    'balance_part_changed',
  );
  expect(await refusalCode(startPayment(scene.byQuickpass({ actor: { userId: null } })))).toBe(
    'sign_in_required',
  );
  const wrong = scene.byQuickpass({ balancePartFen: 5_000n, paymentPassword: '000000' });
  expect(await refusalCode(startPayment(wrong))).toBe('payment_password_wrong');
  await topUp(scene.customerId, 5_000n);
  // It covers the order by now: there is nothing to combine.
  expect((await balanceOffer(scene))?.combine).toBeUndefined();
  expect(await refusalCode(startPayment(scene.byQuickpass({ balancePartFen: 10_000n })))).toBe(
    'balance_part_changed',
  );
  expect(await statesOf(scene.order)).toEqual([]);
});

test('a part that takes the day over ¥1,000 asks for a code as a payment would', async () => {
  const scene = await mixedScene({ amountMinor: 200_000n, balanceMinor: 150_000n });
  expect((await balanceOffer(scene))?.combine).toMatchObject({ needsCode: true });
  expect(await refusalCode(startPayment(scene.byQuickpass()))).toBe('code_required');
  expect(await refusalCode(startPayment(scene.byQuickpass({ code: '000000' })))).toBe(
    'confirmation_code_wrong',
  );
  expect(await statesOf(scene.order)).toEqual([]);
});

test.each(['pay.committed', 'pay.answered'])(
  'killed at %s, the sweep’s question ends it with the books at zero',
  async (moment) => {
    const scene = await mixedScene();
    const { balancePartFen: _, ...input } = scene.byQuickpass();
    // JSON has no bigint: the child's part is put in by the module it runs.
    await killedAt(moment, '@/tests/support/start-mixed', 'startMixed', { ...input, part: '4000' });
    expect(await statesOf(scene.order)).toEqual(['sent']);
    expect(await scene.stands()).toEqual(HELD);
    const { id } = await newestAttempt(scene.order);
    await longPast(id);
    await learn(id);
    expect(await statesOf(scene.order)).toEqual(['failed']);
    expect(await scene.stands()).toEqual(FREE);
  },
);
