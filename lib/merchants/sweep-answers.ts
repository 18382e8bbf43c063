import { inTransaction } from '@/lib/core/unit-of-work';
import { deleteExpiredAnswers } from './stored-answer-store';

const AT_ONCE = 1_000;

/** Forgets stored answers of the merchant API whose time is over; answers how many. */
export const sweepAnswers = (): Promise<number> =>
  inTransaction((tx) => deleteExpiredAnswers(tx, AT_ONCE));
