import type { CarrierCode, CarrierMode } from '@/lib/channels/port';

/** lines: what can be charged, and for how much. ranges: whose a number's first digits are. */
export const CATALOGUE_KINDS = ['lines', 'ranges'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/** A line as the catalogue has it, with all that hangs on it; everything in a fixed order. */
export interface CatalogueLine {
  id: string;
  carrier: CarrierCode;
  name: string;
  serviceId: string;
  modes: CarrierMode[];
  userDayMinor: bigint | null;
  userMonthMinor: bigint | null;
  hours: string | null;
  shareMillionths: number;
  termDays: number;
  billText: string;
  provinces: { province: string; dayMinor: bigint | null; monthMinor: bigint | null }[];
  /** No province named: wherever the line is open. */
  feePoints: { code: string; amountMinor: bigint; periodic: boolean; provinces: string[] }[];
}

export interface CatalogueRange {
  prefix: string;
  carrier: CarrierCode;
  province: string | null;
}

/** What is wrong with a line of a file. */
export type ProblemCode =
  | 'columns'
  | 'missing'
  | 'malformed'
  | 'too_long'
  | 'formula'
  /** Says something else than an earlier line about what can only be one. */
  | 'contradicts'
  | 'repeated'
  /** Two fee points for one price in one province. */
  | 'same_price'
  /** Later periods are charged with nobody there, which the line does not do. */
  | 'renewal_needs_direct'
  /** A line's name stays with the carrier that it had. */
  | 'carrier_fixed';

export interface CatalogueProblem {
  line: number;
  /** null: the line as a whole. */
  column: string | null;
  problem: ProblemCode;
}

/** What a file would do to the catalogue, or has done. */
export interface CataloguePreview {
  kind: CatalogueKind;
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
  /** The first of those that are not as they were. */
  changes: { name: string; change: 'added' | 'changed' | 'ended' }[];
  /** The first of them; while there is one, nothing is changed. */
  problems: CatalogueProblem[];
  moreProblems: number;
}
