import { inSnapshot } from '@/lib/core/unit-of-work';
import { selectDay, selectTotals } from './day-store';
import { type TrialBalance, trialBalanceOf } from './trial-balance';

/**
 * The trial balance (试算平衡表) at the end of a day, YYYY-MM-DD in Beijing time; today's so far, if
 * none is named.
 */
export const readTrialBalance = (day?: string): Promise<TrialBalance> =>
  inSnapshot(async (tx) => {
    const asked = await selectDay(tx, day);
    return trialBalanceOf(asked, await selectTotals(tx, asked.day));
  });
