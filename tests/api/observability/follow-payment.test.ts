import { expect, inject, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { makePayers } from '@/tests/support/demo-payers';
import { linesOf } from '@/tests/support/log-lines';
import { type PayingAt, payOnce } from '@/tests/support/paying-shopper';
import { spansOf } from '@/tests/support/trace-collector';

const { origin, sandboxOrigin, env, collector } = inject('stack');
const at: PayingAt = {
  ...{ origin, sandboxOrigin, apiKey: env.DEMO_SHOP_API_KEY ?? '' },
  query: (text, values) => pool().query(text, values),
};

async function pay() {
  const [payer] = await makePayers(1);
  if (!payer) throw new Error('nobody pays');
  const { order } = await payOnce(at, 'quickpass', payer);
  const { rows } = await pool().query<{ id: string; no: string }>(
    'SELECT id, channel_order_no AS no FROM attempts WHERE order_id = $1',
    [order.id],
  );
  return { order, attemptId: rows[0]?.id, channelNo: rows[0]?.no ?? 'none' };
}

test("by its order's id one payment is followed through the logs of the app and of the worker", async () => {
  const { order, attemptId } = await pay();
  const app = () => linesOf('api', 'app', order.id);
  const worker = () => linesOf('api', 'worker', order.id);
  const id = expect.stringMatching(/^[a-z]{3}_/);
  await expect
    .poll(app)
    .toContainEqual(
      expect.objectContaining({ msg: 'a form was answered', requestId: id, attemptId }),
    );
  // The channel's notice, acted on by a job.
  await expect.poll(worker).toContainEqual(
    expect.objectContaining({
      ...{ msg: "a channel's word is committed", job: 'process-notice', said: 'succeeded' },
      ...{ jobId: expect.any(String), noticeId: id, attemptId },
    }),
  );
  // What the merchant is told; whether its server takes it is another matter.
  await expect.poll(worker).toContainEqual(
    expect.objectContaining({
      ...{ msg: expect.stringMatching(/^notice (not )?delivered$/), deliveryId: id },
      ...{ job: expect.stringMatching(/^deliver-/), eventId: id },
    }),
  );
  for (const line of app()) expect(line.requestId).toEqual(id);
  for (const line of worker()) expect(line.jobId).toEqual(expect.any(String));
});

test("a payment's spans arrive with its ids and nothing else, and one trace goes on from the app to the worker", async () => {
  const { order, attemptId, channelNo } = await pay();
  const spans = () => spansOf(collector, order.id);
  const named = async (name: string) => (await spans()).filter((span) => span.name === name);

  await expect.poll(() => named('job process-notice')).toHaveLength(1);
  const [job] = await named('job process-notice');
  expect(job).toMatchObject({ service: 'cashier-worker' });
  expect(job?.attributes).toMatchObject({
    'cashier.order_id': order.id,
    'cashier.attempt_id': attemptId,
    'cashier.job': 'process-notice',
  });
  // What caused it: the notice, as the app took it in.
  const [notice] = await named('channel notify');
  expect(notice).toMatchObject({ service: 'cashier-app', traceId: job?.traceId });
  const [kept] = (await spans()).filter(({ spanId }) => spanId === job?.parentSpanId);
  expect(kept).toMatchObject({ name: 'transaction', traceId: notice?.traceId });
  // The press that began it, with its call.
  const [called] = await named('pay at unionpay');
  expect(called?.attributes).toMatchObject({
    'cashier.order_id': order.id,
    'cashier.attempt_id': attemptId,
  });

  const all = await spans();
  for (const { attributes } of all) {
    for (const [name, text] of Object.entries(attributes)) {
      expect(name).toMatch(/^cashier\.(job|(request|job|order|attempt|notice|event|delivery)_id)$/);
      expect(text).toMatch(/^([a-z]{3}_[0-9a-z]+|[0-9a-f-]{36}|[a-z-]+)$/);
    }
  }
  // Nor what opens its page, or names it at the channel.
  const text = JSON.stringify(all);
  const payToken = order.payPath.split('/').at(-1) ?? '';
  expect(payToken.length).toBeGreaterThan(20);
  for (const secret of [payToken, channelNo, 'http://', '/pay/']) {
    expect(text).not.toContain(secret);
  }
});
