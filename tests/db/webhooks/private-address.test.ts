import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { deliverEvent } from '@/lib/webhooks/deliver-event';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { makePaidOrder } from '@/tests/support/factories/paid-order';
import { startWebhookReceiver } from '@/tests/support/webhook-receiver';

test('a notice to a private address is refused and logged as that, unless the environment allows it', async () => {
  process.env.WEBHOOK_PRIVATE_TARGETS = '';
  const receiver = await startWebhookReceiver();
  const { order } = await makePaidOrder([receiver.url.replace('127.0.0.1', 'localhost')]);
  const event = await db().outboxEvent.findFirstOrThrow({ where: { subjectId: order.id } });
  await fanOutEvent({ eventId: event.id });
  const { id } = await db().delivery.findFirstOrThrow({ where: { eventId: event.id } });
  await deliverEvent({ deliveryId: id });
  const tries = await db().deliveryTry.findMany({ where: { deliveryId: id } });
  expect(tries).toMatchObject([{ status: null, problem: 'refused_address' }]);
  expect(receiver.received).toEqual([]);
  await receiver.close();
});
