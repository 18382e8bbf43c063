import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { requestRefund } from '@/lib/refunds/request-refund';
import { fanOutEvent } from '@/lib/webhooks/fan-out-event';
import { makePaidOrder } from '@/tests/support/factories/paid-order';

test('a refund that has ended is told to each endpoint of its merchant, once, in the same words', async () => {
  const { order, merchantId } = await makePaidOrder(['https://shop.example/hook']);
  const refund = await requestRefund({
    merchantId,
    orderId: order.id,
    amount: cny(100n),
    merchantRefundNo: 'R-7',
    reason: '缺货',
    actor: 'merchant',
  });
  const { rows: events } = await pool().query<{ id: string; created_at: Date; sequence: number }>(
    `SELECT id, created_at, sequence FROM outbox_events WHERE topic = 'refund.succeeded' AND subject_id = $1`,
    [refund.id],
  );
  const [event] = events;
  await fanOutEvent({ eventId: event?.id ?? '' });
  await fanOutEvent({ eventId: event?.id ?? '' });
  const { rows } = await pool().query<{ body: string }>(
    'SELECT body FROM deliveries WHERE event_id = $1',
    [event?.id],
  );
  expect(rows.map(({ body }) => JSON.parse(body))).toEqual([
    {
      type: 'refund.succeeded',
      timestamp: event?.created_at.toISOString(),
      sequence: event?.sequence,
      data: {
        refund_id: refund.id,
        merchant_refund_no: 'R-7',
        order_id: order.id,
        merchant_order_no: order.merchantOrderNo,
        amount: 100,
        currency: 'CNY',
        state: 'succeeded',
        reason: '缺货',
      },
    },
  ]);
});
