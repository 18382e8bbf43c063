import { db, type Tx } from '@/lib/core/db';
import type { CarrierStop } from './stop';

/** False when that month has stopped it before, be it lifted since. */
export async function insertStop(
  tx: Tx,
  stop: Pick<CarrierStop, 'id' | 'merchantId' | 'lineId' | 'month' | 'complaints' | 'payments'>,
): Promise<boolean> {
  const { count } = await tx.carrierStop.createMany({ data: [stop], skipDuplicates: true });
  return count === 1;
}

/** False unless it was still in effect. */
export async function endStop(
  tx: Tx,
  { stopId, actor }: { stopId: string; actor: string },
): Promise<boolean> {
  const lifted = await tx.$executeRaw`
    UPDATE carrier_stops SET lifted_at = clock_timestamp(), lifted_by = ${actor}
     WHERE id = ${stopId} AND lifted_at IS NULL`;
  return lifted === 1;
}

/** Those in effect first, then the newest. */
export const selectStops = ({
  merchantId = null,
  most,
}: {
  merchantId?: string | null;
  most: number;
}): Promise<CarrierStop[]> => db().$queryRaw`
  SELECT s.id, s.merchant_id AS "merchantId", s.line_id AS "lineId", l.name AS "lineName",
         l.carrier::text AS carrier, s.month, s.complaints, s.payments, s.stopped_at AS "stoppedAt",
         s.lifted_at AS "liftedAt", s.lifted_by AS "liftedBy"
    FROM carrier_stops s JOIN carrier_lines l ON l.id = s.line_id
   WHERE ${merchantId}::text IS NULL OR s.merchant_id = ${merchantId}
   ORDER BY s.lifted_at IS NOT NULL, s.stopped_at DESC, s.id
   LIMIT ${most}`;
