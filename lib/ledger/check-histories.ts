import { selectHistoryFindings } from './store';

/** How long something may lie before it counts as left lying: well above what a channel's outage takes to be asked again. */
const PATIENCE_MINUTES = 60;

/** What is wrong with the steps of orders, payments, refunds and payouts, and what has been left lying. */
export const checkHistories = (): Promise<{ code: string; detail: string }[]> =>
  selectHistoryFindings(PATIENCE_MINUTES);
