import { present } from '@/lib/core/assert';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { readOrder } from '@/lib/orders/read-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import { readRefund } from '@/lib/refunds/read-refund';
import { orderPaidBody } from './order-paid';
import { refundEndedBody } from './refund-ended';
import { insertDeliveries, selectEvent } from './store';

/** Each topic that merchants are told about, and the text they are told. */
const BODIES: Record<string, (event: { subjectId: string; createdAt: Date }) => Promise<string>> = {
  // A paid order never changes again, so its text is the same whenever it is written.
  'order.paid': async ({ subjectId, createdAt: at }) => {
    const order = await readOrder(subjectId);
    const paidBy = await readAttempt(present(order.paidAttemptId, 'what paid the order'));
    return orderPaidBody({ order, paidBy, at });
  },
  'refund.succeeded': refundEnded,
  'refund.failed': refundEnded,
};

/** Nor does a refund that has come to its end. */
async function refundEnded({ subjectId, createdAt: at }: { subjectId: string; createdAt: Date }) {
  const refund = await readRefund(subjectId);
  return refundEndedBody({ refund, order: await readOrder(refund.orderId), at });
}

/**
 * Makes one delivery of an event for each of the merchant's live endpoints, with the text that every
 * try will send. Doing it again adds nothing.
 */
export async function fanOutEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await selectEvent(eventId);
  const writeBody = BODIES[event.topic];
  if (!writeBody) {
    log().warn({ eventId, topic: event.topic }, 'nobody is told about this topic');
    return;
  }
  const { merchantId } = event;
  const endpoints = await listWebhookEndpoints(merchantId);
  if (endpoints.length === 0) return;
  const body = await writeBody(event);
  const wanted = endpoints.map(({ id: endpointId }) => {
    const id = newId('dlv');
    return { id, eventId, endpointId, merchantId, body };
  });
  await inTransaction(async (tx) => {
    const added = await insertDeliveries(tx, wanted);
    const jobs = added.map((deliveryId) => ({ deliveryId }));
    await enqueueJobs(tx, 'deliver-event', jobs);
  });
}
