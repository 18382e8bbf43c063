import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { startWorkers, type Workers } from '@/lib/jobs/workers';
import { readOrder } from '@/lib/orders/read-order';
import { receiveNotice } from '@/lib/webhooks/receive-notice';
import { makePaidOrder } from '@/tests/support/factories/paid-order';
import {
  endOrdersTime,
  makeAttempt,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import {
  paidAnswer,
  type ScriptedUnionPay,
  startScriptedUnionPay,
} from '@/tests/support/scripted-unionpay';
import { SOON } from '@/tests/support/soon';
import { startWebhookReceiver, type WebhookReceiver } from '@/tests/support/webhook-receiver';

let unionpay: ScriptedUnionPay;
beforeAll(async () => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '127.0.0.1:*';
  unionpay = await startScriptedUnionPay();
});
afterAll(() => unionpay.close());

const receivers: WebhookReceiver[] = [];
const running: Workers[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((workers) => workers.stop()));
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});

async function start(): Promise<Workers> {
  const workers = await startWorkers();
  running.push(workers);
  return workers;
}
async function receiverThat(answer?: Parameters<typeof startWebhookReceiver>[0]) {
  const receiver = await startWebhookReceiver(answer);
  receivers.push(receiver);
  return receiver;
}
const deliveryOf = async (orderId: string) => {
  const { id: eventId } = await db().outboxEvent.findFirstOrThrow({
    where: { subjectId: orderId },
  });
  return db().delivery.findFirst({ where: { eventId } });
};

test('a paid order’s merchant is told within seconds, once, by any number of workers', async () => {
  await Promise.all([start(), start(), start()]);
  const receiver = await receiverThat();
  const made = await Promise.all(Array.from({ length: 5 }, () => makePaidOrder([receiver.url])));
  for (const { order } of made) {
    await vi.waitFor(async () => {
      expect(await deliveryOf(order.id)).toMatchObject({ state: 'delivered' });
    }, SOON);
  }
  const told = receiver.received.map(({ body }) => JSON.parse(body).data.order_id).sort();
  expect(told).toEqual(made.map(({ order }) => order.id).sort());
});

test('what was paid while no worker ran is told when one starts', async () => {
  const receiver = await receiverThat();
  const { order, endpoints } = await makePaidOrder([receiver.url]);
  await start();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), SOON);
  const [first] = receiver.received;
  const secret = String(endpoints[0]?.secret);
  expect(new Webhook(secret).verify(String(first?.body), first?.headers ?? {})).toMatchObject({
    data: { order_id: order.id },
  });
});

test('a notice the channel does not confirm at first is asked about again until it does', async () => {
  await start();
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  await receiveNotice({ channel: 'unionpay', body: unionpay.notice(attempt) });
  await vi.waitFor(() => expect(unionpay.asked).toContain(attempt.channelOrderNo), SOON);
  expect(await readOrder(order.id)).toMatchObject({ state: 'open' });
  unionpay.answers(attempt.channelOrderNo, paidAnswer(attempt));
  await vi.waitFor(async () => {
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid' });
  }, SOON);
});

test('an order whose time is over expires by itself', async () => {
  await start();
  const { order } = await makePayableOrder();
  await endOrdersTime(order.id);
  await vi.waitFor(async () => {
    expect(await readOrder(order.id)).toMatchObject({ state: 'expired' });
  }, SOON);
});

test('an attempt whose time to be asked about has come is asked about and settled', async () => {
  await start();
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  unionpay.answers(attempt.channelOrderNo, paidAnswer(attempt));
  await db().attempt.update({ where: { id: attempt.id }, data: { nextAskAt: new Date() } });
  await vi.waitFor(async () => {
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid' });
  }, SOON);
});

test('stopping lets a delivery that is under way finish and be recorded', async () => {
  let letGo: (status: number) => void = () => undefined;
  const held = new Promise<number>((resolve) => {
    letGo = resolve;
  });
  const receiver = await receiverThat(() => held);
  const workers = await start();
  const { order } = await makePaidOrder([receiver.url]);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), SOON);
  const stopping = workers.stop();
  letGo(204);
  await stopping;
  expect(await deliveryOf(order.id)).toMatchObject({ state: 'delivered' });
  const left = await db().$queryRaw<unknown[]>`
    SELECT FROM pgboss.job WHERE name = 'deliver-event' AND state = 'active'`;
  expect(left).toEqual([]);
});

test('workers survive the loss of every database connection', async () => {
  await start();
  const receiver = await receiverThat();
  await db().$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  const { order } = await makePaidOrder([receiver.url]);
  await vi.waitFor(async () => {
    expect(await deliveryOf(order.id)).toMatchObject({ state: 'delivered' });
  }, SOON);
});

test('a job whose worker was killed comes back once it has expired', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  unionpay.answers(attempt.channelOrderNo, paidAnswer(attempt));
  await receiveNotice({ channel: 'unionpay', body: unionpay.notice(attempt) });
  const { channelOrderNo } = attempt;
  const { id } = await db().channelNotice.findFirstOrThrow({ where: { channelOrderNo } });
  // As a worker that was killed two minutes ago left it.
  await db().$executeRaw`
    UPDATE pgboss.job SET state = 'active', started_on = now() - interval '2 minutes'
     WHERE name = 'process-notice' AND data->>'noticeId' = ${id}`;
  await start();
  await vi.waitFor(async () => {
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid' });
  }, SOON);
});
