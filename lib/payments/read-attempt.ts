import type { Attempt } from './attempt';
import { selectAttempt } from './store';

/** An attempt that must exist. */
export const readAttempt = (attemptId: string): Promise<Attempt> => selectAttempt(attemptId);
