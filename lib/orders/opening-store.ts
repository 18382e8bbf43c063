import { db } from '@/lib/core/db';

/** So many browsers of one order are kept, the first: who has its link could make up any number of them. */
const MOST_BROWSERS = 8;

/** One browser's first look at an order's page is one row; the later ones are none. */
export async function insertOpening({
  orderId,
  deviceHash,
}: {
  orderId: string;
  deviceHash: string;
}): Promise<void> {
  await db().$executeRaw`
    INSERT INTO order_openings (order_id, device_hash, opened_at)
    SELECT ${orderId}, ${deviceHash}, clock_timestamp()
     WHERE (SELECT count(*) FROM order_openings WHERE order_id = ${orderId}) < ${MOST_BROWSERS}
    ON CONFLICT (order_id, device_hash) DO NOTHING`;
}
