import { selectCondition } from './condition-store';
import type { CalledChannel, ChannelHealth } from './health';
import type { Maintenance } from './maintenance';
import { maintenanceAt } from './maintenance-rules';

/**
 * How the channels are doing, as `listChannelHealth` says it, and which of them take nothing now or soon
 * will not, by the database's clock.
 */
export async function findChannelCondition(): Promise<{
  health: ChannelHealth[];
  maintenance: Partial<Record<CalledChannel, Maintenance>>;
}> {
  const { health, windows, now } = await selectCondition();
  const maintenance = Object.fromEntries(
    windows.map(({ channel }) => [
      channel,
      maintenanceAt(
        windows.filter((one) => one.channel === channel),
        now,
      ),
    ]),
  );
  return { health, maintenance };
}
