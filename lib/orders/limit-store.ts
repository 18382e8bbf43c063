import type { Tx } from '@/lib/core/db';

/** What a merchant's orders of today (Beijing) come to that are paid or may still be paid, in fen. */
export async function sumPayableToday(tx: Tx, merchantId: string): Promise<bigint> {
  const rows = await tx.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS sum FROM orders
     WHERE merchant_id = ${merchantId} AND state IN ('open', 'paid')
       AND created_at >= date_trunc('day', clock_timestamp() AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai'`;
  return rows[0]?.sum ?? 0n;
}
