import type { ChargeObstacle, LineFacts } from '@/lib/carriers/line';
import { present } from '@/lib/core/assert';
import type { ChosenLine, LineRoute, LineRouting, RankedLine } from './line-route';
import { LINE_CRITERIA, lineObstacleOf, mildestOf } from './line-rules';
import { rankRivals } from './rank-rivals';

/**
 * Which line charges a phone's bill, and why no other: first which of them can (province, fee point,
 * way, hours, limits), then how reliable each has been, then what the carrier keeps. When none can, what to
 * tell the shopper about it.
 */
export function chooseLine(routing: LineRouting): LineRoute {
  const { carrier, exclude = [] } = routing;
  const lines = [...routing.lines].sort((a, b) => (a.line.id < b.line.id ? -1 : 1));
  const inTheWay = new Map<LineFacts, ChargeObstacle | 'excluded'>(
    lines.flatMap((facts) => {
      const found = exclude.includes(facts.line.id) ? 'excluded' : lineObstacleOf(facts, routing);
      return found ? [[facts, found]] : [];
    }),
  );
  const ranked = rankRivals(
    lines.filter((facts) => !inTheWay.has(facts)),
    LINE_CRITERIA,
  );
  const best = ranked[0]?.rival;
  return {
    chosen: best ? chosenOf(best, routing) : null,
    obstacle: best ? null : obstacleFor([...inTheWay.values()], carrier),
    ranking: [
      ...ranked.map(({ rival, reason }) => rankedAs(rival, true, reason)),
      ...[...inTheWay].map(([facts, found]) =>
        rankedAs(facts, false, found === 'excluded' ? found : found.reason),
      ),
    ],
  };
}

/** A line that was tried in vain is not what the shopper has to know about. */
function obstacleFor(
  found: readonly (ChargeObstacle | 'excluded')[],
  carrier: LineRouting['carrier'],
): ChargeObstacle {
  if (found.length === 0) return { reason: 'carrier_not_open', carrier };
  const told = mildestOf(found.filter((one) => one !== 'excluded'));
  return told ?? { reason: 'channel_unavailable' };
}

function chosenOf({ line, feePoint }: LineFacts, { modes }: LineRouting): ChosenLine {
  const { id: lineId, carrier, serviceId, billText } = line;
  const mode = modes.find((one) => line.modes.includes(one));
  return {
    lineId,
    carrier,
    serviceId,
    feePoint: present(feePoint, 'the fee point of a line that can charge'),
    mode: present(mode, 'the way of a line that can charge'),
    billText,
  };
}

const rankedAs = (
  { line, decided, paid }: LineFacts,
  usable: boolean,
  reason: RankedLine['reason'],
): RankedLine => ({
  lineId: line.id,
  usable,
  reason,
  shareMillionths: line.shareMillionths,
  successRate: decided === 0 ? null : paid / decided,
});
