import type { CarrierCode, CarrierMode } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';

/** One service of one carrier (计费通道): what it may charge is its provinces and fee points. */
export interface Line {
  id: string;
  carrier: CarrierCode;
  name: string;
  /** The carrier's own name of it. */
  serviceId: string;
  modes: readonly CarrierMode[];
  /** What the carrier keeps of each payment, in millionths. */
  shareMillionths: number;
  /** Opening hours in Beijing, "HH:MM-HH:MM"; null is always. */
  hours: string | null;
  /** As a charge stands on the bill. */
  billText: string;
  /** Days from the end of a month until the carrier pays for it (账期). */
  termDays: number;
}

/** Whose a number is: by its range, or by the carrier's word where it was ported. */
export interface PhoneNumber {
  /** E.164, "+8613800138000". */
  phone: string;
  /** Keyed: what budgets and limits are counted by. */
  phoneHash: string;
  /** "138****8000" */
  phoneMasked: string;
  carrier: CarrierCode;
  /** Two digits by GB/T 2260; null where nobody says. */
  province: string | null;
  ported: boolean;
}

/** A line beside one phone and one amount: all that decides whether it can carry the charge. */
export interface LineFacts {
  line: Line;
  /** Is the phone's province opened? */
  provinceOpen: boolean;
  /** The fee point (资费点) of exactly this amount there; null where there is none. */
  feePoint: string | null;
  /** The dearest one there; null where there is none at all. */
  dearest: Money | null;
  /** The prices there, the cheapest first. */
  prices: readonly Money[];
  /** What the limits leave this phone and its province; null is no limit. */
  left: {
    userDay: Money | null;
    userMonth: Money | null;
    provinceDay: Money | null;
    provinceMonth: Money | null;
  };
  /** Too many complaints about this merchant: nothing of it runs here. */
  stopped: boolean;
  /** The newest charges of the last day that were decided, and how many of them were paid. */
  decided: number;
  paid: number;
}

/** Why a phone cannot be charged, with what the page has to say about it. */
export type ChargeObstacle =
  /** No range of numbers that we know. */
  | { reason: 'number_unknown' }
  | { reason: 'carrier_not_open'; carrier: CarrierCode }
  | { reason: 'province_not_open'; carrier: CarrierCode; province: string | null }
  /** 单笔上限 */
  | { reason: 'above_most'; most: Money }
  | { reason: 'no_fee_point'; prices: readonly Money[] }
  | { reason: 'user_day_used'; left: Money }
  | { reason: 'user_month_used'; left: Money }
  /** All phones of the province together. */
  | { reason: 'province_day_used' }
  | { reason: 'province_month_used' }
  | { reason: 'closed_now'; hours: string }
  /** The contract, or the host, allows none of the ways that the lines have. */
  | { reason: 'no_mode' }
  | { reason: 'stopped' }
  | { reason: 'channel_unavailable' };
