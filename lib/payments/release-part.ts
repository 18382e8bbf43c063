import type { Tx } from '@/lib/core/db';
import { findHold } from '@/lib/ledger/find-hold';
import { releaseHold } from '@/lib/ledger/release-hold';
import { releaseQuota } from '@/lib/persons/release-quota';
import type { Attempt } from './attempt';
import { selectLiveAttempt } from './store';

/**
 * Gives the held part of an attempt back to the balance and to the payer's limits, in the commit that
 * decides the attempt or leaves it behind. Nothing where it was taken or given back before, or where
 * the attempt that took this one's place has it now.
 */
export async function releasePart(
  tx: Tx,
  { id, orderId, balanceHoldId }: Pick<Attempt, 'id' | 'orderId' | 'balanceHoldId'>,
): Promise<void> {
  if (balanceHoldId === null) return;
  const hold = await findHold(balanceHoldId, tx);
  if (hold?.state !== 'held') return;
  const live = await selectLiveAttempt(orderId, tx);
  if (live && live.id !== id && live.balanceHoldId === balanceHoldId) return;
  // Payer first, then account, as payments lock them.
  await releaseQuota(tx, { reference: hold.holdKey });
  await releaseHold(tx, { holdId: balanceHoldId });
}
