import { present } from '@/lib/core/assert';
import { readRows } from '@/lib/core/read-rows';
import { Prisma } from '@/prisma/generated/client';
import type { ChannelHealth } from './health';
import type { MaintenanceWindow } from './maintenance';
import { MAINTENANCE } from './maintenance-store';
import { HEALTH, type HealthRow, toHealth } from './store';

/** A window as JSON has it. */
type WindowRow = Omit<MaintenanceWindow, 'startsAt' | 'endsAt'> & {
  startsAt: string;
  endsAt: string;
};

/** Health and maintenance of all channels in one statement, with the clock: every page to pay on asks. */
export async function selectCondition(): Promise<{
  health: ChannelHealth[];
  windows: MaintenanceWindow[];
  now: Date;
}> {
  const rows = await readRows<{ health: HealthRow[]; windows: WindowRow[]; now: Date }>(
    'channel_condition',
    Prisma.sql`
      SELECT (SELECT coalesce(json_agg(h), '[]') FROM (${HEALTH}) h) AS health,
             (SELECT coalesce(json_agg(w), '[]') FROM (${MAINTENANCE}) w) AS windows,
             clock_timestamp()::timestamptz(3) AS now`,
  );
  const { health, windows, now } = present(rows[0], 'how the channels are doing');
  return {
    health: health.map(toHealth),
    windows: windows.map(({ startsAt, endsAt, ...window }) => ({
      ...window,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
    now,
  };
}
