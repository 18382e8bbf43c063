import type { StatementLine } from '@/lib/channels/statement-port';
import { sameMoney } from '@/lib/money/money';
import type { Finding, OurRecord } from './statement';

/** How many clearing days back a file that is not there yet is asked for. */
export const DAYS_BACK = 7;
const DAY_MS = 86_400_000;

/**
 * Our clock and the channel's differ by seconds, and what the channel books just before the end of a
 * clearing day we may hear of after it. What we settled in the last minutes of a day is expected in
 * either file, and missed only when the later one does not have it.
 */
const AROUND_THE_END_MS = 10 * 60_000;

/** A number of ours for something else is not that line's. */
export function compareLine(line: StatementLine, ours: OurRecord | undefined): Finding {
  if (!ours || ours.kind !== line.kind) return 'not_ours';
  if (!sameMoney(ours.amount, line.amount)) return 'amount_differs';
  return ours.done ? 'matched' : 'state_differs';
}

/** The file of which clearing day has to have, at the latest, what we settled at this moment. */
export const latestDayOf = (settledAt: Date, clearingDayOf: (at: Date) => string): string =>
  clearingDayOf(new Date(settledAt.getTime() + AROUND_THE_END_MS));

/** YYYY-MM-DD, so many days earlier. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);

/** The past days whose files can be there by now, oldest first. */
export const daysToImport = (facts: {
  now: Date;
  clearingDayOf: (at: Date) => string;
  readyAt: (day: string) => Date;
}): string[] => {
  const today = facts.clearingDayOf(facts.now);
  return Array.from({ length: DAYS_BACK }, (_, i) => dayBefore(today, DAYS_BACK - i)).filter(
    (day) => facts.readyAt(day) <= facts.now,
  );
};

/** Wide enough around a clearing day, whenever it begins and ends. */
export const around = (day: string): { from: Date; until: Date } => ({
  from: new Date(Date.parse(day) - 2 * DAY_MS),
  until: new Date(Date.parse(day) + 2 * DAY_MS),
});
