import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { Money } from '@/lib/money/money';
import { countUsage, insertReservation, SCOPES } from './limit-store';

/**
 * Takes an attempt's amount of all the limits that it counts against, in the transaction that makes
 * the attempt; the same attempt again takes nothing more. Call it late in that transaction: the row of
 * a province is shared by all its phones, and stays locked until the commit.
 * Refusal: carrier_limit_reached {scope}, with which the transaction has to end.
 */
export async function holdLimits(
  tx: Tx,
  {
    amount,
    ...held
  }: { attemptId: string; lineId: string; phoneHash: string; province: string; amount: Money },
): Promise<void> {
  const counted = { ...held, amountMinor: amount.amountMinor };
  const taken = await insertReservation(tx, counted);
  if (!taken) return;
  const fits = await countUsage(tx, { ...counted, ...taken });
  const over = SCOPES.find((scope) => !fits.has(scope));
  if (over) throw new Refusal('carrier_limit_reached', { scope: over, lineId: held.lineId });
}
