import { db, type Tx } from '@/lib/core/db';

/** How these orders stand, as `order_marks` in the migrations puts it; an unknown id has no mark. */
export async function selectMarks(
  orderIds: readonly string[],
  tx: Tx = db(),
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ orderId: string; mark: string }[]>`
    SELECT order_id AS "orderId", mark FROM order_marks(${[...orderIds]}::text[])`;
  return new Map(rows.map(({ orderId, mark }) => [orderId, mark]));
}
