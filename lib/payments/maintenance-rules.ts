import type { Maintenance } from '@/lib/channel-health/maintenance';
import type { MethodCode } from '@/lib/methods/rank-methods';
import type { Route } from '@/lib/routing/route';
import type { ChannelFacts } from './find-channel-facts';

/**
 * What the channels' maintenance means for each way to pay. A bank card is in maintenance only where no
 * other channel carries it meanwhile, and back with the first of them; `card` says which would.
 */
export function maintenanceOf(
  { maintenance }: Pick<ChannelFacts, 'maintenance'>,
  { card }: { card: Route },
): Partial<Record<MethodCode, Maintenance>> {
  const { unionpay, carrier } = maintenance;
  const cards = maintenanceOfCards(maintenance, card);
  return {
    ...(unionpay ? { quickpass: unionpay } : {}),
    ...(cards ? { card: cards } : {}),
    ...(carrier ? { carrier } : {}),
  };
}

function maintenanceOfCards(
  planned: ChannelFacts['maintenance'],
  { chosen, ranking }: Route,
): Maintenance | undefined {
  const times = (rows: Route['ranking'], which: 'from' | 'until'): Date[] =>
    rows.flatMap(({ channel }) => planned[channel]?.[which] ?? []).sort((a, b) => +a - +b);
  if (chosen === null) {
    const closed = ranking.filter(({ reason }) => reason === 'maintenance');
    const [until] = times(closed, 'until');
    return until && { until };
  }
  const usable = ranking.filter((one) => one.usable);
  const starts = times(usable, 'from');
  const from = starts.length === usable.length ? starts.at(-1) : undefined;
  return from && { from };
}
