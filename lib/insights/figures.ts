import type { MethodCode } from '@/lib/methods/rank-methods';
import type { ChannelCode } from './ways';

/** One day of a merchant (Beijing's), counted. Amounts in fen. */
export interface DayFigures {
  /** YYYY-MM-DD */
  day: string;
  /** Orders made that day; of these whose page was opened, where a way to pay was chosen, which are paid. */
  orders: number;
  opened: number;
  chosen: number;
  finished: number;
  /** What was paid that day, whenever it was ordered. */
  payments: number;
  paidMinor: bigint;
  /** Refunds on request that were asked for that day and have not come to nothing. */
  refunds: number;
  refundedMinor: bigint;
  /** Payments by how long they took from the page to the money, in the spans of `PAY_SPANS`. */
  payTimes: number[];
}

/** Tries to pay by one method on one channel. */
export interface WayFigures {
  method: MethodCode;
  channel: ChannelCode;
  tries: number;
  succeeded: number;
  failed: number;
  paidMinor: bigint;
}

/** … of one day. */
export interface DayWayFigures extends WayFigures {
  /** YYYY-MM-DD */
  day: string;
}

/** One day as it is shown, with the tries to pay of that day that have ended, by whatever way. */
export interface ShownDay extends DayFigures {
  succeeded: number;
  failed: number;
}

/** What was paid in one hour of today. */
export interface HourFigures {
  /** 0 to 23, Beijing. */
  hour: number;
  payments: number;
  paidMinor: bigint;
}

export interface Figures {
  /** How many days, today included. */
  days: number;
  from: string;
  to: string;
  byDay: ShownDay[];
  /** Of today alone. */
  byHour: HourFigures[];
  /** All of the days together; of the ways, those that were tried, most money first. */
  total: Omit<DayFigures, 'day'>;
  ways: WayFigures[];
}
