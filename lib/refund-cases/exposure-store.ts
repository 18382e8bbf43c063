import type { PaymentChannel } from '@/lib/channels/port';
import { db } from '@/lib/core/db';

export interface PaidElsewhere {
  caseId: string;
  refundId: string;
  channel: PaymentChannel;
  amountMinor: bigint;
  paidAt: Date;
  originalReturnedAt: Date | null;
}

/** What of an order was paid back another way than it came, and when the order had been paid. */
export const selectPaidElsewhere = (orderId: string): Promise<PaidElsewhere[]> =>
  db().$queryRaw<PaidElsewhere[]>`
    SELECT c.id AS "caseId", c.refund_id AS "refundId", c.channel::text AS channel,
           c.amount_minor AS "amountMinor", o.paid_at AS "paidAt",
           c.original_returned_at AS "originalReturnedAt"
      FROM refund_cases c JOIN orders o ON o.id = c.order_id
     WHERE c.order_id = ${orderId} AND o.paid_at IS NOT NULL
       AND (c.state IN ('sent', 'paid') OR c.ended_as IN ('balance', 'suspense'))
     ORDER BY c.opened_at, c.id`;
