import { isUsable } from '@/lib/channel-health/rules';
import type { CardType } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';
import type { Criterion } from './rank-rivals';
import type { Candidate, ContractTerms, Drawback, Obstacle, RoutingFacts } from './route';

/** Where two channels count as equal, and where one is too bad to be worth its low price. */
export const TRADE_OFF = {
  equalCostFen: 1n,
  /** Parts of the calls that were answered, 0 to 1. */
  equalSuccessRate: 0.05,
  poorSuccessRate: 0.5,
  /** Fewer calls say nothing about a channel. */
  leastCallsToJudge: 20,
} as const;

const MILLION = 1_000_000n;

/** Rounded half up to the fen. Where the kind of card is open, the dearer kind is reckoned with. */
export function costOf(
  { amountMinor }: Money,
  cardType: CardType | null,
  { debitCostMillionths: debit, creditCostMillionths: credit }: ContractTerms,
): bigint {
  const rates: Partial<Record<CardType, number>> = { debit, credit, semi_credit: credit };
  const rate = (cardType && rates[cardType]) ?? Math.max(debit, credit);
  return (amountMinor * BigInt(rate) + MILLION / 2n) / MILLION;
}

const BEIJING_OFFSET_MINUTES = 8 * 60;
const DAY_MINUTES = 24 * 60;
const HOURS = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/;

/** Is `at` within "HH:MM-HH:MM" of Beijing, its end not included? What cannot be read is closed. */
export function isOpenAt(hours: string | null, at: Date): boolean {
  if (hours === null) return true;
  const [fromHour, fromMinute, toHour, toMinute] = (HOURS.exec(hours) ?? []).slice(1).map(Number);
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  const now = (Math.floor(at.getTime() / 60_000) + BEIJING_OFFSET_MINUTES) % DAY_MINUTES;
  return from <= to ? from <= now && now < to : now >= from || now < to;
}

/** The first thing in the way, or undefined: the channel can carry it. */
export function obstacleOf(
  { channel, contract, needs, supportsCard, health, inMaintenance }: Candidate,
  { amount, now, exclude = [] }: RoutingFacts,
): Obstacle | undefined {
  if (exclude.includes(channel)) return 'excluded';
  if (!contract) return 'no_contract';
  if (needs !== null && !contract.permissions.includes(needs)) return 'not_permitted';
  if (!supportsCard) return 'card_unsupported';
  const { leastMinor, mostMinor } = contract;
  if (leastMinor !== null && amount.amountMinor < leastMinor) return 'below_least';
  if (mostMinor !== null && amount.amountMinor > mostMinor) return 'above_most';
  if (!isOpenAt(contract.hours, now)) return 'closed_now';
  if (inMaintenance) return 'maintenance';
  return isUsable(health) ? undefined : 'breaker_open';
}

/** A usable channel as the criteria see it. */
export interface Rival {
  candidate: Candidate;
  cost: bigint;
}

/**
 * What decides between usable channels, the weightiest first: each keeps the best and those as good
 * as the best, and says what the others lack. Cost comes before reliability, except that a channel
 * that fails more often than not is worth no price.
 */
export const CRITERIA: readonly Criterion<Rival, Drawback>[] = [
  { drawback: 'less_reliable', best: (rivals) => rivals.filter((rival) => !isPoor(rival)) },
  {
    drawback: 'dearer',
    best: (rivals) => {
      const { equalCostFen } = TRADE_OFF;
      return rivals.filter(({ cost }) =>
        rivals.every((other) => cost <= other.cost + equalCostFen),
      );
    },
  },
  {
    drawback: 'less_reliable',
    best: (rivals) => {
      const limit = Math.max(...rivals.map(rateOf)) - TRADE_OFF.equalSuccessRate;
      return rivals.filter((rival) => rateOf(rival) >= limit);
    },
  },
  {
    drawback: 'not_signed',
    best: (rivals) => rivals.filter(({ candidate }) => candidate.agreement === 'active'),
  },
];

/** A few calls prove nothing: one lost answer must not send every shopper elsewhere. */
const rateOf = ({ candidate: { health } }: Rival): number =>
  health.calls < TRADE_OFF.leastCallsToJudge ? 1 : (health.successRate ?? 1);

const isPoor = (rival: Rival): boolean => rateOf(rival) < TRADE_OFF.poorSuccessRate;
