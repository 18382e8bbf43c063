import type { Outcome } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { decidedAs } from './phone-rules';
import { selectAttempt } from './store';

/** What a payment has come to whose phone has left the vault under our hands: only that decides one. */
export const decidedMeanwhile = async (attemptId: string): Promise<Outcome> =>
  present(decidedAs(await selectAttempt(attemptId)), `the phone of ${attemptId}`);
