import { insertDays, rollUpDay, selectDaysToRollUp } from './day-store';

/** Closes every day before today (Beijing) that is still open, and says how many. Safe to run anywhere. */
export async function closePastDays(): Promise<number> {
  const closed = await insertDays(null, 'clock');
  for (const day of await selectDaysToRollUp()) await rollUpDay(day);
  return closed;
}
