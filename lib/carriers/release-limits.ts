import type { Tx } from '@/lib/core/db';
import { releaseReservation } from './limit-store';

/**
 * Gives back what an attempt took of the limits, in the transaction that finds it definitely not
 * charged. Once, however often it is called; an attempt that took nothing gives back nothing.
 */
export const releaseLimits = (tx: Tx, { attemptId }: { attemptId: string }): Promise<void> =>
  releaseReservation(tx, attemptId);
