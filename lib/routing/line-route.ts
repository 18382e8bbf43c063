import type { ChargeObstacle, LineFacts } from '@/lib/carriers/line';
import type { CarrierCode, CarrierMode } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';

export interface LineRouting {
  amount: Money;
  /** The lines of the phone's carrier. */
  lines: readonly LineFacts[];
  carrier: CarrierCode;
  province: string | null;
  /** The modes that the contract and the host allow, the best first. */
  modes: readonly CarrierMode[];
  /** By the database's clock. */
  now: Date;
  /** The carrier can be called (its breaker is not open). */
  usable: boolean;
  /** Lines that were tried and are known not to have charged. */
  exclude?: readonly string[];
}

export interface ChosenLine {
  lineId: string;
  carrier: CarrierCode;
  serviceId: string;
  feePoint: string;
  mode: CarrierMode;
  billText: string;
}

export interface RankedLine {
  lineId: string;
  usable: boolean;
  /** `chosen`, what was in the way, or why another one was better. */
  reason: 'chosen' | ChargeObstacle['reason'] | 'excluded' | 'less_reliable' | 'dearer' | 'later';
  shareMillionths: number;
  successRate: number | null;
}

/** Nothing in it that JSON has no words for, the obstacle apart: the rest is kept with the attempt. */
export interface LineRoute {
  chosen: ChosenLine | null;
  /** What to tell the shopper when none is chosen: the mildest of what was in the way. */
  obstacle: ChargeObstacle | null;
  ranking: RankedLine[];
}
