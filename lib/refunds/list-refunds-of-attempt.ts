import type { Refund } from './refund';
import { selectRefundsOfAttempt } from './store';

/** Everything that gave a payment back or tried to, late money included, oldest first. */
export const listRefundsOfAttempt = (attemptId: string): Promise<Refund[]> =>
  selectRefundsOfAttempt(attemptId);
