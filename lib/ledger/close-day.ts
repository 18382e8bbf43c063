import { insertDays, rollUpDay, selectDaysToRollUp } from './day-store';

/**
 * Closes an accounting day (日结) and every earlier one that is still open, and says how many: no
 * entry can be dated there any more, and its lines are rolled up into subject totals. Of a day that
 * is closed the totals are made again, and come out the same. Refusals: day_not_over; ledger_busy
 * when a post takes too long to wait for, so that no payment waits behind it.
 */
export async function closeDay({ day, actor }: { day: string; actor: string }): Promise<number> {
  const closed = await insertDays(day, actor);
  for (const open of await selectDaysToRollUp()) await rollUpDay(open);
  if (closed === 0) await rollUpDay(day);
  return closed;
}
