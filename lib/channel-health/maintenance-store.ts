import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { CalledChannel } from './health';
import type { MaintenanceWindow } from './maintenance';

/** What has not ended and was not cancelled, by the database's clock, the earliest first. */
export const MAINTENANCE = Prisma.sql`
  SELECT id, channel, starts_at AS "startsAt", ends_at AS "endsAt", reason,
         created_by AS "createdBy"
    FROM maintenance_windows
   WHERE ends_at > clock_timestamp() AND cancelled_at IS NULL
   ORDER BY starts_at, id`;

export const selectMaintenance = (tx: Tx = db()): Promise<MaintenanceWindow[]> =>
  tx.$queryRaw(MAINTENANCE);

export async function lockMaintenance(tx: Tx, channel: CalledChannel): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('maintenance'), hashtext(${channel}))`;
}

export async function insertMaintenance(tx: Tx, window: MaintenanceWindow): Promise<void> {
  await tx.maintenanceWindow.create({ data: window });
}

/** False when it is over, or cancelled already. */
export async function cancelMaintenance(tx: Tx, id: string): Promise<boolean> {
  const cancelled = await tx.$executeRaw`
    UPDATE maintenance_windows SET cancelled_at = clock_timestamp()
     WHERE id = ${id} AND cancelled_at IS NULL AND ends_at > clock_timestamp()`;
  return cancelled === 1;
}
