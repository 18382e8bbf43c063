import { afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { selectMarks } from '@/lib/payments/order-mark-store';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { findOrderTold } from '@/lib/webhooks/find-order-told';
import { makePaidOrder } from '@/tests/support/factories/paid-order';
import { startWebhookReceiver, type WebhookReceiver } from '@/tests/support/webhook-receiver';

beforeAll(() => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '127.0.0.1:*';
});
const receivers: WebhookReceiver[] = [];
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});

/** An order of a merchant whose endpoints answer with these statuses, paid just now. */
async function paidAt(...statuses: number[]) {
  const own = await Promise.all(statuses.map((status) => startWebhookReceiver(() => status)));
  receivers.push(...own);
  const { order } = await makePaidOrder(own.map(({ url }) => url));
  const { id: eventId } = await db().outboxEvent.findFirstOrThrow({
    where: { subjectId: order.id },
  });
  const deliver = async () => {
    const made = await db().delivery.findMany({ where: { eventId }, orderBy: { id: 'asc' } });
    for (const { id: deliveryId } of made) await deliverEvent({ deliveryId });
  };
  const mark = async () => (await selectMarks([order.id])).get(order.id);
  return {
    told: () => findOrderTold(order.id),
    fanOut: () => fanOutEvent({ eventId }),
    deliver,
    mark,
  };
}

test('a merchant is told once its webhook has taken the notice, and the open page learns of it', async () => {
  const { told, fanOut, deliver, mark } = await paidAt(204);
  expect(await told()).toBe('pending');
  await fanOut();
  expect(await told()).toBe('pending');
  const before = await mark();
  await deliver();
  expect(await told()).toBe('told');
  expect(await mark()).not.toBe(before);
});

test('where one of two endpoints has not taken it, the merchant is not told yet', async () => {
  const { told, fanOut, deliver } = await paidAt(204, 500);
  await fanOut();
  await deliver();
  expect(await told()).toBe('pending');
});

test('an endpoint that is gone for good is not waited for, nor one that never was', async () => {
  const gone = await paidAt(410);
  await gone.fanOut();
  await gone.deliver();
  expect(await gone.told()).toBe('told');
  expect(await (await paidAt()).told()).toBe('none');
});
