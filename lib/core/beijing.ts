const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** A calendar day, "2026-11-26". Texts of it compare as the days do. */
export type Day = string;

/** The day it is in Beijing, which has had no daylight saving since 1991. */
export const dayOf = (moment: Date): Day =>
  new Date(moment.getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** "14:05": the time of day it is in Beijing. */
export const timeOf = (moment: Date): string =>
  new Date(moment.getTime() + OFFSET_MS).toISOString().slice(11, 16);

/** The moment at which that hour of the day begins in Beijing. */
export const momentOf = (day: Day, hour = 0): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + hour * 3_600_000);

/** So many days later, or earlier. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The last day of the month. */
export function endOfMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  // Day 0 of the month after is the last one of this.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
