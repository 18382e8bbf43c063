import type { Maintenance, MaintenanceWindow } from './maintenance';

/** So long before it begins, a maintenance is said beside the way to pay. */
export const SOON_MINUTES = 30;

/**
 * What the windows of one channel mean at that moment. Windows that touch are one: it ends when the
 * last of them does. A start that is farther away than `SOON_MINUTES` is nobody's worry yet.
 */
export function maintenanceAt(
  windows: readonly Pick<MaintenanceWindow, 'startsAt' | 'endsAt'>[],
  now: Date,
): Maintenance {
  const ahead = windows
    .filter(({ endsAt }) => endsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const first = ahead[0];
  if (!first) return {};
  if (first.startsAt > now) {
    const soon = first.startsAt.getTime() - now.getTime() <= SOON_MINUTES * 60_000;
    return soon ? { from: first.startsAt } : {};
  }
  const until = ahead.reduce(
    (end, { startsAt, endsAt }) => (startsAt <= end && endsAt > end ? endsAt : end),
    first.endsAt,
  );
  return { until };
}
