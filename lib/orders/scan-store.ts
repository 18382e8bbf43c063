import { db, type Tx } from '@/lib/core/db';

export async function selectLastScan(orderId: string, deviceHash?: string): Promise<Date | null> {
  const { _max } = await db().orderScan.aggregate({
    where: { orderId, ...(deviceHash === undefined ? {} : { deviceHash }) },
    _max: { scannedAt: true },
  });
  return _max.scannedAt;
}

/** So many phones of one order are kept, the newest: who has its link could make up any number of them. */
const MOST_PHONES = 8;
/** A scan so soon after another one, of whichever phone, says nothing new to whoever looks. */
const REST_MS = 2_000;

/** One phone's scans of one order are one row: its last. */
export async function upsertScan(
  tx: Tx,
  { orderId, deviceHash }: { orderId: string; deviceHash: string },
): Promise<void> {
  const [free] = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`scan:${orderId}`}, 0)) AS free`;
  // Another one is being written at this very moment.
  if (!free?.free) return;
  await tx.$executeRaw`
    INSERT INTO order_scans (order_id, device_hash, scanned_at)
    SELECT ${orderId}, ${deviceHash}, clock_timestamp()
     WHERE NOT EXISTS (
             SELECT FROM order_scans
              WHERE order_id = ${orderId}
                AND scanned_at > clock_timestamp() - ${REST_MS} * interval '1 millisecond')
    ON CONFLICT (order_id, device_hash) DO UPDATE SET scanned_at = excluded.scanned_at`;
  await tx.$executeRaw`
    DELETE FROM order_scans
     WHERE order_id = ${orderId}
       AND device_hash NOT IN (
             SELECT device_hash FROM order_scans
              WHERE order_id = ${orderId} ORDER BY scanned_at DESC, device_hash LIMIT ${MOST_PHONES})`;
}
