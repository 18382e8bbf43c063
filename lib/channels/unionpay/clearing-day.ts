/**
 * UnionPay's clearing day runs from 23:00 to 23:00 in Beijing (UTC+8 all year) and has the name of
 * the day it ends on.
 */
const HOUR_MS = 60 * 60 * 1000;
const BEIJING_MS = 8 * HOUR_MS;
const UNTIL_MIDNIGHT_MS = HOUR_MS;
const READY_HOUR = 9;
const REFUND_MONTHS = 11;

/** YYYY-MM-DD. */
export const clearingDayOf = (at: Date): string =>
  new Date(at.getTime() + BEIJING_MS + UNTIL_MIDNIGHT_MS).toISOString().slice(0, 10);

/** The file of a clearing day is there from about 09:00 of the next morning in Beijing. */
export const readyAt = (day: string): Date =>
  new Date(Date.parse(`${checkedDay(day)}T00:00:00Z`) - BEIJING_MS + (24 + READY_HOUR) * HOUR_MS);

/** An undo in the clearing day of the payment, a refund within 11 months, the first day included. */
export const returnsAt = (facts: {
  paidAt: Date;
  at: Date;
}): { undo: boolean; refund: boolean } => ({
  undo: clearingDayOf(facts.paidAt) === clearingDayOf(facts.at),
  refund: facts.at <= monthsAfter(facts.paidAt, REFUND_MONTHS),
});

/** MMDD of a clearing day: how a message names it. */
export const settleDateOf = (day: string): string => checkedDay(day).slice(5).replace('-', '');

/** The moment that a file of clearing day `day` writes as MMDDhhmmss, without a year. */
export function momentIn(day: string, text: string): Date | undefined {
  const parts = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [, month, date, hour, minute, second] = parts;
  // The evening of 31 December belongs to the first clearing day of the next year.
  const year = Number(day.slice(0, 4)) - (month === '12' && day.slice(5, 7) === '01' ? 1 : 0);
  const written = `${year}-${month}-${date}T${hour}:${minute}:${second}`;
  const beijing = new Date(`${written}Z`);
  if (Number.isNaN(beijing.getTime()) || !beijing.toISOString().startsWith(written))
    return undefined;
  return new Date(beijing.getTime() - BEIJING_MS);
}

export function checkedDay(day: string): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) {
    throw new RangeError('a clearing day is YYYY-MM-DD');
  }
  return day;
}

/** By Beijing's calendar; the last of the month where that month is shorter. */
function monthsAfter(moment: Date, months: number): Date {
  const beijing = new Date(moment.getTime() + BEIJING_MS);
  const date = beijing.getUTCDate();
  beijing.setUTCDate(1);
  beijing.setUTCMonth(beijing.getUTCMonth() + months);
  const last = new Date(Date.UTC(beijing.getUTCFullYear(), beijing.getUTCMonth() + 1, 0));
  beijing.setUTCDate(Math.min(date, last.getUTCDate()));
  return new Date(beijing.getTime() - BEIJING_MS);
}
