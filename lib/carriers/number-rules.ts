import type { NumberFacts } from '@/lib/channels/number-port';
import type { CarrierCode, NoAnswer } from '@/lib/channels/port';

/** How long a carrier's word about a number is taken for true. */
export const LOOKUP_HOURS = { found: 24, nobodys: 1 } as const;

/** Whom the first digits were given to. */
export interface NumberRange {
  carrier: CarrierCode;
  province: string | null;
}

/** A carrier's word as it is kept; carrier null: nobody's. */
export interface KeptLookup {
  carrier: CarrierCode | null;
  province: string | null;
  ported: boolean;
}

export type NumberOwner = NumberRange & { ported: boolean };

/**
 * Whose a number is. The carrier's word goes first, for a number may have been ported; where it says
 * nobody's, or nothing was learned, the range decides. A number keeps its province when it is ported,
 * so the range may add what the carrier left out. undefined: nobody knows it.
 */
export function ownerOf(
  range: NumberRange | undefined,
  word: KeptLookup | undefined,
): NumberOwner | undefined {
  if (!word || word.carrier === null) return range && { ...range, ported: false };
  return {
    carrier: word.carrier,
    province: word.province ?? range?.province ?? null,
    ported: word.ported,
  };
}

/** What an answer is kept as, and how long; undefined: nothing was learned. */
export function lookupOf(
  answer: NumberFacts | NoAnswer | undefined,
): (KeptLookup & { hours: number }) | undefined {
  if (!answer) {
    return { carrier: null, province: null, ported: false, hours: LOOKUP_HOURS.nobodys };
  }
  if (answer.kind === 'unknown') return undefined;
  const { carrier, province, ported } = answer;
  return { carrier, province, ported, hours: LOOKUP_HOURS.found };
}
