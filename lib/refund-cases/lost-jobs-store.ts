import type { Tx } from '@/lib/core/db';

type Ids = { id: string }[];

/** Diverted refunds that have no case a minute later: their job got lost. */
export const selectWithoutCase = (tx: Tx, most: number): Promise<Ids> =>
  tx.$queryRaw<Ids>`
    SELECT r.id FROM refunds r
     WHERE r.state = 'diverted' AND r.updated_at < clock_timestamp() - interval '1 minute'
       AND NOT EXISTS (SELECT FROM refund_cases c WHERE c.refund_id = r.id)
     ORDER BY r.updated_at LIMIT ${most}`;

/** Payouts that the bank decided a minute ago, and whose cases have not heard of it. */
export const selectNotCarriedOn = (tx: Tx, most: number): Promise<Ids> =>
  tx.$queryRaw<Ids>`
    SELECT p.id FROM refund_cases c JOIN payouts p ON p.id = c.payout_id
     WHERE c.state = 'sent' AND p.state IN ('succeeded', 'failed', 'returned')
       AND p.updated_at < clock_timestamp() - interval '1 minute'
    UNION ALL
    SELECT p.id FROM payouts p JOIN refund_cases c ON c.payout_id = p.id
     WHERE p.payee_id IS NOT NULL AND p.state = 'returned' AND c.state = 'paid'
       AND p.updated_at < clock_timestamp() - interval '1 minute'
     LIMIT ${most}`;

/** Transfers whose original the channel gave back a minute ago, and whose cases have not heard of it. */
export const selectOriginalsUnheard = (tx: Tx, most: number): Promise<Ids> =>
  tx.$queryRaw<Ids>`
    SELECT c.refund_id AS id FROM refunds r JOIN refund_cases c ON c.refund_id = refund_end(r.id)
     WHERE r.returned_at < clock_timestamp() - interval '1 minute' AND c.original_returned_at IS NULL
     ORDER BY r.returned_at LIMIT ${most}`;
