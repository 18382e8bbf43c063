import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { findHold } from '@/lib/ledger/find-hold';
import type { Attempt } from './attempt';
import type { HeldPart } from './balance-part';

/**
 * The part that an attempt hands on to the one that takes its place: the same hold, confirmed once.
 * Nothing where it has none. Refuses balance_part_changed when it is held no more.
 */
export async function keepPart(tx: Tx, before: Attempt): Promise<HeldPart | undefined> {
  const { orderId, balance, balanceHoldId, customerId } = before;
  if (balanceHoldId === null || customerId === null) return undefined;
  const hold = await findHold(balanceHoldId, tx);
  if (hold?.state !== 'held') throw new Refusal('balance_part_changed', { orderId });
  return { customerId, balance, balanceHoldId };
}
