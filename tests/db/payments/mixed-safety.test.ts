import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { requestPaymentCode } from '@/lib/payments/request-payment-code';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { settleItem } from '@/lib/payments/settle-item';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { switchMethod } from '@/lib/payments/switch-method';
import { topUp } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { HELD, mixedScene, newestAttempt, TAKEN } from '@/tests/support/mixed-scene';
import { refusalCode } from '@/tests/support/refusal-code';
import { startSmsReceiver } from '@/tests/support/sms-receiver';
import { withCardRails } from '@/tests/support/with-card-rails';

const rails = withCardRails();
let sms: Awaited<ReturnType<typeof startSmsReceiver>>;
beforeAll(async () => {
  sms = await startSmsReceiver();
});
afterAll(() => sms.stop());
// Every hold, entry and limit of every story below adds up when it is over.
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

type Scene = Awaited<ReturnType<typeof mixedScene>>;
const FORM = 'form-1234567890123456789';

/** Runs what a process of the build before would, and answers what its commit came to. */
async function commit(text: string, values: unknown[]): Promise<string> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query(text, values);
    await client.query('COMMIT');
    return 'done';
  } catch (error) {
    await client.query('ROLLBACK');
    return (error as { code?: string }).code ?? String(error);
  } finally {
    client.release();
  }
}

test('a process of the build before, which knows no parts, cannot decide a mixed payment; one that does then can', async () => {
  const scene = await mixedScene();
  const { order } = scene;
  await startPayment(scene.byQuickpass());
  const attempt = await newestAttempt(order);
  await rails.control(`orders/${attempt.channelOrderNo}/pay`, {});

  // The second commit as it was: the channel's money alone pays the order.
  const item = settleItem({
    attempt,
    event: 'succeed',
    to: 'succeeded',
    order: { event: 'pay', unexpired: false },
    booked: {
      event: 'channel_payment',
      entryKey: `payment:${attempt.id}`,
      businessRef: order.id,
      amount: attempt.amount,
      channel: attempt.channel,
      merchantId: order.merchantId,
    },
    actor: 'the build before',
    cause: 'ask',
  });
  const paid = await commit('SELECT settle_payments($1::jsonb)', [JSON.stringify([item])]);
  expect(paid).toBe('CA904');
  const failed = await commit(`UPDATE attempts SET state = 'failed' WHERE id = $1`, [attempt.id]);
  expect(failed).toBe('CA904');
  expect((await readOrder(order.id)).state).toBe('open');
  expect(await scene.stands()).toEqual(HELD);

  await resolveAttempt({ attemptId: attempt.id });
  expect((await readOrder(order.id)).state).toBe('paid');
  expect(await scene.stands()).toEqual(TAKEN);
});

test('what a balance had left is told to the browser that began and to its owner, not to whoever has the link', async () => {
  const scene = await mixedScene({ amountMinor: 10_051n });
  const { order, userId } = scene;
  const page = (by: { userId?: string; device?: string }) =>
    getCashier({ token: order.payToken, host: DESKTOP, userId: null, ...by });
  const looks = { stranger: { device: 'another' }, browser: { device: 'one' }, owner: { userId } };
  const each = async (tells: (view: Awaited<ReturnType<typeof page>>) => unknown) => ({
    stranger: tells(await page(looks.stranger)),
    browser: tells(await page(looks.browser)),
    owner: tells(await page(looks.owner)),
  });

  const script = { match: { amount: '6051', kind: 'consume' }, times: 1 };
  const behaviour = { outcome: 'refuse', respCode: '61' };
  await rails.control('script', { ...script, behaviour });
  await startPayment(scene.byQuickpass({ device: 'one' }));
  const part = cny(4_000n);
  expect(await each(({ lastFailure }) => lastFailure?.balance)).toEqual({
    stranger: undefined,
    browser: part,
    owner: part,
  });
  expect((await page(looks.stranger)).lastFailure).toMatchObject({ method: 'quickpass' });

  await startPayment(scene.byQuickpass({ device: 'one' }));
  expect(await each(({ live }) => live?.balance)).toEqual({
    stranger: null,
    browser: part,
    owner: part,
  });

  await switchMethod({ token: order.payToken });
  const rest = cny(6_051n);
  expect(await each(({ leftBehind }) => leftBehind[0]?.amount)).toEqual({
    stranger: null,
    browser: rest,
    owner: rest,
  });
});

/** A part that asks for a code: ¥1,500 of ¥2,000, and the code that its owner was sent for it. */
async function withCode(): Promise<{ scene: Scene; code: string }> {
  const scene = await mixedScene({ amountMinor: 200_000n, balanceMinor: 150_000n });
  await requestPaymentCode({ token: scene.order.payToken, actor: { userId: scene.userId } });
  const { phone = '', text } = sms.messages.at(-1) ?? {};
  expect(text).toContain('¥1,500.00');
  return { scene, code: sms.codeFor(phone) };
}
const states = async ({ order }: Scene) => (await selectAttempts(order.id)).map((it) => it.state);

test('a code that named one amount confirms no other', async () => {
  const { scene, code } = await withCode();
  await topUp(scene.customerId, 20_000n);
  const more = scene.byQuickpass({ balancePartFen: 170_000n, code });
  expect(await refusalCode(startPayment(more))).toBe('confirmation_code_wrong');
  expect(await states(scene)).toEqual([]);
});

test('one form with a code sent twice at one moment is one payment, and neither press is told that the code is wrong', async () => {
  const { scene, code } = await withCode();
  const press = () => startPayment(scene.byQuickpass({ formKey: FORM, code }));
  expect(await Promise.all([press(), press()])).not.toContainEqual({ result: 'failed' });
  expect(await states(scene)).toEqual(['waiting']);
  expect(await press()).toEqual({ result: 'continue' });
});
