import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { HeldRefund } from './held-refund';

interface Row extends Omit<HeldRefund, 'amount' | 'original' | 'refunded' | 'undecided'> {
  amountMinor: bigint;
  originalMinor: bigint | null;
  refundedMinor: bigint | null;
  undecidedMinor: bigint | null;
}

/** Refunds of an order that are held, oldest first, with what was kept as evidence for whoever decides. */
export async function selectHeldRefunds(orderId: string): Promise<HeldRefund[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT id, channel::text, channel_code AS "channelCode", amount_minor AS "amountMinor",
           requested_at AS "requestedAt",
           (evidence ->> 'originalFen')::bigint AS "originalMinor",
           (evidence ->> 'refundedFen')::bigint AS "refundedMinor",
           (evidence ->> 'undecidedFen')::bigint AS "undecidedMinor"
      FROM refunds
     WHERE order_id = ${orderId} AND state = 'unknown' AND channel_code IS NOT NULL
     ORDER BY created_at, id`;
  const sum = (minor: bigint | null) => (minor === null ? null : cny(minor));
  return rows.map(({ amountMinor, originalMinor, refundedMinor, undecidedMinor, ...row }) => ({
    ...row,
    amount: cny(amountMinor),
    original: sum(originalMinor),
    refunded: sum(refundedMinor),
    undecided: sum(undecidedMinor),
  }));
}
