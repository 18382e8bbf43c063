import type { ContractChannel } from '@/lib/contracts/contract';
import { rankRivals } from './rank-rivals';
import type { Candidate, Drawback, Obstacle, RankedChannel, Route, RoutingFacts } from './route';
import { CRITERIA, costOf, obstacleOf, type Rival } from './rules';

/** Where nothing else decides. */
const HOUSE_ORDER: readonly ContractChannel[] = ['unionpay', 'netsunion'];

/**
 * Which channel carries a payment, and why no other: first what each can do (contract, permission,
 * card, amount, hours, breaker), then cost, success rate and an agreement that exists already. Where
 * a limit of tolerance makes two equal, the next criterion decides between them.
 */
export function chooseChannel(facts: RoutingFacts): Route {
  const candidates = HOUSE_ORDER.flatMap((channel) =>
    facts.candidates.filter((candidate) => candidate.channel === channel),
  );
  const inTheWay = new Map(candidates.map((one) => [one, obstacleOf(one, facts)]));
  const ranked = rankRivals(
    candidates.flatMap((candidate): Rival[] =>
      candidate.contract && !inTheWay.get(candidate)
        ? [{ candidate, cost: costOf(facts.amount, facts.cardType, candidate.contract) }]
        : [],
    ),
    CRITERIA,
  );
  const chosen = ranked[0]?.rival.candidate;
  return {
    chosen: chosen?.channel ?? null,
    probe: chosen !== undefined && chosen.health.state !== 'closed',
    ranking: [
      ...ranked.map(({ rival, reason }) => inWords(rival.candidate, facts, true, reason)),
      ...candidates.flatMap((candidate) => {
        const obstacle = inTheWay.get(candidate);
        return obstacle ? [inWords(candidate, facts, false, obstacle)] : [];
      }),
    ],
  };
}

const inWords = (
  { channel, contract, health, agreement }: Candidate,
  { amount, cardType }: RoutingFacts,
  usable: boolean,
  reason: 'chosen' | Drawback | Obstacle,
): RankedChannel => ({
  channel,
  usable,
  reason,
  costFen: contract && String(costOf(amount, cardType, contract)),
  successRate: health.successRate,
  agreement,
});
