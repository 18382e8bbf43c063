import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { Money } from '@/lib/money/money';
import { accountIdOf, type ExternalRef } from './chart';
import { insertHold } from './ledger-hold-store';

/**
 * Keeps a part of the balance for one purpose (冻结): it stays the owner's and can't be spent
 * otherwise. The same key with the same content is the same hold. Refusals: line_not_positive,
 * amount_out_of_range, unknown_account, account_frozen, account_closed, insufficient_funds,
 * hold_expired (it would be over before it begins), hold_conflict (the key was used for another).
 */
export async function placeHold(
  tx: Tx,
  hold: {
    holdKey: string;
    account: ExternalRef;
    amount: Money;
    businessRef: string;
    reason: string;
    /** Without one it is held until somebody captures or releases it. */
    expiresAt?: Date;
  },
): Promise<{ holdId: string }> {
  const holdId = await insertHold(tx, {
    id: newId('hld'),
    holdKey: hold.holdKey,
    accountId: accountIdOf(hold.account),
    amountMinor: hold.amount.amountMinor.toString(),
    businessRef: hold.businessRef,
    reason: hold.reason,
    expiresAt: hold.expiresAt?.toISOString(),
  });
  return { holdId };
}
